package soft

import (
	"math"

	"cellshell/gpu/paint"
)

// gradient is a linear blend prepared for a shape.
type gradient struct {
	from, step [4]float64 // premultiplied channels at t = 0, and what they gain up to t = 1
	ax, ay, b  float64    // t = ax*x + ay*y + b
}

func newGradient(g paint.Gradient, s shape) *gradient {
	sin, cos := math.Sincos(g.Angle * math.Pi / 180)
	if math.IsNaN(sin) {
		sin, cos = 0, 1
	}
	w, h := s.x1-s.x0, s.y1-s.y0
	length := math.Abs(w*cos) + math.Abs(h*sin) // so that the ends lie in the corners
	if !(length > 0) {
		length = 1
	}
	out := &gradient{ax: cos / length, ay: sin / length}
	out.b = 0.5 - out.ax*(s.x0+s.x1-1)/2 - out.ay*(s.y0+s.y1-1)/2
	f, t := channels(g.From), channels(g.To)
	for i := range f {
		out.from[i], out.step[i] = f[i], t[i]-f[i]
	}
	return out
}

func channels(c paint.Color) [4]float64 {
	a := float64(c.A) / 255
	return [4]float64{float64(c.R) * a, float64(c.G) * a, float64(c.B) * a, float64(c.A)}
}

// dither breaks up the bands of slow gradients: an ordered 4×4 pattern, less than one step of a channel.
var dither = [16]float64{
	0.5 / 16, 8.5 / 16, 2.5 / 16, 10.5 / 16,
	12.5 / 16, 4.5 / 16, 14.5 / 16, 6.5 / 16,
	3.5 / 16, 11.5 / 16, 1.5 / 16, 9.5 / 16,
	15.5 / 16, 7.5 / 16, 13.5 / 16, 5.5 / 16,
}

func (g *gradient) at(x, y int) uint32 {
	t := g.ax*float64(x) + g.ay*float64(y) + g.b
	t = min(1, max(0, t))
	d := dither[(y&3)<<2|x&3]
	if g.step[3] == 0 && g.from[3] == 255 {
		return uint32(g.from[0]+t*g.step[0]+d) | uint32(g.from[1]+t*g.step[1]+d)<<8 | uint32(g.from[2]+t*g.step[2]+d)<<16 | 0xff<<24
	}
	a := uint32(g.from[3] + t*g.step[3] + d)
	var p uint32
	for i := range 3 {
		p |= min(a, uint32(g.from[i]+t*g.step[i]+d)) << (8 * i)
	}
	return p | a<<24
}
