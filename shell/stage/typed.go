package stage

import (
	"strings"
	"unicode/utf8"

	"cellshell/shell/attach"
)

// typed is the event of a text that a key or an input method made.
func typed(s string) attach.Event {
	e := attach.Event{Kind: attach.Key, Text: s}
	if r, n := utf8.DecodeRuneInString(s); n == len(s) {
		if e.Chord = strings.ToLower(s); r == ' ' {
			e.Chord = "space"
		}
	}
	return e
}

// modifiers is how a chord begins.
func modifiers(ctrl, alt, shift, meta bool) string {
	var b strings.Builder
	for _, m := range []struct {
		on   bool
		name string
	}{{ctrl, "ctrl+"}, {alt, "alt+"}, {shift, "shift+"}, {meta, "super+"}} {
		if m.on {
			b.WriteString(m.name)
		}
	}
	return b.String()
}
