package evolve

import (
	"fmt"
	"math"
	"strconv"
)

func orOne(p *float64) float64 {
	if p == nil || *p == 0 {
		return 1
	}
	return *p
}

func orElse(v, other float64) float64 {
	if v == 0 {
		return other
	}
	return v
}

func ptr(v float64) *float64 { return &v }

func clamp(v, lo, hi float64) float64 { return max(lo, min(v, hi)) }

func round2(v float64) float64 { return math.Round(v*100) / 100 }

// wholePixels rounds to hundredths, and to a whole number what is one but for earlier rounding.
func wholePixels(v float64) float64 {
	if whole := math.Round(v); math.Abs(v-whole) < 0.02 {
		return whole
	}
	return round2(v)
}

func round4(v float64) float64 { return math.Round(v*10000) / 10000 }

// pixelText prints a length on the screen as people read it: nobody sees half a pixel.
func pixelText(v float64) string { return strconv.Itoa(int(math.Round(v))) }

// trim prints a number as people read it: whole, or with one decimal.
func trim(v float64) string {
	if r := math.Round(v); math.Abs(v-r) < 0.05 {
		return fmt.Sprintf("%.0f", r)
	}
	return fmt.Sprintf("%.1f", v)
}
