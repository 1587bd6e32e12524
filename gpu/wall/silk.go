package wall

import (
	"math"

	"cellshell/gpu/paint"
)

// silk is folds of cloth, seen from near: slow waves across a diagonal, bent by others.
func (f *Field) silk(op *paint.Wallpaper, phase float64) {
	f.Shapes[0] = [4]float64{1.5, 2.3, phase, 0.9}        // along u and v, phase, how far it is bent
	f.Shapes[1] = [4]float64{2.1, -1.2, 2*phase + 1, 0.5} // the bend: along u and v, phase, and of the second wave
	f.Shapes[2] = [4]float64{2.6, 1.4, 2.2 - phase, 0}    // the second wave
	for i, c := range op.Tints {
		f.Colors[2+i] = unit(c)
	}
}

func (f *Field) atSilk(u, v float64) [3]float64 {
	a, b, c := &f.Shapes[0], &f.Shapes[1], &f.Shapes[2]
	bend := math.Sin(b[0]*v+b[1]*u+b[2]) + 0.4*math.Sin(1.7*u+0.6*b[2])
	first := 0.5 + 0.5*math.Sin(a[0]*u+a[1]*v+a[2]+a[3]*bend)
	second := 0.5 + 0.5*math.Sin(c[0]*v-c[1]*u+c[2]+b[3]*bend)
	out := f.ground(0.5*v + 0.5*second)
	lay(&out, &f.Colors[2], f.Colors[2][3]*first*first)
	lay(&out, &f.Colors[3], f.Colors[3][3]*second*second*(1-first))
	shine := first * (1 - first) * 4
	lay(&out, &f.Colors[4], f.Colors[4][3]*shine*shine*shine*second*0.8)
	return out
}
