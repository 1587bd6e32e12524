package reflex

import "strings"

// opens reports whether a text of a list begins with a word, so that most sentences need not be put together to see that they
// are none of them.
func opens(list, word string) bool {
	l := loadLexicon()
	root, ok := l.lists[list]
	if !ok {
		return false
	}
	_, begins := l.graph.of(root, word)
	return begins
}

// says is the value of what tokens say in a list, "" when it is not there.
func (p *parser) says(list string, toks []*token) string {
	if len(toks) == 0 {
		return ""
	}
	if first, _, _ := strings.Cut(toks[0].text, " "); !opens(list, first) {
		return ""
	}
	return listed(list, p.wording(toks))
}
