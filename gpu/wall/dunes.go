package wall

import (
	"math"

	"cellshell/gpu/paint"
)

// hills is how many dunes stand one behind the other.
const hills = 4

// dunes is hills in haze: the nearer, the deeper in colour. Each is lit at its crest and fades into haze at its foot.
func (f *Field) dunes(op *paint.Wallpaper, aspect, phase, h float64) {
	k := 1.9 / max(aspect, 1)
	edge := min(60, h/10) // 1/width of the soft edge of a crest, which is 10 pixels at least
	for i, r := range [hills][6]float64{
		{0.50, 0.055, 1.5, 0.020, 3.7, 0.4},
		{0.62, 0.070, 1.1, 0.025, 2.9, 2.6},
		{0.75, 0.060, 1.3, 0.030, 2.3, 4.4},
		{0.90, 0.075, 0.9, 0.020, 2.7, 0.9},
	} {
		// The nearer ones move more, as when somebody walks by.
		sway := 0.5 * float64(i+1) * math.Sin(phase) / hills
		f.Shapes[2*i] = [4]float64{r[0], r[1], r[2] * k, r[5] + sway}
		f.Shapes[2*i+1] = [4]float64{r[3], r[4] * k, 2*r[5] + 1.6*sway, edge}
		depth := float64(i+1) / hills
		tint := unit(op.Tints[i%len(op.Tints)])
		top, low := f.Colors[0], f.Colors[1]
		for c := range 3 {
			ground := top[c] + (low[c]-top[c])*depth
			f.Colors[2+2*i][c] = ground + (tint[c]-ground)*tint[3]*(0.35+0.65*depth)
			f.Colors[3+2*i][c] = ground + (tint[c]-ground)*tint[3]*0.45*depth
		}
	}
}

func (f *Field) atDunes(u, v float64) [3]float64 {
	out := f.ground(v * 1.4)
	for i := range hills {
		a, b := &f.Shapes[2*i], &f.Shapes[2*i+1]
		d := v - a[0] - a[1]*math.Sin(a[2]*u+a[3]) - b[0]*math.Sin(b[1]*u+b[2])
		crest, foot := &f.Colors[2+2*i], &f.Colors[3+2*i]
		t := smooth(d * 3.2)
		c := [4]float64{crest[0] + (foot[0]-crest[0])*t, crest[1] + (foot[1]-crest[1])*t, crest[2] + (foot[2]-crest[2])*t}
		lay(&out, &c, smooth(d*b[3]+0.5))
	}
	return out
}
