package stage

import (
	"math"
	"time"
)

const (
	clickTime = 400 * time.Millisecond // between the clicks of a double click
	clickSlop = 4.0                    // how far apart they may be, logical pixels
)

// clicks counts the presses of a button that follow each other in one place.
type clicks struct {
	n, button int
	at        time.Time
	x, y      float64 // of the newest
}

// press says which press in a row this is, from 1; after the third it begins again.
func (c *clicks) press(button int, x, y float64, at time.Time) int {
	d := at.Sub(c.at)
	if button != c.button || d < 0 || d > clickTime || math.Hypot(x-c.x, y-c.y) > clickSlop || c.n >= 3 {
		c.n = 0
	}
	*c = clicks{c.n + 1, button, at, x, y}
	return c.n
}
