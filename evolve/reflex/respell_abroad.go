package reflex

import (
	"slices"
	"strings"
)

// shortestAbroad is how long a word of another language is at least whose spelling is put right: of shorter ones too many are
// only a letter away.
const shortestAbroad = 5

// holdAbroad keeps a word of another language that a misspelt one may stand for.
func (l *lexicon) holdAbroad(w word, lang string) {
	t := w.text
	if w.kind != letters || len(t) < shortestAbroad-1 || t[0] >= 0x80 {
		return
	}
	if l.abroad[lang] == nil {
		l.abroad[lang] = map[byte][]string{}
	}
	if list := l.abroad[lang][t[0]]; !slices.Contains(list, t) {
		l.abroad[lang][t[0]] = append(list, t)
	}
}

// respeltAbroad is [world.respelt] for a sentence of another language: of that, words of its lexicon are a slip away.
func (w *world) respeltAbroad(sentence string) (string, bool) {
	lang := w.tongue(sentence)
	lex := loadLexicon()
	list := lex.abroad[lang]
	if list == nil {
		return "", false
	}
	own := w.vocabulary()
	var b strings.Builder
	at, changed := 0, false
	for _, o := range split(sentence) {
		if o.kind != letters || o.start < at || len(o.text) < shortestAbroad || lex.spells(o.text, own) || loadTables()[lang].says[o.text] {
			continue
		}
		if lex.plainForm(o.text) != "" || lex.joinedVerb(o) != nil || lex.apartIn(o) != nil || lex.clitic(o) != nil || w.names.has(o.text) {
			continue
		}
		if right := lex.nearest(o.text, 1, list); right != "" {
			b.WriteString(sentence[at:o.start] + right)
			at, changed = o.end, true
		}
	}
	b.WriteString(sentence[at:])
	return b.String(), changed
}
