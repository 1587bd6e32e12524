package screen

import (
	"strconv"
	"strings"
	"time"

	"cellshell/compositor/edit"
	"cellshell/shell/attach"
)

// sealedKey is sealedTakes for keys. mu is held.
func (s *Screen) sealedKey(e attach.Event) bool {
	chord := strings.ToLower(e.Chord)
	if chord == "ctrl+space" || chord == "super" {
		s.toggle()
		return true
	}
	if s.bar.open {
		s.stale = true
		s.barKey(chord, e.Text)
		return true
	}
	switch {
	case chord == "ctrl+z" && s.toast.undo && time.Now().Before(s.toast.until):
		s.undo()
		return true
	case chord == "escape" && s.card != nil:
		s.card, s.stale = nil, true
		return true
	case chord == "escape" && s.bar.work != nil:
		s.bar.work.cancel()
		return true
	case chord == "escape" && s.sign.seen(time.Now()) && s.inside && s.signRect().Contains(s.x, s.y):
		s.stopWork()
		return true
	}
	s.toast.undo = s.toast.undo && e.Text == "" // who types on means the text with Ctrl+Z
	return false
}

// barKey is a key while the bar is open. mu is held.
func (s *Screen) barKey(chord, text string) {
	b := &s.bar
	empty := b.field.Text == "" || b.sent
	switch chord {
	case "escape":
		s.escape()
		return
	case "enter":
		s.enter()
		return
	case "ctrl+r":
		s.seek()
		return
	case "up", "down":
		s.step(chord == "up")
		return
	case "tab", "shift+tab":
		s.complete(chord == "shift+tab")
		return
	case "left", "right":
		if b.question != "" && b.field.Text == "" && len(b.choices) > 0 {
			s.pick(chord == "left", len(b.choices))
			return
		}
		if chord == "right" && b.field.Cursor == b.field.Anchor && b.field.Cursor == len(b.field.Text) && s.complete(false) {
			return
		}
	case "ctrl+z":
		if empty {
			s.undoNext()
			return
		}
	}
	if n, err := strconv.Atoi(chord); err == nil && b.field.Text == "" && n >= 1 && n <= len(b.choices) {
		s.choose(n - 1)
		return
	}
	r := b.field.Key(chord, text, edit.Options{})
	if r.Copy != "" && s.o.Clipboard != nil {
		s.o.Clipboard(r.Copy)
	}
	if r.Changed {
		b.fault, b.hint, b.sent = "", "", false
		s.typed()
	}
}

// undoNext takes back the newest change, or the one that is just being made as soon as it is. mu is held.
func (s *Screen) undoNext() {
	b := &s.bar
	switch {
	case b.work == nil:
		s.undo()
	case b.next == "":
		b.next = "undo"
	}
}

// escape goes one step back: out of the search, the choice, the sentence that waits, the request, the bar. mu is held.
func (s *Screen) escape() {
	b := &s.bar
	switch {
	case b.seeking:
		s.fill(b.draft)
	case b.picked >= 0 && b.question == "":
		b.picked = -1
	case b.next != "":
		b.next = ""
	case b.work != nil:
		b.work.cancel()
	default:
		s.toggle()
	}
}

// enter says what is picked, or what is typed. mu is held.
func (s *Screen) enter() {
	b := &s.bar
	rows := s.rows()
	switch {
	case b.question != "" && b.field.Text == "":
		if b.picked >= 0 && b.picked < len(b.choices) {
			s.choose(b.picked)
		}
	case b.picked >= 0 && b.picked < len(rows):
		if strings.HasSuffix(rows[b.picked], open) {
			s.fill(rows[b.picked])
			return
		}
		s.submit(rows[b.picked])
	case b.seeking:
	default:
		s.submit(b.field.Text)
	}
}

// seek begins to look for a sentence said before, and goes on to an older one. mu is held.
func (s *Screen) seek() {
	b := &s.bar
	if b.seeking {
		s.pick(false, len(s.rows()))
		return
	}
	b.draft = b.field.Text
	if b.sent {
		b.draft = ""
		s.emptyField()
	}
	b.seeking, b.picked, b.at = true, 0, -1
}

// step goes up or down: in the list, else through what was said. mu is held.
func (s *Screen) step(back bool) {
	b := &s.bar
	rows := len(s.rows())
	switch {
	case b.question != "" && b.field.Text == "" && len(b.choices) > 0:
		s.pick(back, len(b.choices))
	case b.at < 0 && rows > 0 && (!back || b.picked >= 0):
		s.pick(back, rows)
	case !b.seeking:
		s.recall(back)
	}
}

// pick moves on to the next of n, or back; before the first there is none. mu is held.
func (s *Screen) pick(back bool, n int) {
	b := &s.bar
	first := -1
	if b.seeking {
		first = 0
	}
	to := b.picked + 1
	if back {
		to = b.picked - 1
	}
	b.picked = max(min(to, n-1), min(first, n-1))
}

// complete puts a whole sentence into the field: the one that is picked, or the first. False: there is none. mu is held.
func (s *Screen) complete(back bool) bool {
	b := &s.bar
	if b.question != "" && b.field.Text == "" && len(b.choices) > 0 {
		s.pick(back, len(b.choices))
		return true
	}
	list := s.rows()
	if len(list) == 0 {
		list = s.suggestions()
	}
	if len(list) == 0 || back {
		return false
	}
	s.fill(list[max(min(b.picked, len(list)-1), 0)])
	return true
}
