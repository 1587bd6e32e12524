package body

import (
	"cellshell/compositor"
	"cellshell/shell/attach"
	"cellshell/tissue"
)

// known is what a screen knows of a cell: what that showed, and what of it the screen was sent.
type known struct{ is, sent compositor.CellInput }

// sent is a frame on its way: a number and the version of the picture in it.
type sent struct{ number, version uint64 }

// news is what a screen has not been sent yet; false when that is nothing, or it has to show what it has first. mu is held.
func (b *Body) news(s *screen) (attach.Frame, bool) {
	if len(s.ahead) >= attach.MaxAhead {
		return attach.Frame{}, false // Input.Shown wakes it
	}
	f := attach.Frame{Number: s.Sent + 1}
	changed := s.Sent == 0
	if changed {
		f.Screen, f.Primary, f.Clip = s.Number, s.Primary, b.clip
		f.Calm = b.config.Look.Motion == MotionReduced
	}
	if s.has.Doc != b.doc {
		f.Doc, s.has.Doc, changed = b.doc, b.doc, true
	}
	for id, c := range b.cells {
		is := compositor.CellInput{Tree: c.tree, Dead: c.failure, Note: c.note()}
		was, ok := s.known[id]
		if ok && was.is == is {
			continue
		}
		if f.Cells == nil {
			f.Cells = map[tissue.CellID]attach.Cell{}
		}
		thin := is
		thin.Tree = attach.Thin(id, is.Tree, b.edits)
		f.Cells[id], s.known[id], changed = attach.Since(was.sent, ok, thin), known{is, thin}, true
	}
	for id := range s.known {
		if b.cells[id] == nil {
			delete(s.known, id)
			f.Gone, changed = append(f.Gone, id), true
		}
	}
	if e := attach.EditsSince(s.edits, b.edits); e != nil {
		s.edits = attach.Keep(b.edits)
		e.Scroll = s.edits.Scroll // the frame is read when mu is no longer held
		f.Edits, changed = e, true
	}
	if s.has.Held == nil && b.held.Cell != "" || s.has.Held != nil && *s.has.Held != b.held {
		s.has.Held = new(b.held)
		f.Held, changed = s.has.Held, true
	}
	if w := b.working(); s.has.Working == nil && w.Number != 0 || s.has.Working != nil && !sameWork(*s.has.Working, w) {
		s.has.Working = &w
		f.Working, changed = &w, true
	}
	if s.has.Trying == nil && b.attempt.Name != "" || s.has.Trying != nil && *s.has.Trying != b.attempt {
		s.has.Trying = new(b.attempt)
		f.Trying, changed = s.has.Trying, true
	}
	if s.wants != s.asked {
		f.Picture, s.asked, changed = s.wants, s.wants, true
	}
	if !changed {
		if len(s.ahead) == 0 {
			s.saw(b.version)
		} else {
			s.ahead[len(s.ahead)-1].version = b.version
		}
		return attach.Frame{}, false
	}
	s.Sent++
	s.ahead = append(s.ahead, sent{s.Sent, b.version})
	return f, true
}

// saw notes that a version of the picture is on the glass. Body.mu is held.
func (s *screen) saw(version uint64) {
	if s.slow = false; version > s.seen {
		s.seen = version
		close(s.shown)
		s.shown = make(chan struct{})
	}
}

// acknowledged notes that a screen shows a frame. mu is held.
func (b *Body) acknowledged(s *screen, number uint64) {
	for len(s.ahead) > 0 && s.ahead[0].number <= number {
		s.Shown = s.ahead[0].number
		s.saw(s.ahead[0].version)
		s.ahead = s.ahead[1:]
		select {
		case s.wake <- struct{}{}:
		default:
		}
	}
}
