package screen

import (
	"strings"

	"cellshell/compositor/edit"
)

// maxRows is how many whole sentences the bar lists.
const maxRows = 5

// open marks a sentence that wants something more from whoever takes it: `call it …`.
const open = "…"

// search looks for a sentence said before, by its words in any order.
func search(said []string, query string) []string {
	words := strings.Fields(strings.ToLower(query))
	var out []string
	for _, t := range said {
		low, all := strings.ToLower(t), true
		for _, w := range words {
			all = all && strings.Contains(low, w)
		}
		if all && len(out) < maxRows {
			out = append(out, t)
		}
	}
	return out
}

// ghost is what taking a completion would add to what is typed; "" when it does not go on from there.
func ghost(typed, whole string) string {
	whole = strings.TrimSuffix(whole, open)
	if len(whole) <= len(typed) || !strings.EqualFold(whole[:len(typed)], typed) {
		return ""
	}
	return whole[len(typed):]
}

// rows are the whole sentences to choose from now. mu is held.
func (s *Screen) rows() []string {
	b := &s.bar
	switch {
	case b.field == nil || b.sent:
		return nil
	case b.seeking:
		return search(b.said, b.field.Text)
	case b.at >= 0 || b.field.Text == "" || b.heard.sentence != b.field.Text:
		return b.kept()
	}
	return b.heard.Complete
}

// kept are the rows of the sentence before that still fit, so that the list does not blink between two keys.
func (b *bar) kept() []string {
	if b.at >= 0 || b.field.Text == "" || b.heard.sentence == "" {
		return nil
	}
	var out []string
	for _, t := range b.heard.Complete {
		if ghost(b.field.Text, t) != "" {
			out = append(out, t)
		}
	}
	return out
}

// suggestions are what to say where nothing is typed yet, at most four. mu is held.
func (s *Screen) suggestions() []string {
	b := &s.bar
	if b.field == nil || b.field.Text != "" || b.seeking || b.sent || b.question != "" || b.fault != "" || b.work != nil || b.heard.sentence != "" {
		return nil
	}
	return b.heard.Complete[:min(len(b.heard.Complete), 4)]
}

// fill puts a sentence into the field, to be finished or said. mu is held.
func (s *Screen) fill(text string) {
	b := &s.bar
	b.field = edit.NewField(strings.TrimSuffix(text, open))
	b.sent, b.seeking, b.picked, b.fault, b.hint = false, false, -1, "", ""
	s.typed()
}

// recall looks through what was said: back is to older sentences. mu is held.
func (s *Screen) recall(back bool) {
	b := &s.bar
	to := b.at - 1
	if back {
		to = b.at + 1
	}
	if to < -1 || to >= len(b.said) {
		return
	}
	if b.at < 0 {
		b.draft = b.field.Text
	}
	text := b.draft
	if to >= 0 {
		text = b.said[to]
	}
	b.field, b.sent = edit.NewField(text), false
	b.at = to
	s.typed()
	b.at = to // typed ends the looking
}
