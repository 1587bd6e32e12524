package wall

import (
	"math"

	"cellshell/gpu/paint"
)

// aurora is three wide glows that wander, and a band of light across them.
func (f *Field) aurora(op *paint.Wallpaper, aspect, phase float64) {
	sin, cos := math.Sin, math.Cos
	wide := max(aspect, 1)
	f.Shapes[0] = [4]float64{aspect * (0.14 + 0.06*sin(phase)), 0.10 + 0.08*cos(phase), 1 / (0.62 * wide), 1 / 0.62}
	f.Shapes[1] = [4]float64{aspect * (0.92 + 0.05*cos(phase+1)), 0.30 + 0.10*sin(phase+2), 1 / (0.46 * wide), 1 / 0.56}
	f.Shapes[2] = [4]float64{aspect * (0.58 + 0.10*sin(phase+4)), 1.04 + 0.05*cos(phase+3), 1 / (0.66 * wide), 1 / 0.44}
	f.Shapes[3] = [4]float64{phase + 0.6, 2*phase + 2, 1.9 / wide, 2.6} // the warp: two phases, two frequencies
	f.Shapes[4] = [4]float64{0.56, 0.15, 2.4 / wide, phase + 1}         // the band: height, how far it swings, frequency, phase
	f.Shapes[5] = [4]float64{1 / 0.24, 0.5, 0.28 / aspect, 0}           // the band: 1/width, strength; the slope of the ground
	for i, c := range op.Tints {
		f.Colors[2+i] = unit(c)
	}
}

func (f *Field) atAurora(u, v float64) [3]float64 {
	warp, band, more := &f.Shapes[3], &f.Shapes[4], &f.Shapes[5]
	x := u + 0.12*math.Sin(warp[3]*v+warp[0])
	y := v + 0.09*math.Sin(warp[2]*u+warp[1])
	out := f.ground(y + more[2]*x - 0.14)
	for i := range 3 {
		s := &f.Shapes[i]
		dx, dy := (x-s[0])*s[2], (y-s[1])*s[3]
		g := 1 / (1 + dx*dx + dy*dy)
		lay(&out, &f.Colors[2+i], f.Colors[2+i][3]*g*g)
	}
	d := (y - band[0] - band[1]*math.Sin(band[2]*x+band[3])) * more[0]
	g := 1 / (1 + d*d)
	lay(&out, &f.Colors[2], f.Colors[2][3]*more[1]*g*g)
	return out
}
