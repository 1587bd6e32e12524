// Package edit is the model behind text fields (text editing): a text, a cursor, a selection, and what keys do to them. It
// is pure: no clipboard, no clock, no screen.
//
// [State] is a value; its methods return the state after. [Field] adds what a person expects around it: taking edits back,
// and not losing what was typed when the cell offers an older text.
package edit

import (
	"strings"
	"unicode/utf8"

	"cellshell/membrane/ui"
)

// MaxText bounds the text of a field, bytes.
const MaxText = ui.MaxText

// State is a text with a cursor in it. Cursor and Anchor are byte offsets between grapheme clusters; what lies between
// them is selected.
type State struct {
	Text   string `json:"text"`
	Cursor int    `json:"cursor"`
	Anchor int    `json:"anchor"`
}

// Selection is the selected range, in order.
func (s State) Selection() (from, to int) { return min(s.Cursor, s.Anchor), max(s.Cursor, s.Anchor) }

// Selected is the selected text.
func (s State) Selected() string {
	from, to := s.Fit().Selection()
	return s.Text[from:to]
}

// Fit moves cursor and anchor to the nearest places within the text where they may stand.
func (s State) Fit() State {
	s.Cursor, s.Anchor = fit(s.Text, s.Cursor), fit(s.Text, s.Anchor)
	return s
}

// Move puts the cursor at a place; with extend the selection reaches to it.
func (s State) Move(to int, extend bool) State {
	s.Cursor = fit(s.Text, to)
	if !extend {
		s.Anchor = s.Cursor
	}
	return s
}

// Insert puts text in place of the selection. What would make the text too long is left out.
func (s State) Insert(text string) State {
	s = s.Fit()
	from, to := s.Selection()
	room := MaxText - (len(s.Text) - (to - from))
	if len(text) > room {
		text = text[:max(room, 0)]
		for text != "" && !utf8.ValidString(text) {
			text = text[:len(text)-1]
		}
	}
	s.Text = s.Text[:from] + text + s.Text[to:]
	return s.Move(from+len(text), false)
}

// Delete takes out the selection, or what lies between the cursor and a place.
func (s State) Delete(to int) State {
	s = s.Fit()
	if s.Cursor == s.Anchor {
		s.Anchor = fit(s.Text, to)
	}
	return s.Insert("")
}

// Clean makes text fit to be inserted: valid UTF-8, no control characters, and in one line when the field has one.
func Clean(text string, multi bool) string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r':
			if multi {
				return '\n'
			}
			return ' '
		case r == '\t':
			return r
		case r < 0x20 || r == 0x7f:
			return -1
		}
		return r
	}, text)
}

// Field is an edited field: its state, and how to take edits back.
type Field struct {
	State
	Seq uint64 `json:"seq,omitempty"` // of the newest event that told the cell about the text; kept by the owner

	undo, redo []State
	typing     bool    // the newest undo step may take in more typed characters
	goal       float64 // where Up and Down aim
	aiming     bool
}

// NewField starts editing a text, the cursor at its end.
func NewField(text string) *Field {
	return &Field{State: State{Text: text, Cursor: len(text), Anchor: len(text)}.Fit()}
}

// maxUndo bounds the steps a field remembers.
const maxUndo = 200

func (f *Field) change(s State, typing bool) bool {
	f.aiming = false
	if s.Text == f.Text {
		f.State = s
		return false
	}
	if !typing || !f.typing {
		f.undo = append(f.undo, f.State)
		if len(f.undo) > maxUndo {
			f.undo = f.undo[1:]
		}
	}
	f.typing, f.redo, f.State = typing, nil, s
	return true
}

// Type inserts text as from a paste or an input method; it tells whether the text changed.
func (f *Field) Type(text string, multi bool) bool {
	return f.change(f.Insert(Clean(text, multi)), false)
}

// Undo takes back the newest edit, Redo brings it again; both tell whether the text changed.
func (f *Field) Undo() bool { return f.step(&f.undo, &f.redo) }

// Redo is described at Undo.
func (f *Field) Redo() bool { return f.step(&f.redo, &f.undo) }

func (f *Field) step(from, to *[]State) bool {
	if len(*from) == 0 {
		return false
	}
	n := len(*from) - 1
	*to = append(*to, f.State)
	f.State, *from = (*from)[n], (*from)[:n]
	f.typing, f.aiming = false, false
	return true
}

// Offer is the cell's own idea of the text, based on the event seq. It is taken unless the field has heard more since; the
// cursor stays at the same words. It tells whether the text changed.
func (f *Field) Offer(text string, seq uint64) bool {
	if seq < f.Seq || text == f.Text {
		return false
	}
	s := State{Text: text, Cursor: follow(f.Text, text, f.Cursor), Anchor: follow(f.Text, text, f.Anchor)}.Fit()
	f.undo, f.redo, f.typing, f.aiming = nil, nil, false, false
	f.State = s
	return true
}

// follow is where an offset of the old text stands in the new one: what both begin and end with stays together.
func follow(old, text string, at int) int {
	head := 0
	for head < len(old) && head < len(text) && old[head] == text[head] {
		head++
	}
	if at <= head {
		return at
	}
	tail := 0
	for tail < len(old)-head && tail < len(text)-head && old[len(old)-1-tail] == text[len(text)-1-tail] {
		tail++
	}
	if at >= len(old)-tail {
		return at + len(text) - len(old)
	}
	return min(at, len(text)-tail)
}
