// Package wall holds the patterns of wallpapers as numbers (procedural texture), for the renderers: what one computes on the
// processor and the other in a shader is the same [Field].
//
// A position in a field is u, v: pixels from the upper left of the wallpaper, divided by its height. So a pattern keeps its
// shape on a wide screen, and v goes from 0 to 1.
package wall

import (
	"math"

	"cellshell/gpu/paint"
)

// Field is a pattern with all that does not depend on the position worked out.
type Field struct {
	Style  paint.WallStyle
	Colors [10][4]float64 // red, green, blue 0 to 1, and strength; which is what depends on Style
	Shapes [8][4]float64  // where things stand and how large they are
}

// maxAspect is how much wider than high a pattern may be, and minSide the least height in pixels; beyond, numbers of a shader lose
// their digits, and there is nothing to see.
const (
	maxAspect = 64
	minSide   = 8
	maxSide   = 1 << 16
)

// New works out a wallpaper that is w by h device pixels. Where no pattern can be drawn it is plain.
func New(op *paint.Wallpaper, w, h float64) Field {
	f := Field{Style: op.Style}
	for i, c := range op.Base {
		f.Colors[i] = unit(c)
	}
	phase := math.Mod(op.Phase, 2*math.Pi)
	if !(h >= minSide && h <= maxSide && w <= h*maxAspect) || math.IsNaN(phase) {
		f.Style, f.Colors[1] = paint.Aurora, f.Colors[0]
		return f
	}
	aspect := w / h
	switch op.Style {
	case paint.Dunes:
		f.dunes(op, aspect, phase, h)
	case paint.Silk:
		f.silk(op, phase)
	default:
		f.Style = paint.Aurora
		f.aurora(op, aspect, phase)
	}
	return f
}

func unit(c paint.Color) [4]float64 {
	return [4]float64{float64(c.R) / 255, float64(c.G) / 255, float64(c.B) / 255, float64(c.A) / 255}
}

// At is the colour of a position, 0 to 1. wall.kage says the same.
func (f *Field) At(u, v float64) [3]float64 {
	switch f.Style {
	case paint.Dunes:
		return f.atDunes(u, v)
	case paint.Silk:
		return f.atSilk(u, v)
	}
	return f.atAurora(u, v)
}

// ground is the colour below everything.
func (f *Field) ground(t float64) [3]float64 {
	var out [3]float64
	t = smooth(t)
	for i := range out {
		out[i] = f.Colors[0][i] + (f.Colors[1][i]-f.Colors[0][i])*t
	}
	return out
}

// lay mixes a colour over another.
func lay(under *[3]float64, c *[4]float64, t float64) {
	for i := range under {
		under[i] += (c[i] - under[i]) * t
	}
}

// smooth eases 0 to 1.
func smooth(t float64) float64 {
	t = min(max(t, 0), 1)
	return t * t * (3 - 2*t)
}
