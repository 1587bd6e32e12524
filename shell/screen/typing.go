package screen

import (
	"time"

	"cellshell/compositor"
	"cellshell/compositor/edit"
	"cellshell/gpu/paint"
	"cellshell/shell/attach"
)

// typing is what a screen knows of the text that is being typed at it.
type typing struct {
	preedit  compositor.Preedit // what an input method composes
	caret    paint.Rect         // of the bar's field, as painted
	selected string             // newest that was told to Options.Primary
	hands    time.Time          // when they last did something here
}

// Caret is where text goes that is typed now, logical pixels; false when nothing takes text.
func (s *Screen) Caret() (paint.Rect, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.bar.open {
		return s.typing.caret, true
	}
	if s.layout == nil {
		return paint.Rect{}, false
	}
	return s.layout.Caret(s.composed())
}

// Compose shows what an input method is composing at the caret; "" ends it. Of text the bytes from to to are being chosen,
// and its caret stands at to.
func (s *Screen) Compose(text string, from, to int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	is := compositor.Preedit{Text: edit.Clean(text, false), From: from, To: to}
	if is != s.typing.preedit {
		s.typing.preedit, s.stale = is, true
	}
}

// composed is what was typed, with what is being composed at the caret. mu is held.
func (s *Screen) composed() *compositor.Edits {
	if s.edits == nil || s.typing.preedit.Text == "" || s.bar.open {
		return s.edits
	}
	with := *s.edits
	with.Preedit = &s.typing.preedit
	return &with
}

// sentence is what stands in the bar's field with what is being composed in it, which bytes of it are, and which of those
// are being chosen. mu is held.
func (s *Screen) sentence() (f edit.State, composed, chosen [2]int) {
	f = s.bar.field.State
	p := s.typing.preedit
	if p.Text == "" {
		return f, composed, chosen
	}
	f = f.Insert(p.Text)
	from := max(f.Cursor-len(p.Text), 0)
	composed = [2]int{from, f.Cursor}
	chosen = [2]int{min(from+p.From, f.Cursor), min(from+p.To, f.Cursor)}
	return f.Move(chosen[1], false), composed, chosen
}

// lately is how long after the hands did something here a change of the selection is theirs.
const lately = 2 * time.Second

// noteSelection tells what was selected by the hands at this screen. mu is held.
func (s *Screen) noteSelection() {
	if s.o.Primary == nil || time.Since(s.typing.hands) > lately {
		return
	}
	f := s.edits.Field(s.edits.Focus.Cell, s.edits.Focus.Node)
	if f == nil {
		return
	}
	if text := f.Selected(); text != s.typing.selected {
		s.typing.selected = text
		if text != "" {
			s.o.Primary(text)
		}
	}
}

// note keeps when the hands did something. mu is held.
func (s *Screen) note(e attach.Event) {
	if e.Kind == attach.Key || e.Kind == attach.Down || e.Kind == attach.Up || s.down {
		s.typing.hands = time.Now()
	}
}
