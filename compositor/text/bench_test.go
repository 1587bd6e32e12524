package text_test

import (
	"strings"
	"testing"

	"cellshell/compositor/text"
)

// note is a text of about so many bytes, in lines as people write them.
func note(bytes int) string {
	return strings.Repeat("A note has a few words in each line, and some lines are so long that they are broken.\nOthers are not.\n", bytes/102)
}

// BenchmarkTyping lays out a long text with a letter more each time, as an editor does.
func BenchmarkTyping(b *testing.B) {
	for _, size := range []struct {
		name  string
		bytes int
	}{{"1KB", 1 << 10}, {"15KB", 15 << 10}, {"60KB", 60 << 10}} {
		b.Run(size.name, func(b *testing.B) {
			head, tail := note(size.bytes/2), note(size.bytes/2)
			p := text.Params{Style: text.Style{Size: 15}, Width: 420, Edit: true}
			for i := 0; b.Loop(); i++ {
				p.Text = head + strings.Repeat("x", i%50) + tail
				if i%50 == 0 {
					p.Width++ // else it would be remembered from the last round
				}
				text.Layout(p)
			}
		})
	}
}

// BenchmarkOneLine lays out the first line of a text that has no end.
func BenchmarkOneLine(b *testing.B) {
	long := strings.ReplaceAll(note(15<<10), "\n", " ")
	for i := 0; b.Loop(); i++ {
		text.Layout(text.Params{Text: long[i%1000:], Style: text.Style{Size: 12}, Width: 160, Lines: 1})
	}
}
