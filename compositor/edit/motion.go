package edit

import "strings"

// moves tells which keys have a meaning of their own besides the text they type, with ctrl and without.
func moves(key string) bool {
	switch key {
	case "left", "right", "up", "down", "home", "end", "pageup", "pagedown", "backspace", "delete", "enter":
		return true
	}
	return false
}

// motion moves the cursor.
func (f *Field) motion(key string, ctrl, shift bool, o Options) {
	f.typing = false
	from, to := f.Selection()
	at := f.Cursor
	if key == "up" || key == "down" || key == "pageup" || key == "pagedown" {
		f.State = f.Move(f.vertical(key, o), shift)
		return
	}
	f.aiming = false
	switch {
	case key == "left" && !shift && !ctrl && to > from:
		at = from
	case key == "right" && !shift && !ctrl && to > from:
		at = to
	case key == "left" && ctrl:
		at = PrevWord(f.Text, at)
	case key == "right" && ctrl:
		at = NextWord(f.Text, at)
	case key == "left":
		at = Prev(f.Text, at)
	case key == "right":
		at = Next(f.Text, at)
	case ctrl && key == "home":
		at = 0
	case ctrl && key == "end":
		at = len(f.Text)
	default:
		start, end := f.bounds(o)
		at = start
		if key == "end" {
			at = end
		}
	}
	f.State = f.Move(at, shift)
}

func (f *Field) bounds(o Options) (start, end int) {
	if o.Lines != nil {
		return o.Lines.LineBounds(f.Cursor)
	}
	return line(f.Text, f.Cursor)
}

// pageLines is how many lines PageUp and PageDown move.
const pageLines = 10

// vertical is where the keys up and down lead. The column the motion began in is kept across short lines.
func (f *Field) vertical(key string, o Options) int {
	up := key == "up" || key == "pageup"
	switch {
	case !o.Multi && up:
		return 0
	case !o.Multi:
		return len(f.Text)
	}
	n := 1
	if strings.HasPrefix(key, "page") {
		n = pageLines
	}
	lines := o.Lines
	if lines == nil {
		lines = plain(f.Text)
	}
	if !f.aiming {
		f.goal, _, _ = lines.Caret(f.Cursor)
		f.aiming = true
	}
	at := f.Cursor
	for range n {
		if up {
			at = lines.Up(at, f.goal)
		} else {
			at = lines.Down(at, f.goal)
		}
	}
	return at
}
