package edit

import "strings"

// Geometry knows how the text is broken into lines on the screen; *text.Block does. Without one, lines are what line feeds
// part.
type Geometry interface {
	Caret(offset int) (x, top, height float64)
	Up(offset int, x float64) int
	Down(offset int, x float64) int
	LineBounds(offset int) (start, end int)
}

// Options say what kind of field a key goes to.
type Options struct {
	Multi bool     // many lines: Enter makes a new one
	Lines Geometry // nil: none
}

// Result is what a key did.
type Result struct {
	Used    bool   // the field took the key; otherwise it is the cell's
	Changed bool   // the text is another: tell the cell (change)
	Submit  bool   // Enter in a single line: tell the cell (submit)
	Copy    string // to be put on the clipboard
	Paste   bool   // the owner shall Type what is on the clipboard
	Leave   int    // the focus moves on: 1 forwards, −1 back, 0 stays
	Blur    bool   // the focus is given up
}

// Key does what a key does. chord names it with its modifiers, "ctrl+shift+left"; typed is the text it makes, if any.
func (f *Field) Key(chord, typed string, o Options) Result {
	f.State = f.Fit()
	key, ctrl, shift, other := split(chord)
	switch {
	case other:
		return Result{}
	case ctrl:
		if r, ok := f.command(key, shift, o); ok {
			return r
		}
		if !moves(key) {
			return Result{}
		}
	}
	switch key {
	case "enter":
		if !o.Multi || ctrl {
			return Result{Used: true, Submit: true}
		}
		return Result{Used: true, Changed: f.change(f.Insert("\n"), false)}
	case "tab":
		if shift {
			return Result{Used: true, Leave: -1}
		}
		return Result{Used: true, Leave: 1}
	case "escape":
		return Result{Used: true, Blur: true}
	case "backspace":
		to := Prev(f.Text, f.Cursor)
		if ctrl {
			to = PrevWord(f.Text, f.Cursor)
		}
		return Result{Used: true, Changed: f.change(f.Delete(to), false)}
	case "delete":
		to := Next(f.Text, f.Cursor)
		if ctrl {
			to = NextWord(f.Text, f.Cursor)
		}
		return Result{Used: true, Changed: f.change(f.Delete(to), false)}
	}
	if moves(key) {
		f.motion(key, ctrl, shift, o)
		return Result{Used: true}
	}
	if key == "space" && typed == "" {
		typed = " "
	}
	if typed = Clean(typed, o.Multi); typed == "" {
		return Result{}
	}
	word := typed != " " && f.Cursor == f.Anchor
	return Result{Used: true, Changed: f.change(f.Insert(typed), word)}
}

// command does the keys with ctrl that edit as a whole.
func (f *Field) command(key string, shift bool, o Options) (Result, bool) {
	switch key {
	case "a":
		f.typing, f.aiming = false, false
		f.State.Anchor, f.State.Cursor = 0, len(f.Text)
		return Result{Used: true}, true
	case "c":
		return Result{Used: true, Copy: f.Selected()}, true
	case "x":
		cut := f.Selected()
		return Result{Used: true, Copy: cut, Changed: cut != "" && f.change(f.Insert(""), false)}, true
	case "v":
		return Result{Used: true, Paste: true}, true
	case "z":
		if shift {
			return Result{Used: true, Changed: f.Redo()}, true
		}
		return Result{Used: true, Changed: f.Undo()}, true
	case "y":
		return Result{Used: true, Changed: f.Redo()}, true
	}
	return Result{}, false
}

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

// split takes a chord apart. other tells of modifiers no field uses.
func split(chord string) (key string, ctrl, shift, other bool) {
	parts := strings.Split(strings.ToLower(chord), "+")
	for _, m := range parts[:len(parts)-1] {
		switch m {
		case "ctrl", "control":
			ctrl = true
		case "shift":
			shift = true
		default:
			other = other || m != ""
		}
	}
	key = parts[len(parts)-1]
	switch key {
	case "return":
		key = "enter"
	case "esc":
		key = "escape"
	case "del":
		key = "delete"
	case "page_up":
		key = "pageup"
	case "page_down":
		key = "pagedown"
	}
	return key, ctrl, shift, other
}

// plain is the geometry of a text in letters of equal width, broken only at line feeds.
type plain string

func (p plain) Caret(at int) (x, top, height float64) {
	from, _ := line(string(p), at)
	return float64(at - from), 0, 1
}

func (p plain) Up(at int, x float64) int {
	from, _ := line(string(p), at)
	if from == 0 {
		return 0
	}
	start, end := line(string(p), from-1)
	return fit(string(p), min(start+int(x), end))
}

func (p plain) Down(at int, x float64) int {
	_, to := line(string(p), at)
	if to == len(p) {
		return to
	}
	start, end := line(string(p), to+1)
	return fit(string(p), min(start+int(x), end))
}

func (p plain) LineBounds(at int) (start, end int) { return line(string(p), at) }
