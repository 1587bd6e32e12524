package compositor

import (
	"math"

	"cellshell/gpu/paint"
)

// stiffness is how fast springs come to rest, 1/s: a move of 100 pixels is seen to take about a third of a second.
const stiffness = 21.0

// spring is a critically damped spring: how far something still is from where it belongs, and how fast it comes. It
// approaches without swinging beyond.
type spring struct{ d, v float64 }

// after is the spring t seconds later.
func (s spring) after(t float64) spring {
	e := math.Exp(-stiffness * t)
	b := s.v + stiffness*s.d
	return spring{d: (s.d + b*t) * e, v: (s.v - stiffness*b*t) * e}
}

func (s spring) rest() bool { return math.Abs(s.d) < 0.2 && math.Abs(s.v) < 4 }

// springs are those of a rectangle: x, y, width, height.
type springs [4]spring

func (s springs) after(t float64) springs {
	for i := range s {
		s[i] = s[i].after(t)
	}
	return s
}

func (s springs) rest() bool { return s[0].rest() && s[1].rest() && s[2].rest() && s[3].rest() }

// over is a rectangle with what is still missing added.
func (s springs) over(r paint.Rect) paint.Rect {
	return paint.Rect{X: r.X + s[0].d, Y: r.Y + s[1].d, W: max(r.W+s[2].d, 0), H: max(r.H+s[3].d, 0)}
}

// aim moves the target from one rectangle to another without a jump of what is seen.
func (s springs) aim(from, to paint.Rect) springs {
	s[0].d += from.X - to.X
	s[1].d += from.Y - to.Y
	s[2].d += from.W - to.W
	s[3].d += from.H - to.H
	return s
}
