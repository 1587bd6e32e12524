package edit

import (
	"fmt"
	"unicode/utf8"
)

// Splice is how a state became another one: of the text, In stands in place of the Cut bytes from At on. It is far smaller
// than a long text in which a letter is typed. A splice between valid UTF-8 cuts no character in two.
type Splice struct {
	At     int    `json:"at,omitempty"`
	Cut    int    `json:"cut,omitempty"`
	In     string `json:"in,omitempty"`
	Cursor int    `json:"cursor"`
	Anchor int    `json:"anchor"`
}

// Between is the splice that makes the state is of the state was.
func Between(was, is State) Splice {
	s := Splice{Cursor: is.Cursor, Anchor: is.Anchor}
	old, text := was.Text, is.Text
	if old == text {
		return s
	}
	most := min(len(old), len(text))
	for s.At < most && old[s.At] == text[s.At] {
		s.At++
	}
	for s.At > 0 && (s.At < len(old) && !utf8.RuneStart(old[s.At]) || s.At < len(text) && !utf8.RuneStart(text[s.At])) {
		s.At--
	}
	tail := 0
	for tail < most-s.At && old[len(old)-1-tail] == text[len(text)-1-tail] {
		tail++
	}
	for tail > 0 && (!utf8.RuneStart(old[len(old)-tail]) || !utf8.RuneStart(text[len(text)-tail])) {
		tail--
	}
	s.Cut, s.In = len(old)-s.At-tail, text[s.At:len(text)-tail]
	return s
}

// Apply is the state that a splice makes of s. One that does not fit into the text, or makes it longer than MaxText, is
// refused; cursor and anchor are moved to where they may stand.
func (s State) Apply(p Splice) (State, error) {
	switch {
	case p.At < 0 || p.Cut < 0 || p.At > len(s.Text) || p.Cut > len(s.Text)-p.At:
		return s, fmt.Errorf("edit: a splice of %d bytes at %d does not fit a text of %d", p.Cut, p.At, len(s.Text))
	case len(s.Text)-p.Cut+len(p.In) > MaxText:
		return s, fmt.Errorf("edit: a text of %d bytes, limit %d", len(s.Text)-p.Cut+len(p.In), MaxText)
	}
	text := s.Text
	if p.Cut > 0 || p.In != "" {
		text = s.Text[:p.At] + p.In + s.Text[p.At+p.Cut:]
	}
	return State{Text: text, Cursor: p.Cursor, Anchor: p.Anchor}.Fit(), nil
}
