package reflex

import (
	"fmt"
	"slices"
	"strings"
)

// enlist keeps a text of a list. Lists are words that only one rule asks for: a line "=list.value: text | text" of a lexicon. They
// give a word no sense, so that a sentence to which the rule does not apply is read as if they were not there. A text stands in a
// list for one value: of two, one would be lost.
func (l *lexicon) enlist(list string, text [][][]word, value string) error {
	root, ok := l.lists[list]
	if !ok {
		root = l.graph.root()
		l.lists[list] = root
	}
	for _, at := range l.graph.add(root, text) {
		l.graph.end(at, sense{class: list, value: value}, 0)
		if m := l.graph.means[l.graph.states[at].means]; len(m.senses) > 1 {
			return fmt.Errorf("%q is %s.%s and %s.%s", simplest(text), list, m.senses[0].value, list, value)
		}
	}
	return nil
}

// texts are the texts of a list, sorted.
func (l *lexicon) texts(list string) []string {
	root, ok := l.lists[list]
	if !ok {
		return nil
	}
	return l.graph.texts(root)
}

// listed is the value of a text in a list, "" when it is not there.
func (l *lexicon) listed(list, text string) string {
	root, ok := l.lists[list]
	if !ok {
		return ""
	}
	if senses, _ := l.graph.of(root, text); len(senses) > 0 {
		return senses[0].value
	}
	return ""
}

// listed returns the value of a text in a list, "" when it is not there.
func listed(list, text string) string { return loadLexicon().listed(list, text) }

// someListed reports whether one of the tokens stands in a list.
func someListed(toks []*token, list string) bool {
	return slices.ContainsFunc(toks, func(t *token) bool { return listed(list, t.text) != "" })
}

// wording is what tokens say, as lists have it, without thanks at the end.
func (p *parser) wording(toks []*token) string {
	for len(toks) > 0 && listed("thanks", toks[len(toks)-1].text) != "" {
		toks = toks[:len(toks)-1]
	}
	if len(toks) == 0 {
		return ""
	}
	return joined(split(p.typed(toks)))
}

// Is reports whether a text of a list is all that a sentence says.
func Is(list, sentence string) bool { return listed(list, mannerly(sentence)) != "" }

// Says is the value of the longest text of a list among the words of a sentence, "" when there is none.
func Says(list, sentence string) string {
	value, _ := findPhrase(list, " "+joined(split(sentence))+" ")
	return value
}

// DoThat are the answers that have done what was told how to say.
func DoThat() []string { return loadLexicon().texts("dothat") }

// Waits reports whether a sentence begins with a condition or a time: "if it is late, …".
func Waits(sentence string) bool {
	first, _, _ := strings.Cut(mannerly(sentence), " ")
	return listed("waits", first) != ""
}
