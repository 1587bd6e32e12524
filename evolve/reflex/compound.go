package reflex

import "strings"

// pairs are the classes of two words that are written as one, the last of them what it is.
var pairs = map[string][]string{
	"shade":  {"color"},
	"part":   {"part", "prop", "kind", "light"},
	"gene":   {"part", "prop", "kind", "cellkind"},
	"kind":   {"part", "prop"},
	"desk":   {"part", "wall"},
	"prop":   {"part"},
	"dim":    {"kind"},
	"alias":  {"kind"},
	"color":  {"part"},
	"style":  {"gene"},
	"theme":  {"themeword"},
	"place":  {"part"},
	"accent": {"part"},
}

// apartIn takes a compound apart: "dunkelgrün", "Knopffarbe", "lagreknappen". nil: it is none.
func (l *lexicon) apartIn(w word) []word {
	for _, lang := range []string{"de", "nb"} {
		for i := len(w.text) - 3; i >= 3; i-- {
			last := w.text[i:]
			if !l.bent(last, lang) {
				for _, e := range l.endings[lang] {
					if stem, ok := strings.CutSuffix(last, e.from); ok && len(stem) >= 2 && l.bent(stem+e.to, lang) {
						last = stem + e.to
						break
					}
				}
			}
			second := l.classes(last, lang)
			if len(second) == 0 {
				continue
			}
			for _, link := range []string{"", "s", "n", "e", "er"} {
				head, ok := strings.CutSuffix(w.text[:i], link)
				if !ok || !l.joins(head, lang, second) {
					continue
				}
				return []word{{text: head, start: w.start, end: w.start + i}, {text: last, start: w.start + i, end: w.end, glued: true}}
			}
		}
	}
	return nil
}

// classes are those of a word alone in a language; a word for what is on buttons counts too.
func (l *lexicon) classes(w, lang string) map[string]bool {
	out := map[string]bool{}
	senses, _ := l.of(w)
	for _, s := range senses {
		if s.lang == lang {
			out[s.class] = true
		}
	}
	return out
}

func (l *lexicon) joins(head, lang string, second map[string]bool) bool {
	first := l.classes(head, lang)
	if l.listed("alias", head) != "" {
		first["alias"] = true
	}
	for class := range first {
		for _, next := range pairs[class] {
			if second[next] {
				return true
			}
		}
	}
	return false
}
