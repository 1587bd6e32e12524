package screen

import (
	"slices"
	"time"

	"cellshell/compositor/text"
	"cellshell/evolve/act"
)

// toast is the line that tells what was done.
type toast struct {
	moving  ease
	text    string
	hint    string
	others  []string // what else the sentence may have meant, to be had by a click
	bad     bool
	undo    bool // Ctrl+Z takes it back
	until   time.Time
	receipt *receipt // nil: there is no more to tell
}

// toastTime is how long the line stays, guessTime how long one that asks whether the guess was right, undoKey what takes back
// what it tells of.
const (
	toastTime = 7 * time.Second
	guessTime = 15 * time.Second
	undoKey   = "Ctrl+Z"
)

var toastStyle = text.Style{Size: 13, Weight: 500, Tabular: true}

// tell shows a receipt as one line. mu is held.
func (s *Screen) tell(r receipt) {
	whole, stays := r, toastTime
	undo := r.Undo != "" && r.Commit != "" && !slices.ContainsFunc(r.Acts, func(a act.Act) bool { return a.Intent == act.Undo })
	r.Undo = ""
	if len(r.Alternatives) > 0 {
		stays = guessTime
	}
	s.show(toast{text: r.Line(), others: r.Alternatives, undo: undo, receipt: &whole}, stays)
}

// show puts a line on the screen for a while. mu is held.
func (s *Screen) show(t toast, stays time.Duration) {
	now := time.Now()
	t.until, t.moving = now.Add(stays), s.toast.moving
	if !s.toastSeen(now) {
		t.moving = ease{}
	}
	t.moving.come(now)
	s.toast = t
	s.later(stays + 10*time.Millisecond)
}

// others are what else the newest sentence may have meant, as long as that is offered. mu is held.
func (s *Screen) others(now time.Time) []string {
	if !s.toastSeen(now) || !s.toast.moving.in {
		return nil
	}
	return s.toast.others
}

// toastSeen says whether the line is to be seen, and lets it go when its time has come. mu is held.
func (s *Screen) toastSeen(now time.Time) bool {
	t := &s.toast
	if t.text == "" || s.bar.open {
		return false
	}
	if !now.Before(t.until) {
		t.moving.leave(now)
	}
	return t.moving.seen(now)
}
