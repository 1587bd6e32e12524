package body

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"cellshell/compositor"
	"cellshell/compositor/edit"
	"cellshell/membrane/ui"
	"cellshell/shell/attach"
)

// placeCaret puts the caret where an editor was clicked; twice selects the word there, three times the line. mu is held.
func (b *Body) placeCaret(l *compositor.Layout, c *live, n *ui.Node, e attach.Event) {
	was := b.edits.Focus
	b.focus(c, n)
	f := b.edits.Fields[compositor.Key(c.id, n.ID)]
	at, ok := l.TextAt(c.id, n.ID, e.X, e.Y)
	if !ok {
		at = len(f.Text)
	}
	b.followCaret(c, n)
	switch {
	case e.Clicks == 2:
		from, to := word(f.Text, at)
		f.State = f.Move(from, false).Move(to, true)
	case e.Clicks >= 3:
		from, to := line(f.Text, at)
		f.State = f.Move(from, false).Move(to, true)
	default:
		f.State = f.Move(at, e.Shift && was == compositor.Target{Cell: c.id, Node: n.ID})
	}
	b.touch()
	b.dirtyInput()
}

// selectTo extends the selection to where the pointer is. mu is held.
func (b *Body) selectTo(l *compositor.Layout, c *live, node string, x, y float64) {
	f := b.edits.Field(c.id, node)
	at, ok := l.TextAt(c.id, node, x, y)
	if f == nil || !ok || at == f.Cursor {
		return
	}
	b.edits.Loose = ""
	f.State = f.Move(at, true)
	b.touch()
	b.dirtyInput()
}

// insertAt puts a text where the pointer is, as the middle button does. mu is held.
func (b *Body) insertAt(s *screen, e attach.Event) {
	l := b.arrangeFor(s)
	t := l.Hit(e.X, e.Y)
	c := b.cells[t.Cell]
	if c == nil || c.tree == nil || t.Part != compositor.PartBody {
		return
	}
	n := ui.Find(c.tree, t.Node)
	if box, ok := l.Node(t.Cell, t.Node); n == nil || !ok || box.Disabled || !editable(n) {
		return
	}
	e.Clicks, e.Shift = 1, false
	b.placeCaret(l, c, n, e)
	_, events := b.change(c, n, func(f *edit.Field, o edit.Options) edit.Result {
		return edit.Result{Used: true, Changed: f.Type(e.Text, o.Multi)}
	})
	b.post(c, events...)
}

// word is the stretch of letters and digits around an offset, else of what stands there instead.
func word(text string, at int) (from, to int) {
	at = min(max(at, 0), len(text))
	class := func(r rune) int {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r), r == '_':
			return 1
		case r == '\n':
			return 2
		case unicode.IsSpace(r):
			return 3
		}
		return 4
	}
	next, size := utf8.DecodeRuneInString(text[at:])
	if last, n := utf8.DecodeLastRuneInString(text[:at]); n > 0 && (size == 0 || class(next) != 1 && class(last) == 1) {
		next = last
	}
	from, to = at, at
	for from > 0 {
		r, n := utf8.DecodeLastRuneInString(text[:from])
		if class(r) != class(next) {
			break
		}
		from -= n
	}
	for to < len(text) {
		r, n := utf8.DecodeRuneInString(text[to:])
		if class(r) != class(next) {
			break
		}
		to += n
	}
	return from, to
}

// line is the line of the text around an offset, without its line feed.
func line(text string, at int) (from, to int) {
	from = strings.LastIndexByte(text[:at], '\n') + 1
	if to = strings.IndexByte(text[at:], '\n'); to < 0 {
		return from, len(text)
	}
	return from, at + to
}

// press takes a key, or a paste. In a field it edits; Tab moves the focus; Enter and Space press what is focused; Ctrl+Z
// outside of a field is for the desktop; anything else goes to the cell that has the keyboard. mu is held.
func (b *Body) press(e attach.Event, out *attach.Answer) {
	chord := strings.ToLower(e.Chord)
	c, n := b.focusedLocked()
	if n != nil && editable(n) && !n.Disabled {
		r, events := b.change(c, n, func(f *edit.Field, o edit.Options) edit.Result {
			if e.Kind == attach.Paste {
				return edit.Result{Used: true, Changed: f.Type(e.Text, o.Multi)}
			}
			return f.Key(chord, e.Text, o)
		})
		out.Copy = r.Copy
		if r.Changed || r.Leave != 0 || r.Blur || r.Used {
			b.dirtyInput()
		}
		b.post(c, events...)
		if r.Used {
			return
		}
	}
	if e.Kind == attach.Paste && chord == "" {
		return
	}
	if b.windowKey(c, chord) {
		return
	}
	switch chord {
	case "tab", "shift+tab":
		b.moveFocus(chord == "shift+tab")
		b.dirtyInput()
		return
	case "ctrl+z", "ctrl+shift+z", "ctrl+y":
		out.Command = "undo"
		if chord != "ctrl+z" {
			out.Command = "redo"
		}
		return
	case "enter", "space":
		if n != nil && !n.Disabled && b.activate(c, n) {
			return
		}
	}
	if n != nil && n.Kind == ui.KindSlider && !n.Disabled && b.slideKey(c, n, chord) {
		return
	}
	if c != nil && c.tree != nil && !slices.Contains(c.tree.Events, ui.EventKey) && b.scrollKey(c, chord) {
		return
	}
	if c != nil && c.tree != nil && chord != "" {
		b.post(c, ui.Event{Node: c.tree.ID, Kind: ui.EventKey, Text: chord})
	}
}

// activate presses the focused node by key. mu is held.
func (b *Body) activate(c *live, n *ui.Node) bool {
	l := b.arrange()
	switch n.Kind {
	case ui.KindToggle:
		b.post(c, ui.Event{Node: n.ID, Kind: ui.EventChange, Value: 1 - n.Value})
		return true
	case ui.KindSlider:
		return false
	}
	h := l.Handler(compositor.Target{Cell: c.id, Node: n.ID}, ui.EventTap)
	if h == "" {
		return false
	}
	box, _ := l.Node(c.id, h)
	b.post(c, ui.Event{Node: h, Kind: ui.EventTap, X: box.Bounds.W / 2, Y: box.Bounds.H / 2})
	return true
}
