package reflex

import "strings"

// clitic takes pronouns off a Spanish verb: "cámbiale" is "cambia le", "muévemelo" is "mueve ello". nil: there are none.
func (l *lexicon) clitic(w word) []word {
	for _, c := range l.clitics {
		stem, ok := strings.CutSuffix(w.text, c.from)
		if !ok || len(stem) < 2 {
			continue
		}
		if !l.bent(stem, "es") {
			if stem = l.plainForm(stem); stem == "" {
				continue
			}
		}
		two := []word{{text: stem, start: w.start, end: w.end}}
		for _, pronoun := range split(c.to) {
			pronoun.start, pronoun.end = w.end, w.end
			two = append(two, pronoun)
		}
		return two
	}
	return nil
}
