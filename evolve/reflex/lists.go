package reflex

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// lists are words that only one rule asks for: a line "=list.value: text | text" of a lexicon. They give a word no sense,
// so that a sentence to which the rule does not apply is read as if they were not there.
type lists map[string]map[string]string

// add keeps a text. It stands in a list for one value: of two, one would be lost.
func (l lists) add(list, text, value string) error {
	if have, ok := l[list][text]; ok && have != value {
		return fmt.Errorf("%q is %s.%s and %s.%s", text, list, have, list, value)
	}
	if l[list] == nil {
		l[list] = map[string]string{}
	}
	l[list][text] = value
	return nil
}

// texts are the texts of a list, sorted.
func (l lists) texts(list string) []string { return slices.Sorted(maps.Keys(l[list])) }

// listed returns the value of a text in a list, "" when it is not there.
func listed(list, text string) string { return loadLexicon().lists[list][text] }

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
func DoThat() []string { return loadLexicon().lists.texts("dothat") }

// Waits reports whether a sentence begins with a condition or a time: "if it is late, …".
func Waits(sentence string) bool {
	first, _, _ := strings.Cut(mannerly(sentence), " ")
	return listed("waits", first) != ""
}
