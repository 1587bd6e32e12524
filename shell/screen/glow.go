package screen

import (
	"math"
	"time"

	"cellshell/compositor"
)

// glowTime is how fast what is under the pointer takes on its look and loses it, seconds; maxGlows bounds how many do at a time.
const (
	glowTime = 0.035
	maxGlows = 6
)

// glows are what the pointer is on, and what it has just left.
type glows struct {
	all   []compositor.Touch
	at    time.Duration
	moves bool // the next picture differs
}

// advance brings the glows to an instant, at which the pointer is on a target, a Cell of "" for none, and presses it or not.
func (g *glows) advance(now time.Duration, on compositor.Target, down bool) {
	k := 1 - math.Exp(-min(max((now-g.at).Seconds(), 0), 0.1)/glowTime)
	if !g.moves {
		k = min(k, 0.35) // what was at rest begins to move now, and not when it came to rest
	}
	g.at, g.moves = now, false
	known := on.Cell == ""
	kept := g.all[:0]
	for _, t := range g.all {
		hover, press := 0.0, 0.0
		if t.At == on {
			known, hover = true, 1
			if down {
				press = 1
			}
		}
		var a, b bool
		t.Hover, a = near(t.Hover, hover, k)
		t.Press, b = near(t.Press, press, k)
		g.moves = g.moves || a || b
		if t.Hover > 0 || t.Press > 0 {
			kept = append(kept, t)
		}
	}
	if !known {
		if len(kept) >= maxGlows {
			kept = kept[1:]
		}
		kept = append(kept, compositor.Touch{At: on, Hover: 0.02})
		g.moves = true
	}
	g.all = kept
}

// near moves a number towards another, and says whether it has not arrived.
func near(v, to, k float64) (float64, bool) {
	if v += (to - v) * k; math.Abs(v-to) < 0.03 {
		return to, false
	}
	return v, true
}

// glowing brings what is under the pointer to an instant, and says whether it is drawn otherwise than before. mu is held.
func (s *Screen) glowing(now time.Duration) bool {
	on := s.touch.at
	if s.bar.open {
		on = compositor.Target{}
	}
	moved := s.glows.moves
	s.glows.advance(now, on, s.down)
	return moved || s.glows.moves
}
