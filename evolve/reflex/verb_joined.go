package reflex

import (
	"slices"
	"strings"
)

// joinedVerb takes a verb apart that is written as one with its first half, as German and Norwegian have it where it ends the
// command: "ausblenden", "auszublenden" and "ausgeblendet" are "blend aus". nil: the lexicons have no such verb.
func (l *lexicon) joinedVerb(w word) []word {
	for _, half := range l.halves {
		particle, lang := half.from, half.to
		rest, ok := strings.CutPrefix(w.text, particle)
		if !ok || len(rest) < 3 {
			continue
		}
		for _, infix := range []string{"", "zu", "ge"} {
			stem, ok := strings.CutPrefix(rest, infix)
			if verb := l.halfVerb(stem, particle, lang); ok && verb != "" {
				at := w.start + len(particle)
				return []word{{text: verb, start: w.start, end: at}, {text: particle, start: at, end: w.end}}
			}
		}
	}
	return nil
}

// halfVerb is the form that the lexicons have of a verb with a second half, "" where they have none.
func (l *lexicon) halfVerb(said, particle, lang string) string {
	has := func(verb string) bool {
		senses, _ := l.of(verb + " " + particle)
		return slices.ContainsFunc(senses, func(s sense) bool {
			return s.lang == lang && (s.class == "verb" || s.class == "turn" || s.class == "undo" || s.class == "light")
		})
	}
	if has(said) {
		return said
	}
	for _, e := range l.endings[lang] {
		if stem, ok := strings.CutSuffix(said, e.from); ok && len(stem) > 2 && has(stem+e.to) {
			return stem + e.to
		}
	}
	return ""
}
