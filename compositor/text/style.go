package text

import (
	"math"

	"cellshell/gpu/paint"
)

// Style is what a run of text looks like, colour apart.
type Style struct {
	Size     float64 // pixels per em
	Weight   float64 // 400 regular to 700 bold; the nearest face is taken
	Mono     bool
	Italic   bool
	Tabular  bool    // digits of equal width
	Leading  float64 // distance of baselines as a multiple of Size; 0: as suits the size
	Tracking float64 // added after each glyph, em
}

// Align places lines within the width of their block.
type Align uint8

// The alignments. Start is where reading starts: left, but right for a line whose first letter is of a right-to-left script.
const (
	Start Align = iota
	Center
	End
)

// Font is the embedded face that serves a style best.
func (s Style) Font() paint.FontID {
	if s.Mono {
		if s.Weight >= 550 {
			return "mono-700"
		}
		return "mono-400"
	}
	if s.Italic {
		if s.Weight >= 550 {
			return "sans-700-italic"
		}
		return "sans-400-italic"
	}
	switch {
	case s.Weight == 0 || s.Weight < 450:
		return "sans-400"
	case s.Weight < 550:
		return "sans-500"
	case s.Weight < 650:
		return "sans-600"
	default:
		return "sans-700"
	}
}

// Leading is the distance of baselines that suits a size, as a multiple of it: airy for reading, tight for display.
func Leading(size float64) float64 {
	return math.Min(1.45, math.Max(1.12, 1.5-(size-12)*0.011))
}

// Tracking is the letter spacing that suits a size, em: large letters stand closer together.
func Tracking(size float64) float64 {
	return math.Max(-0.022, math.Min(0, -(size-15)*0.0011))
}
