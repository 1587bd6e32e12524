package window

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"cellshell/gpu/paint"
	"cellshell/gpu/soft"
)

// Fallback draws on the processor and copies the pixels to the window: for graphics drivers that draw nonsense or die of a
// shader. It draws again only what differs from the scene before. The zero value is ready.
type Fallback struct {
	soft  soft.Renderer
	last  paint.Scene
	pix   *image.RGBA   // last, drawn
	shown *ebiten.Image // pix, as far as the GPU has it
	row   []byte
}

var _ Drawer = (*Fallback)(nil)

// Draw implements Drawer.
func (f *Fallback) Draw(dst *ebiten.Image, s *paint.Scene) {
	w, h, err := soft.Size(s)
	if err != nil {
		return
	}
	if all := image.Rect(0, 0, w, h); f.pix == nil || f.pix.Rect != all {
		if f.shown != nil {
			f.shown.Deallocate()
		}
		f.shown = ebiten.NewImageWithOptions(all, &ebiten.NewImageOptions{Unmanaged: true})
		f.pix = image.NewRGBA(all)
		f.soft.DrawInto(f.pix, s, all)
		f.shown.WritePixels(f.pix.Pix)
	} else {
		for _, r := range soft.Damage(&f.last, s) {
			f.show(f.soft.DrawInto(f.pix, s, r))
		}
	}
	f.last.W, f.last.H, f.last.Scale, f.last.Ops = s.W, s.H, s.Scale, append(f.last.Ops[:0], s.Ops...)
	op := ebiten.DrawImageOptions{Blend: ebiten.BlendCopy}
	op.GeoM.Translate(float64(dst.Bounds().Min.X), float64(dst.Bounds().Min.Y))
	dst.DrawImage(f.shown, &op)
}

// show copies an area to the GPU.
func (f *Fallback) show(r image.Rectangle) {
	if r.Empty() {
		return
	}
	f.row = f.row[:0]
	for y := r.Min.Y; y < r.Max.Y; y++ {
		f.row = append(f.row, f.pix.Pix[f.pix.PixOffset(r.Min.X, y):f.pix.PixOffset(r.Max.X, y)]...)
	}
	f.shown.SubImage(r).(*ebiten.Image).WritePixels(f.row)
}
