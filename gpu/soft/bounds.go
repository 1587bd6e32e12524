package soft

import (
	"image"
	"math"

	"cellshell/gpu/paint"
	"cellshell/gpu/raster"
	"cellshell/internal/fonts"
)

// bounds is where an operation may change pixels.
func bounds(op paint.Op, scale float64) image.Rectangle {
	switch op := op.(type) {
	case paint.RoundRect:
		s := newShape(op.Rect, op.Radius, scale)
		out := s.bounds()
		if op.Shadow.Color.A != 0 && s != (shape{}) {
			dx, dy := op.Shadow.DX*scale, op.Shadow.DY*scale
			cast := s.inset(-op.Shadow.Spread * scale)
			cast.x0, cast.x1, cast.y0, cast.y1 = cast.x0+dx, cast.x1+dx, cast.y0+dy, cast.y1+dy
			if raster.Finite(cast.x0, cast.x1, cast.y0, cast.y1) {
				out = out.Union(cast.bounds().Inset(-Reach(op.Shadow.Blur*scale) - 1))
			}
		}
		return out
	case paint.Glyphs:
		if len(op.Glyphs) == 0 {
			return image.Rectangle{}
		}
		x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
		for _, g := range op.Glyphs {
			if raster.Finite(g.X, g.Y) { // others are not drawn
				x0, y0, x1, y1 = min(x0, g.X), min(y0, g.Y), max(x1, g.X), max(y1, g.Y)
			}
		}
		e := fonts.Extents(string(op.Font))
		return around((x0-e.Left*op.Size)*scale, (y0-e.Up*op.Size)*scale, (x1+e.Right*op.Size)*scale, (y1+e.Down*op.Size)*scale, 2) // fitted to pixels
	case paint.Path:
		lo, hi, ok := op.Extent()
		if !ok {
			return image.Rectangle{}
		}
		pad := 1.0
		if w := op.Width * scale; w > 0 && raster.Finite(w) { // else it is only filled
			pad += w / 2
		}
		return around(lo.X*scale, lo.Y*scale, hi.X*scale, hi.Y*scale, pad)
	case paint.Wallpaper:
		return newShape(op.Rect, 0, scale).bounds()
	case paint.Image:
		return newShape(op.Rect, 0, scale).bounds().Inset(-1)
	case paint.Backdrop:
		return newShape(op.Rect, 0, scale).bounds()
	case paint.Shader:
		return newShape(op.Rect, 0, scale).bounds().Inset(-1)
	}
	return image.Rectangle{}
}

// around is a rectangle with a border, empty when it cannot be drawn.
func around(x0, y0, x1, y1, pad float64) image.Rectangle {
	if !raster.Finite(x0, y0, x1, y1, pad) {
		return image.Rectangle{}
	}
	return image.Rect(int(math.Floor(x0-pad)), int(math.Floor(y0-pad)), int(math.Ceil(x1+pad)), int(math.Ceil(y1+pad)))
}
