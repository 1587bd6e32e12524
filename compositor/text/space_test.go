package text_test

import (
	"math"
	"testing"

	"cellshell/compositor/text"
	"cellshell/internal/fonts"
)

// A blank after an emoji is as wide as any other, not as wide as the emoji.
func TestABlankAfterAnEmojiIsOrdinary(t *testing.T) {
	if fonts.Fallback('🎉', "sans") == "" {
		t.Skip("no font here has emoji")
	}
	width := func(s string) float64 {
		return text.Layout(text.Params{Text: s, Style: text.Style{Size: 20}}).W
	}
	blank := width("a b") - width("a") - width("b")
	if got := width("🎉 b") - width("🎉") - width("b"); math.Abs(got-blank) > 1 {
		t.Errorf("it is %.1f wide, others %.1f", got, blank)
	}
}
