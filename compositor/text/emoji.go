package text

import (
	"slices"

	"cellshell/internal/fonts"
)

// Characters that ask for the one before them to be a picture (Unicode Technical Standard 51, emoji presentation and keycap sequences).
const (
	asEmoji = '\ufe0f'
	keycap  = '\u20e3'
)

// anyEmoji is a character that only a font of emoji has.
const anyEmoji = '\U0001f600'

// pictures is a text in which all that has to be a picture is anyEmoji: fonts are chosen by it, one character at a time, and 1 or ☀ alone
// are letters.
func pictures(runes []rune) []rune {
	out := runes
	for i := 1; i < len(runes); i++ {
		if runes[i] != asEmoji && runes[i] != keycap {
			continue
		}
		base := i - 1
		if runes[base] == asEmoji && base > 0 {
			base--
		}
		font := fonts.Fallback(anyEmoji, "sans")
		if font == "" {
			return out
		}
		if _, ok := fonts.Glyph(font, runes[base]); !ok {
			continue
		}
		if &out[0] == &runes[0] {
			out = slices.Clone(runes)
		}
		out[base] = anyEmoji
		if runes[i] == keycap {
			out[i] = anyEmoji
		}
	}
	return out
}
