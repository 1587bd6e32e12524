package evolve

import (
	"regexp"
	"slices"
	"strings"

	"cellshell/evolve/reflex"
)

var wordsOf = regexp.MustCompile(`[\pL\pN]+`)

func contentWords(s string) []string {
	var out []string
	for _, w := range wordsOf.FindAllString(strings.ToLower(s), -1) {
		if !reflex.Is("nogene", w) {
			out = append(out, strings.TrimSuffix(w, "s"))
		}
	}
	return out
}

// findGene looks in the gene bank for what a name or a few words mean ("better-notes", "adding machine"): by name, then by
// synonym, then by description, which must have every word. Several that fit are none.
func (s *Scene) findGene(thing string) *Gene {
	want := contentWords(thing)
	if len(want) == 0 {
		return nil
	}
	one := func(fits func(g *Gene) bool) (found *Gene) {
		n := 0
		for i := range s.Genes {
			if fits(&s.Genes[i]) {
				found = &s.Genes[i]
				n++
			}
		}
		if n == 1 {
			return found
		}
		return nil
	}
	if g := one(func(g *Gene) bool {
		return slices.Equal(contentWords(g.Name), want) || slices.Equal(contentWords(g.Title), want)
	}); g != nil {
		return g
	}
	if g := one(func(g *Gene) bool {
		return slices.ContainsFunc(g.Synonyms, func(syn string) bool { return slices.Equal(contentWords(syn), want) })
	}); g != nil {
		return g
	}
	if len(want) < 2 { // one word of a description says too little
		return nil
	}
	return one(func(g *Gene) bool {
		have := contentWords(g.About + " " + g.Title)
		return !slices.ContainsFunc(want, func(w string) bool { return !slices.Contains(have, w) })
	})
}
