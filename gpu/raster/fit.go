package raster

import (
	"math"

	"cellshell/internal/fonts"
)

// fit moves heights of a face to whole pixels, so that the tops and bottoms of letters are crisp at small sizes: the
// baseline stays, x-height, capital height and the depth of descenders go to the nearest pixel, what lies between follows
// in proportion. Widths are untouched, so a fitted text is as wide as an unfitted one.
type fit struct {
	from, to []float64 // ascending heights above the baseline, pixels
}

// fitBelow is the size, in device pixels per em, from which letters are large enough to need no fitting.
const fitBelow = 48

func newFit(id string, size float64) fit {
	m := fonts.Metrics(id)
	if size >= fitBelow || m.XHeight == 0 || m.CapHeight <= m.XHeight {
		return fit{}
	}
	x, capital := m.XHeight*size, m.CapHeight*size
	over := 0.016 * size // by how much round letters overshoot flat ones
	fx := math.Max(1, math.Round(x))
	fc := math.Max(fx+1, math.Round(capital))
	// An overshoot of less than half a pixel only blurs: it is pressed flat.
	flat := math.Max(0, over-0.5)
	return fit{
		from: []float64{-over, 0, x, x + over, capital, capital + over},
		to:   []float64{-flat, 0, fx, math.Min(fx+flat, fc-0.01), fc, fc + flat},
	}
}

// at maps a height above the baseline.
func (f fit) at(y float64) float64 {
	n := len(f.from)
	if n == 0 {
		return y
	}
	if y <= f.from[0] {
		return y - f.from[0] + f.to[0]
	}
	for i := 1; i < n; i++ {
		if y <= f.from[i] {
			d := f.from[i] - f.from[i-1]
			if d <= 0 {
				return f.to[i]
			}
			return f.to[i-1] + (y-f.from[i-1])/d*(f.to[i]-f.to[i-1])
		}
	}
	return y - f.from[n-1] + f.to[n-1]
}
