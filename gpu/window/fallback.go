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
	soft   soft.Renderer
	differ soft.Differ
	pix    *image.RGBA   // the newest scene, drawn
	shown  *ebiten.Image // the same
	bytes  []byte
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
		f.differ = soft.Differ{}
	}
	for _, r := range f.differ.Next(s) {
		f.upload(f.soft.DrawInto(f.pix, s, r))
	}
	show(dst, f.shown)
}

// upload copies an area to the GPU.
func (f *Fallback) upload(r image.Rectangle) {
	if r.Empty() {
		return
	}
	f.bytes = f.bytes[:0]
	for y := r.Min.Y; y < r.Max.Y; y++ {
		f.bytes = append(f.bytes, f.pix.Pix[f.pix.PixOffset(r.Min.X, y):f.pix.PixOffset(r.Max.X, y)]...)
	}
	sub := f.shown.RecyclableSubImage(r)
	sub.WritePixels(f.bytes)
	sub.Recycle()
}
