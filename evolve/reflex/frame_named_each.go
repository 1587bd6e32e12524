package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// namedEach reads "name them soft, medium and hard": one name each, in reading order. Where there are not so many things it
// asks; it reports false where one name is meant.
func (c *clause) namedEach(text string) bool {
	if len(c.refs) != 1 || c.refs[0].head != "pron" || !c.refs[0].plural {
		return false
	}
	for _, how := range loadLexicon().texts("inorder") {
		text = strings.TrimSpace(strings.TrimSuffix(fold(text), how))
	}
	words := strings.FieldsFunc(text, func(r rune) bool { return r == ',' })
	if last := len(words) - 1; last >= 0 {
		before, after, both := strings.Cut(words[last], " and ")
		if !both {
			return false
		}
		if words[last] = before; len(words) == 1 {
			words = strings.Fields(before) // "soft medium and hard", dictated
		}
		words = append(words, after)
	}
	words = slices.DeleteFunc(words, func(w string) bool { return strings.TrimSpace(w) == "" })
	set, ok := c.p.tried(c.refs[0])
	if !ok || len(set) != len(words) {
		c.ownAll()
		c.p.ask = &Question{Text: "Which of these names for which? Name one thing and what it shall be called: “call the clock Bob”."}
		return true
	}
	set = slices.Clone(set)
	slices.SortStableFunc(set, func(a, b act.Target) int {
		i, j := c.p.s.cell(a.Cell), c.p.s.cell(b.Cell)
		if i == nil || j == nil {
			return 0
		}
		return int(i.X+i.Y) - int(j.X+j.Y)
	})
	c.ownAll()
	for i, t := range set {
		c.addTo(act.Act{Intent: act.Rename, Args: act.Args{Text: strings.TrimSpace(words[i])}}, anything, t)
	}
	return true
}
