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
	case attach.Down:
		s.grip = s.press(e)
		return s.grip
	case attach.Up: // it belongs to whoever has the press
		s.bar.drag = false
		return s.grip
	case attach.Move:
		return s.moved(e)
	case attach.Cancel:
		s.bar.drag = false
	case attach.Leave:
		return s.bar.open // what it was on last is what is meant
	case attach.Wheel:
		return s.onSealed(e.X, e.Y) || s.card != nil
	}
	return false
}

// press is the button going down; it says whether that is for the sealed layer alone. mu is held.
func (s *Screen) press(e attach.Event) bool {
	at, on := s.spotAt(e.X, e.Y)
	switch {
	case on && at.press != nil:
		at.press()
	case on && s.onSealed(e.X, e.Y):
		s.pressField(e)
	case on:
	case s.card != nil:
		s.card = nil
	case s.bar.open: // a click on the desktop says what is meant, and does nothing else
		s.bar.pinned = false
		s.retouch()
		s.bar.pinned = s.touch.halo.Cell != ""
		s.listen()
	default:
		return false
	}
	s.stale = true
	return true
}

// moved is the pointer having moved; it says whether that is for the sealed layer alone. mu is held.
func (s *Screen) moved(e attach.Event) bool {
	switch {
	case s.bar.open && s.bar.drag:
		s.caretAt(e.X, true)
		return true
	case s.down && !s.grip: // something of the desktop is being dragged
		return false
	}
	_, over := s.spotAt(e.X, e.Y)
	if over && !s.bar.open && !s.off { // "this" is not what it was on before
		s.off = true
		s.send(attach.Event{Kind: attach.Leave})
	}
	s.stale = s.stale || over || s.hovered
	s.hovered = over
	if now := time.Now(); s.toastSeen(now) && s.toast.until.Sub(now) < toastTime/2 && s.spreadToast(now).panel.Contains(e.X, e.Y) {
		s.toast.until = now.Add(toastTime / 2) // somebody reads it
		s.later(toastTime/2 + 10*time.Millisecond)
	}
	return s.bar.open && s.bar.pinned || over
}

// pressField is the button going down on the sentence. mu is held.
func (s *Screen) pressField(e attach.Event) {
	b := &s.bar
	if b.sent || !s.spread().field.Contains(e.X, e.Y) {
		return
	}
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

// caretAt puts the caret of the field under the pointer. mu is held.
func (s *Screen) caretAt(x float64, extend bool) {
	b := &s.bar
	t := fieldText(b.field.Text)
	b.field.State = b.field.Move(t.Index(x-s.spread().field.X+b.scroll, t.H/2), extend)
	s.stale = true
}

func (s *Screen) onSealed(x, y float64) bool { return s.bar.open && s.spread().panel.Contains(x, y) }
