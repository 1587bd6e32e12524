package paint

import "math"

// Px moves a length or position, in logical pixels, to the nearest device pixel at a scale.
func Px(v, scale float64) float64 { return math.Round(v*scale) / scale }

// Snap moves the edges of a rectangle to device pixels at a scale, so that they are sharp.
func Snap(r Rect, scale float64) Rect {
	x, y := Px(r.X, scale), Px(r.Y, scale)
	return Rect{X: x, Y: y, W: max(Px(r.X+r.W, scale)-x, 0), H: max(Px(r.Y+r.H, scale)-y, 0)}
}
