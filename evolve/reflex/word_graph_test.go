package reflex

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestWordGraph holds that a graph knows just the texts that were put in, each as if all its choices were written out, and finds the
// longest at the head of a sentence.
func TestWordGraph(t *testing.T) {
	t.Parallel()
	surface := rapid.Custom(func(t *rapid.T) string {
		var parts []string
		for range rapid.IntRange(1, 5).Draw(t, "parts") {
			part := rapid.StringMatching(`[abc]( [abc])?`)
			if rapid.Bool().Draw(t, "choice") {
				part = rapid.StringMatching(`\(([abc]|a b|c a)(/([abc]|b b))?/?\)[ab]?`)
			}
			parts = append(parts, part.Draw(t, "part"))
		}
		return strings.Join(parts, " ")
	})
	rapid.Check(t, func(t *rapid.T) {
		g := newWordGraph()
		root := g.root()
		want := map[string][]string{}
		for i, s := range rapid.SliceOfN(surface, 1, 6).Draw(t, "surfaces") {
			text := choices(s)
			if optional(text) {
				continue
			}
			value := itoa(i)
			for _, at := range g.add(root, text) {
				g.end(at, sense{class: "is", value: value, lang: "en"}, i)
			}
			for _, one := range written(s) {
				if one = joined(split(one)); !slices.Contains(want[one], value) {
					want[one] = append(want[one], value)
				}
			}
		}
		have := g.texts(root)
		for text, values := range want {
			senses, _ := g.of(root, text)
			var got []string
			for _, s := range senses {
				got = append(got, s.value)
			}
			if text != "" && !slices.Equal(got, values) {
				t.Fatalf("%q means %v, want %v", text, got, values)
			}
		}
		for _, text := range have {
			if want[text] == nil {
				t.Fatalf("%q was never said", text)
			}
			if text == "" {
				t.Fatal("nothing means something")
			}
		}
		said := rapid.StringMatching(`[abc]( [abc]){0,7}`).Draw(t, "said")
		longest := ""
		for text := range want {
			if strings.HasPrefix(said+" ", text+" ") && len(text) > len(longest) {
				longest = text
			}
		}
		if _, n := g.longest(root, split(said)); n != len(strings.Fields(longest)) {
			t.Fatalf("the longest at the head of %q has %d words, want %q", said, n, longest)
		}
	})
}
