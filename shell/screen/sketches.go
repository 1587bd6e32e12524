package screen

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"path"

	"cellshell/compositor/theme"
	"cellshell/gpu/paint"
	"cellshell/shell/control"
)

// The measures of a picture above the chip of its choice, logical pixels.
const (
	sketchW   = 136.0
	sketchH   = 96.0
	sketchGap = 6.0
)

// maxSketch is how many pixels a picture of a choice may have.
const maxSketch = 16 << 20

// sketch asks for the pictures of the choices. mu is held.
func (s *Screen) sketch(paths []string) {
	n := min(len(paths), len(s.bar.choices))
	if s.bar.sketches = nil; n == 0 || s.ctx.Err() != nil {
		return
	}
	got := make([]image.Image, n)
	s.bar.sketches = got
	s.goes.Go(func() { // ends with the answers or the screen
		for i, p := range paths[:n] {
			if p == "" {
				continue
			}
			var r control.SketchResult
			if s.call(s.ctx, control.MethodSketch, control.SketchParams{Name: path.Base(p)}, &r, nil) != nil {
				continue // a choice without a picture is still one
			}
			img, err := unpack(r.PNG)
			if err != nil {
				continue
			}
			s.mu.Lock()
			got[i], s.stale = img, true
			s.mu.Unlock()
			s.o.Wake()
		}
	})
}

// unpack reads a PNG of a size that can be shown.
func unpack(raw []byte) (image.Image, error) {
	c, err := png.DecodeConfig(bytes.NewReader(raw))
	switch {
	case err != nil:
		return nil, err
	case c.Width <= 0 || c.Height <= 0 || c.Width > maxSketch/c.Height:
		return nil, fmt.Errorf("a picture of %d×%d is too large", c.Width, c.Height)
	}
	return png.Decode(bytes.NewReader(raw))
}

// sketchOf paints the picture above the chip of a choice, and returns the place of the chip. mu is held.
func (s *Screen) sketchOf(b *brush, i int, r paint.Rect, hot bool) paint.Rect {
	if r.H <= chipH {
		return r
	}
	chip := paint.Rect{X: r.X, Y: r.Y + r.H - chipH, W: r.W, H: chipH}
	const radius, pad = 10, 6
	frame, border := b.snap(paint.Rect{X: r.X, Y: r.Y, W: r.W, H: sketchH}), b.color("outline", 1)
	if hot {
		border = b.th.Accent
	}
	b.add(paint.RoundRect{Rect: frame, Radius: radius, Fill: theme.Mix(b.color("surface", 1), b.color("raised", 1), 0.5), Border: border, Width: max(b.px(1), 1/b.scale)})
	if img := s.bar.sketches[i]; img != nil {
		w, h := float64(img.Bounds().Dx()), float64(img.Bounds().Dy())
		k := min((frame.W-2*pad)/w, (frame.H-2*pad)/h, 1)
		at := paint.Rect{X: frame.X + (frame.W-w*k)/2, Y: frame.Y + (frame.H-h*k)/2, W: w * k, H: h * k}
		b.add(paint.Image{Rect: b.snap(at), Radius: 4, Img: img, Alpha: 1})
	}
	return chip
}
