package text_test

import (
	"testing"

	"cellshell/compositor/text"
	"cellshell/internal/fonts"
)

// A keycap is one picture and not a digit with a box behind it; a digit alone stays a letter.
func TestKeycapsArePictures(t *testing.T) {
	emoji := fonts.Fallback('\U0001f600', "sans")
	if emoji == "" {
		t.Skip("no font here has emoji")
	}
	glyphs := func(s string) (fonts []string) {
		for _, l := range text.Layout(text.Params{Text: s, Style: text.Style{Size: 16}}).Lines {
			for _, r := range l.Runs {
				for range r.Glyphs {
					fonts = append(fonts, string(r.Font))
				}
			}
		}
		return fonts
	}
	for s, want := range map[string]int{"1\ufe0f\u20e3": 1, "1\u20e3": 1, "#\ufe0f\u20e3": 1, "\u2600\ufe0f": 1, "12": 0, "1\ufe0f": 1} {
		n := 0
		for _, f := range glyphs(s) {
			if f == emoji {
				n++
			}
		}
		if n != want {
			t.Errorf("%+q: %d pictures of %v, want %d", s, n, glyphs(s), want)
		}
	}
}
