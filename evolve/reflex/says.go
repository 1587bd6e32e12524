package reflex

import (
	"strings"
	"sync"
)

// openers are the first words of the texts of each list, so that most sentences need not be put together to see that they are
// none of them.
var openers = sync.OnceValue(func() map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for name, texts := range loadLexicon().lists {
		out[name] = map[string]bool{}
		for text := range texts {
			first, _, _ := strings.Cut(text, " ")
			out[name][first] = true
		}
	}
	return out
})

// says is the value of what tokens say in a list, "" when it is not there.
func (p *parser) says(list string, toks []*token) string {
	if len(toks) == 0 {
		return ""
	}
	if first, _, _ := strings.Cut(toks[0].text, " "); !openers()[list][first] {
		return ""
	}
	return listed(list, p.wording(toks))
}
