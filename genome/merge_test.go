package genome_test

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"cellshell/genome"
)

func TestMergeText(t *testing.T) {
	split := func(s string) []byte { return []byte(strings.ReplaceAll(s, " ", "\n") + "\n") }
	for _, tt := range []struct{ name, base, ours, theirs, want string }{
		{"apart", "a b c d e", "A b c d e", "a b c d E", "A b c d E"},
		{"same change", "a b c", "a X c", "a X c", "a X c"},
		{"insert and delete", "a b c d", "a new b c d", "a b d", "a new b d"},
		{"both ends", "b", "a b", "b c", "a b c"},
		{"same line", "a b c", "a X c", "a Y c", "!"},
		{"change in a deleted part", "a b c d", "a d", "a b C d", "!"},
		{"only ours", "a b", "a b c", "a b", "a b c"},
		{"only theirs", "a b", "a b", "", ""},
	} {
		got, conflict := genome.MergeText(split(tt.base), split(tt.ours), split(tt.theirs))
		if conflict != (tt.want == "!") || !conflict && !bytes.Equal(got, split(tt.want)) {
			t.Errorf("%s: %q, conflict %v", tt.name, got, conflict)
		}
	}
}

func TestMergeTextProperties(t *testing.T) {
	text := rapid.Custom(func(t *rapid.T) []byte {
		return []byte(strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"a\n", "b\n", "c\n", "\n"}), 0, 8).Draw(t, "lines"), ""))
	})
	rapid.Check(t, func(t *rapid.T) {
		base, ours, theirs := text.Draw(t, "base"), text.Draw(t, "ours"), text.Draw(t, "theirs")
		if got, conflict := genome.MergeText(base, ours, base); conflict || !bytes.Equal(got, ours) {
			t.Fatalf("only ours changed: %q, %v", got, conflict)
		}
		if got, conflict := genome.MergeText(base, base, theirs); conflict || !bytes.Equal(got, theirs) {
			t.Fatalf("only theirs changed: %q, %v", got, conflict)
		}
		x, c1 := genome.MergeText(base, ours, theirs)
		y, c2 := genome.MergeText(base, theirs, ours)
		if c1 != c2 || !bytes.Equal(x, y) {
			t.Fatalf("sides matter: %q %v, %q %v", x, c1, y, c2)
		}
	})
}
