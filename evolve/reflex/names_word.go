package reflex

import (
	"maps"
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// shortestWord is how many letters a word has at least that a text goes by.
const shortestWord = 3

// ownWords are the words said that one text alone has and that mean nothing else, with its node: "milk" is the line "buy milk,
// 3 May" where no other text speaks of milk.
func ownWords(s *Scene, said map[string]bool) map[string]act.Target {
	if asksOne(said) {
		return nil
	}
	lex := loadLexicon()
	out, twice := map[string]act.Target{}, map[string]bool{}
	for _, c := range s.Cells {
		for _, node := range c.Nodes {
			if len(node.Text) > 40 || node.Kind != "text" && node.Kind != "button" {
				continue
			}
			if !strings.Contains(node.Text, " ") {
				continue
			}
			for field := range strings.FieldsSeq(node.Text) {
				w := word{text: strings.ToLower(strings.Trim(field, ".,;:!?()")), kind: letters}
				if len(w.text) < shortestWord || !said[w.text] || twice[w.text] {
					continue
				}
				if t, ok := out[w.text]; ok && t.Cell+t.Node != c.ID+node.ID {
					twice[w.text] = true
					continue
				}
				if _, n := lex.longest([]word{w}); n == 0 {
					out[w.text] = act.Target{Cell: c.ID, Node: node.ID}
				}
			}
		}
	}
	maps.DeleteFunc(out, func(word string, _ act.Target) bool {
		return twice[word] || slices.ContainsFunc(s.Cells, func(c Cell) bool { return has1(split(c.Title), word) }) || slices.ContainsFunc(s.Genes, func(g Gene) bool { return slices.Contains(g.Synonyms, word) || g.Name == word })
	})
	return out
}

// asksOne reports whether words ask which of several things is so: "which one says …" is about the text itself.
func asksOne(said map[string]bool) bool {
	for w := range said {
		if listed("asksone", w) != "" {
			return true
		}
	}
	return false
}

// has1 reports whether a word is among others.
func has1(words []word, text string) bool {
	return slices.ContainsFunc(words, func(w word) bool { return w.text == text })
}
