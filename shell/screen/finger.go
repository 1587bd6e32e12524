package screen

import (
	"cellshell/gpu/paint"
	"cellshell/shell/attach"
)

// Ask opens the bar about what is at a place, for hands without a key: "this" is what was held there, and what they held down is let
// go. It says whether the bar was closed.
func (s *Screen) Ask(x, y float64) (opened bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stir()
	s.hush()
	s.x, s.y, s.inside, s.down, s.grip = x, y, true, false, true
	s.send(attach.Event{Kind: attach.Cancel})
	if _, sealed := s.spotAt(x, y); sealed {
		return false
	}
	if opened = !s.bar.open; opened {
		s.toggle()
	}
	s.bar.pinned = false
	s.retouch()
	s.bar.pinned = s.touch.halo.Cell != ""
	s.dodge()
	s.listen()
	s.stale = true
	return opened
}

// Unask closes the bar that Ask has opened, when the finger turns out to have gone before.
func (s *Screen) Unask() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.grip = false
	if s.bar.open {
		s.toggle()
	}
}

// Asking tells whether the bar is open, so that what is typed goes there.
func (s *Screen) Asking() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.bar.open
}

// Fingers says that the window is touched, so that there is something to open the bar with.
func (s *Screen) Fingers() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stale = s.stale || !s.fingers
	s.fingers = true
}

// The button for fingers: its size, how far from the edge on the right, and from the bottom, where receipts stand.
const (
	fingerSize = 48.0
	fingerEdge = 16.0
	fingerUp   = 96.0
)

// fingerRect is where the button for fingers stands: beside the bar, not on it. mu is held.
func (s *Screen) fingerRect() paint.Rect {
	r := paint.Rect{X: s.w - fingerSize - fingerEdge, Y: s.h - fingerSize - fingerUp, W: fingerSize, H: fingerSize}
	if !s.bar.open {
		return r
	}
	p := s.spread().panel
	if !r.Meets(p) {
		return r
	}
	if r.Y = p.Y - fingerSize - 12; r.Y < 0 { // no room above
		r.Y = p.Y + p.H + 12
	}
	return r
}

// paintFinger shows the button for fingers. mu is held.
func (s *Screen) paintFinger(b *brush) {
	if !s.fingers {
		return
	}
	r := b.snap(s.fingerRect())
	name := "sparkle"
	if s.bar.open {
		name = "close"
	}
	b.card(r, fingerSize/2, b.color("accent", 0.55))
	b.icon(name, r.X+(fingerSize-22)/2, r.Y+fingerSize/2, 22, b.th.Accent)
}
