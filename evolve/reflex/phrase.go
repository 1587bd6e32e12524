package reflex

import (
	"slices"
	"strings"
)

// phrase is a text of a list as a sentence has it.
type phrase struct{ text, value string }

// heads are the texts of a list that a folded text begins with, the longest first.
func heads(list, said string) []phrase {
	var out []phrase
	l := loadLexicon()
	if root, ok := l.lists[list]; ok {
		for size, senses := range l.graph.heads(root, said) {
			out = append(out, phrase{said[:size], senses[0].value})
		}
	}
	slices.Reverse(out)
	return out
}

// head is the longest text of a list that a folded text begins with.
func head(list, said string) (longest phrase) {
	l := loadLexicon()
	if root, ok := l.lists[list]; ok {
		for size, senses := range l.graph.heads(root, said) {
			longest = phrase{said[:size], senses[0].value}
		}
	}
	return longest
}

// tails are the texts of a list that a folded text ends with, the longest first.
func tails(list, said string) []phrase {
	var out []phrase
	for from := 0; from < len(said); {
		if value := listed(list, said[from:]); value != "" {
			out = append(out, phrase{said[from:], value})
		}
		next := strings.IndexByte(said[from:], ' ')
		if next < 0 {
			break
		}
		from += next + 1
	}
	return out
}

// findPhrase finds the longest text of a list in a sentence that is uttered, with its length; "" when there is none.
func findPhrase(list, said string) (value string, size int) {
	var best phrase
	for said = strings.TrimSpace(said); said != ""; {
		if found := head(list, said); len(found.text) > len(best.text) || len(found.text) == len(best.text) && found.text < best.text {
			best = found
		}
		_, said, _ = strings.Cut(said, " ")
	}
	return best.value, len(best.text)
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
