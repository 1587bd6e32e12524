package screen

import (
	"time"

	"cellshell/compositor/edit"
	"cellshell/shell/attach"
)

// sealedTakes does what an event means to the sealed layer, and says whether it is for it alone. mu is held.
func (s *Screen) sealedTakes(e attach.Event) bool {
	switch e.Kind {
	case attach.Key:
		return s.sealedKey(e)
	case attach.Paste:
		if s.bar.open {
			s.stale = true
			b := &s.bar
			if b.field.Type(e.Text, false) {
				b.fault, b.hint, b.sent = "", "", false
				s.typed()
			}
		}
		return s.bar.open
	case attach.Down, attach.Up:
		if s.tapped && e.Kind == attach.Up {
			s.tapped = false
			return true
		}
		if s.floating(e) {
			return true
		}
		if !s.bar.open {
			return false
		}
		s.stale = true
		switch {
		case e.Kind == attach.Up:
			s.bar.drag = false
		case s.onSealed(e.X, e.Y):
			s.press(e)
		default: // a click on the desktop says what is meant, and does nothing else
			s.bar.pinned = false
			s.retouch()
			s.bar.pinned = s.touch.halo.Cell != ""
			s.listen()
		}
		return true
	case attach.Move:
		if s.bar.open && s.bar.drag {
			s.caretAt(e.X, true)
			return true
		}
		over := s.onSealed(e.X, e.Y) || s.onFloating(e.X, e.Y)
		s.stale = s.stale || over || s.hovered
		s.hovered = over
		if now := time.Now(); s.toastSeen(now) && s.toastRect().Contains(e.X, e.Y) && s.toast.until.Sub(now) < toastTime/2 {
			s.toast.until = now.Add(toastTime / 2) // somebody reads it
			s.later(toastTime/2 + 10*time.Millisecond)
		}
		return s.bar.open && (s.bar.pinned || s.onSealed(e.X, e.Y)) || s.onFloating(e.X, e.Y)
	case attach.Cancel:
		s.bar.drag = false
	case attach.Leave:
		return s.bar.open // what it was on last is what is meant
	case attach.Wheel:
		return s.onSealed(e.X, e.Y) || s.card != nil
	}
	return false
}

// press is the button going down on the bar. mu is held.
func (s *Screen) press(e attach.Event) {
	b, sp := &s.bar, s.spread()
	for i, r := range sp.chips {
		if !r.Contains(e.X, e.Y) {
			continue
		}
		if len(b.choices) > 0 {
			s.choose(i)
		} else if list := s.suggestions(); i < len(list) {
			s.fill(list[i])
		}
		return
	}
	for i, r := range sp.rows {
		if list := s.rows(); r.Contains(e.X, e.Y) && i < len(list) {
			s.fill(list[i])
			return
		}
	}
	if sp.field.Contains(e.X, e.Y) && !b.sent {
		switch {
		case e.Clicks >= 3:
			b.field.Anchor, b.field.Cursor = 0, len(b.field.Text)
		case e.Clicks == 2:
			s.caretAt(e.X, false)
			b.field.Anchor = edit.PrevWord(b.field.Text, edit.Next(b.field.Text, b.field.Cursor))
			b.field.Cursor = edit.NextWord(b.field.Text, b.field.Anchor)
		default:
			s.caretAt(e.X, e.Shift)
			b.drag = true
		}
	}
}

// caretAt puts the caret of the field under the pointer. mu is held.
func (s *Screen) caretAt(x float64, extend bool) {
	b := &s.bar
	t := fieldText(b.field.Text)
	b.field.State = b.field.Move(t.Index(x-s.spread().field.X+b.scroll, t.H/2), extend)
	s.stale = true
}

func (s *Screen) onSealed(x, y float64) bool { return s.bar.open && s.spread().panel.Contains(x, y) }

// onFloating says whether a place is on the sign, the newest receipt or its details. mu is held.
func (s *Screen) onFloating(x, y float64) bool {
	now := time.Now()
	return s.onFinger(x, y) || s.card != nil && s.cardRect().Contains(x, y) || s.signSeen(now) && s.signRect().Contains(x, y) ||
		s.toastSeen(now) && s.toastRect().Contains(x, y) || s.attempting.seen(now) && s.attemptRect().Contains(x, y)
}

// floating takes a click on what floats beside the bar, and says whether it was one. mu is held.
func (s *Screen) floating(e attach.Event) bool {
	now := time.Now()
	down := e.Kind == attach.Down
	switch {
	case s.onFinger(e.X, e.Y):
		if down {
			s.toggle() // the button may go elsewhere
			s.tapped = true
		}
	case s.signSeen(now) && s.signRect().Contains(e.X, e.Y):
		if down && s.stopRect().Contains(e.X, e.Y) {
			s.stopWork()
		}
	case s.card != nil:
		if down && !s.cardRect().Contains(e.X, e.Y) {
			s.card = nil
		}
	case s.toastSeen(now) && s.toastRect().Contains(e.X, e.Y):
		if down && s.toast.receipt != nil {
			s.card = s.toast.receipt
			s.toast.until = now
		}
	case s.attempting.seen(now) && s.attemptRect().Contains(e.X, e.Y):
		if down {
			s.pressAttempt(e.X, e.Y)
		}
	default:
		return false
	}
	s.stale = true
	return true
}
