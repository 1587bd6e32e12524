package reflex

import "unicode"

// settle keeps of each token the senses of the languages spoken: a word that is English too has foreign senses only in a
// sentence with words that just that language knows ("to" is a number in Norwegian), and among foreign languages the one
// that knows most words wins.
func settle(toks []*token) {
	votes := map[string]int{}
	for _, t := range toks {
		if t.kind != letters || english(t) {
			continue
		}
		seen := ""
		for i := range t.senses {
			if lang := t.senses[i].lang; lang != seen {
				votes[lang]++
				seen = lang
			}
		}
	}
	most := 0
	for _, n := range votes {
		most = max(most, n)
	}
	alone := true // no word is known in English: "encore"
	for _, t := range toks {
		for i := range t.senses {
			alone = alone && t.senses[i].lang != "en" && t.senses[i].lang != ""
		}
	}
	for _, t := range toks {
		if t.kind != letters || len(t.senses) == 0 {
			continue
		}
		best := 0
		for i := range t.senses {
			best = max(best, votes[t.senses[i].lang])
		}
		both := english(t)
		kept := t.senses[:0:0]
		for _, s := range t.senses {
			if s.lang == "en" || s.lang == "" || votes[s.lang] == best && best > 0 || (!both || alone) && best == 0 {
				kept = append(kept, s)
			}
		}
		if t.senses = kept; best == 1 && most >= clearly && !both && !wideScript(t.text) {
			t.senses = nil // "auf Kante" in German is nothing that Norwegian has
		}
	}
}

// clearly is how many words one language must know for a word that only another one knows to be none of its words.
const clearly = 3

// english reports whether a token has an English sense, is a name on the desktop or at least an English word.
func english(t *token) bool {
	if isWord(t.text) {
		return true
	}
	for i := range t.senses {
		if lang := t.senses[i].lang; lang == "en" || lang == "" {
			return true
		}
	}
	return false
}

// foreign reports whether most known words are of other languages only: then English spelling is no measure.
func (l *lexicon) foreign(words []word) bool {
	here, there := 0, 0
	for _, w := range words {
		if w.kind != letters {
			continue
		}
		senses, _ := l.of(w.text)
		if len(senses) == 0 {
			continue
		}
		if english(&token{text: w.text, senses: senses}) {
			here++
		} else {
			there++
		}
	}
	return there > here
}

// accented reports whether a sentence has letters that English has not.
func accented(sentence string) bool {
	for _, r := range sentence {
		if folded[unicode.ToLower(r)] != "" || wide(r) {
			return true
		}
	}
	return false
}
