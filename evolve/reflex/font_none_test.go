package reflex_test

import (
	"testing"

	"cellshell/evolve/reflex"
)

// TestNoSuchFont: a font that is not here is named, with those that are.
func TestNoSuchFont(t *testing.T) {
	s := builtIn(t)
	for font, want := range map[string]string{
		"serif font":       "There is no serif font. There are two: the normal one and a monospaced one.",
		"handwriting font": "There is no handwriting font. There are two: the normal one and a monospaced one.",
		"comic sans":       "There is no comic sans font. There are two: the normal one and a monospaced one.",
	} {
		if r := reflex.Parse("use "+font+" in the notes", s); r.Ask == nil || r.Ask.Text != want {
			t.Errorf("%s: %+v, want %q", font, r.Ask, want)
		}
	}
}
