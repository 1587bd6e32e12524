package reflex

import "strings"

// tongue is the language of a sentence: English, but where it has letters that English has not, or more words that only another
// language knows. Of several languages the one that knows most of its words has it.
func (w *world) tongue(sentence string) string {
	lex := loadLexicon()
	words := split(sentence)
	if !accented(sentence) && !lex.foreign(lex.unbent(words, w.names.has)) && !oddlyForeign(words) {
		return "en"
	}
	knows := map[string]int{}
	for _, o := range words {
		if o.kind != letters {
			continue
		}
		if kana(o.text) {
			return "ja"
		}
		if wideScript(o.text) {
			knows["zh"]++
			continue
		}
		heard := map[string]bool{}
		senses, _ := lex.of(o.text)
		for i := range senses {
			heard[senses[i].lang] = true
		}
		abroad := false
		for _, lang := range languages[1:] {
			if heard[lang] || loadTables()[lang].says[o.text] {
				abroad = true
				knows[lang]++
			}
		}
		if !abroad && (heard["en"] || isWord(o.text)) {
			knows["en"]++
		}
	}
	best := "en"
	for _, lang := range languages[1:] {
		if knows[lang] > knows[best] {
			best = lang
		}
	}
	return best
}

// oddlyForeign reports whether no word of a sentence is English, though no lexicon knows most of them.
func oddlyForeign(words []word) bool {
	foreign := 0
	for _, o := range words {
		switch senses, begins := loadLexicon().of(o.text); {
		case o.kind != letters:
		case isWord(o.text):
			return false
		case !begins || english(&token{text: o.text, senses: senses}):
		default:
			foreign++
		}
	}
	return foreign > 0
}

// kana reports whether a word is a sign that only Japanese has.
func kana(w string) bool {
	return strings.ContainsFunc(w, isKana)
}

func isKana(r rune) bool { return r >= 0x3040 && r <= 0x30FF && r != 'ー' }
