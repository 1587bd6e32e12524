// Package edit is the model behind text fields (text editing): a text, a cursor, a selection, and what keys do to them. It
// is pure: no clipboard, no clock, no screen.
package edit

// State is a text with a cursor in it. Cursor and Anchor are byte offsets between grapheme clusters; what lies between
// them is selected.
type State struct {
	Text   string `json:"text"`
	Cursor int    `json:"cursor"`
	Anchor int    `json:"anchor"`
}

// Field is an edited field: its state and how to take edits back.
type Field struct {
	State
	Seq uint64 `json:"seq,omitempty"` // of the newest event that told the cell about it; kept by the owner
}

// Selection is the selected range, in order.
func (s State) Selection() (from, to int) { return min(s.Cursor, s.Anchor), max(s.Cursor, s.Anchor) }
