package reflex_test

import (
	"slices"
	"strings"
	"testing"

	"cellshell/evolve/reflex"
)

// expand writes out a frame: each {a|b} becomes a, then b.
func expand(frame string) []string {
	from := strings.IndexByte(frame, '{')
	if from < 0 {
		return []string{strings.Join(strings.Fields(frame), " ")}
	}
	to := from + strings.IndexByte(frame[from:], '}')
	var out []string
	for _, alternative := range strings.Split(frame[from+1:to], "|") {
		out = append(out, expand(frame[:from]+alternative+frame[to+1:])...)
	}
	return out
}

// TestGenerated says what testdata/frames.tsv makes of its frames: thousands of ways to say the common things, in seven
// languages. What is wanted is how each result begins: every act of it, or the answer, or the refusal.
func TestGenerated(t *testing.T) {
	said := map[string]int{}
	for _, f := range rowsOf(t, "frames.tsv", 3) {
		wants := strings.Split(f[2], " || ")
		for _, sentence := range expand(f[0]) {
			intent, _, _ := strings.Cut(f[2], " ")
			said[intent]++
			have := show(reflex.Parse(sentence, sceneOf(t, f[1])))
			ok := slices.ContainsFunc(wants, func(w string) bool { return strings.HasPrefix(have, w) })
			if !ok {
				t.Errorf("%q (%s)\n\twant %s\n\thave %s", sentence, f[1], f[2], have)
			}
		}
	}
	t.Logf("%v", said)
}

// TestGeneratedUnknown puts a word that means nothing at every place of one sentence of each frame: nothing is done then.
func TestGeneratedUnknown(t *testing.T) {
	for _, f := range rowsOf(t, "frames.tsv", 3) {
		sentence := expand(f[0])[0]
		words := strings.Fields(sentence)
		if len(words) < 2 || strings.Contains(sentence, `"`) {
			continue
		}
		for i := range len(words) + 1 {
			odd := strings.Join(slices.Insert(slices.Clone(words), i, "blorptang"), " ")
			if have := reflex.Parse(odd, sceneOf(t, f[1])); have.Route() == reflex.Do && !hasText(have) {
				t.Errorf("%q is done all the same: %s", odd, show(have))
			}
		}
	}
}
