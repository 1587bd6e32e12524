package reflex

import (
	"sort"
	"strings"
	"sync"
)

// phrase is a text of a list with a space around it, to be found among others.
type phrase struct{ text, value string }

// phrases are the texts of each list, to be looked for anywhere in a sentence, the longest first.
var phrases = sync.OnceValue(func() map[string][]phrase {
	out := map[string][]phrase{}
	for list, texts := range loadLexicon().lists {
		for text, value := range texts {
			out[list] = append(out[list], phrase{" " + text + " ", value})
		}
		sort.Slice(out[list], func(i, j int) bool {
			a, b := out[list][i].text, out[list][j].text
			return len(a) > len(b) || len(a) == len(b) && a < b
		})
	}
	return out
})

// findPhrase finds the longest text of a list in a sentence that is uttered, with its length; "" when there is none.
func findPhrase(list, said string) (value string, size int) {
	for _, f := range phrases()[list] {
		if strings.Contains(said, f.text) {
			return f.value, len(f.text) - 2
		}
	}
	return "", 0
}

// phraseBook are the phrases of a file by their names, folded: lines "name: phrase | phrase".
func phraseBook(text string) map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(text) {
		name, phrases, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(name, "#") {
			continue
		}
		for p := range strings.SplitSeq(phrases, "|") {
			for _, one := range written(p) {
				out[name] = append(out[name], strings.Join(strings.Fields(fold(one)), " "))
			}
		}
	}
	return out
}
