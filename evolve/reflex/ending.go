package reflex

import "strings"

// ending is how a word is bent in a language: of "blancas" the ending "as" goes and "o" comes, which is "blanco".
type ending struct{ from, to string }

// bends are the classes whose words are recognised in another form than the lexicon has.
var bends = map[string]bool{
	"verb": true, "dim": true, "color": true, "part": true, "kind": true, "gene": true, "cellkind": true, "light": true, "shade": true,
	"font": true, "shape": true, "prop": true, "desk": true, "opaque": true, "side": true, "ord": true, "style": true, "inc": true,
	"themeword": true, "wall": true, "theme": true, "det": true, "place": true, "mult": true,
}

// bent reports whether w alone is a word of the language and of a class that bends.
func (l *lexicon) bent(w, lang string) bool {
	senses, _ := l.of(w)
	for _, s := range senses {
		if s.lang == lang && bends[s.class] {
			return true
		}
	}
	return false
}

// plainForm is the form that the lexicons have of a bent word; "" when there is none.
func (l *lexicon) plainForm(w string) string {
	for _, lang := range languages[1:] {
		for _, e := range l.endings[lang] {
			stem, ok := strings.CutSuffix(w, e.from)
			if ok && len(stem) >= 2 && len(stem+e.to) >= 3 && l.bent(stem+e.to, lang) {
				return stem + e.to
			}
		}
	}
	return ""
}

// unbent rewrites words that no lexicon and no name has to such as the lexicons have: bent ones, two that are written as
// one, and pronouns that hang on a verb. A word that is spelt well in English is let alone, but in a foreign sentence.
func (l *lexicon) unbent(words []word, named func(string) bool) []word {
	foreign := l.foreign(words)
	out := words[:0:0]
	until := 0 // words before it belong to a surface
	for i, w := range words {
		if _, n := l.longest(words[i:]); n > 0 {
			until = max(until, i+n)
		}
		if w.kind != letters || i < until || len(w.text) < 4 || w.text[0] >= 0x80 || named(w.text) || !foreign && isWord(w.text) {
			out = append(out, w)
			continue
		}
		if form := l.plainForm(w.text); form != "" {
			w.text = form
			out = append(out, w)
		} else if two := l.joinedVerb(w); two != nil {
			out = append(out, two...)
		} else if two := l.apartIn(w); two != nil {
			out = append(out, two...)
		} else if two := l.clitic(w); two != nil {
			out = append(out, two...)
		} else {
			out = append(out, w)
		}
	}
	return l.inMinutes(l.figures(out))
}
