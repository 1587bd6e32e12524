package testenv

import (
	"cellshell/shell/attach"
	"cellshell/shell/screen"
)

// Hands are a mouse and a keyboard before a screen without a window.
type Hands struct{ *screen.Screen }

// Click presses and releases the left button so many times.
func (h Hands) Click(x, y float64, times int) {
	h.Handle(attach.Event{Kind: attach.Move, X: x, Y: y})
	for n := range times {
		h.Handle(attach.Event{Kind: attach.Down, X: x, Y: y, Button: attach.Left, Clicks: n + 1},
			attach.Event{Kind: attach.Up, X: x, Y: y, Button: attach.Left})
	}
}

// Keys presses keys; a letter types itself.
func (h Hands) Keys(chords ...string) {
	for _, c := range chords {
		e := attach.Event{Kind: attach.Key, Chord: c}
		if len(c) == 1 {
			e.Text = c
		}
		h.Handle(e)
	}
}
