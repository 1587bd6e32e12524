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
	canvas soft.Canvas
	pix    *image.RGBA     // the newest scene, drawn
	shown  *ebiten.Image   // the same, but for what is behind
	behind image.Rectangle // of pix, not copied yet
	glass  glass
	bytes  []byte
}

var _ Drawer = (*Fallback)(nil)

// Draw implements Drawer.
func (f *Fallback) Draw(dst *ebiten.Image, s *paint.Scene) {
	if _, _, err := soft.Size(s); err == nil {
		f.Render(s)
		f.Show(dst)
	}
}

// Render draws a scene without showing it. It returns the picture and where that has changed, good until the next call.
func (f *Fallback) Render(s *paint.Scene) (pix *image.RGBA, changed []image.Rectangle) {
	f.pix, changed = f.canvas.Draw(s)
	for _, r := range changed {
		f.behind = f.behind.Union(r)
	}
	return f.pix, changed
}

// Show draws the picture of the newest scene, when there is one.
func (f *Fallback) Show(dst *ebiten.Image) {
	if f.pix == nil {
		return
	}
	if f.shown == nil || f.shown.Bounds() != f.pix.Rect {
		if f.shown != nil {
			f.shown.Deallocate()
		}
		f.shown = ebiten.NewImageWithOptions(f.pix.Rect, &ebiten.NewImageOptions{Unmanaged: true})
		f.behind = f.pix.Rect
	}
	f.upload(f.behind)
	f.glass.changed(f.behind)
	f.behind = image.Rectangle{}
	f.glass.show(dst, f.shown)
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
