package edit

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

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
		if r, ok := f.command(key, shift); ok {
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
func (f *Field) command(key string, shift bool) (Result, bool) {
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

// keys are those that have a name besides what they type, and those that type nothing.
var keys = strings.Fields("enter tab backspace delete insert escape left right up down home end pageup pagedown menu space super " +
	"f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 f11 f12")

// IsChord reports whether there is such a key: one of a name or of one character, with modifiers before it or without.
func IsChord(chord string) bool {
	if rest, plus := strings.CutSuffix(chord, "+"); plus && (rest == "" || strings.HasSuffix(rest, "+")) {
		chord = rest + "-" // the key + itself, which parts no more than any other
	}
	parts := strings.Split(strings.ToLower(chord), "+")
	for _, m := range parts[:len(parts)-1] {
		if !slices.Contains([]string{"ctrl", "control", "shift", "alt", "super"}, m) {
			return false
		}
	}
	key, _, _, _ := split(parts[len(parts)-1])
	r, size := utf8.DecodeRuneInString(key)
	return slices.Contains(keys, key) || size == len(key) && r != utf8.RuneError && unicode.IsPrint(r)
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
