package reflex

import "strings"

// gerund finds the verb in "would you mind taking it away": only where a request asks for one.
func (l *lexicon) gerund(before []*token, words []word) (senses []sense, n int, stem string) {
	stem, ok := strings.CutSuffix(words[0].text, "ing")
	if !ok || len(stem) < 2 || len(before) == 0 || !before[len(before)-1].is("fill", "ask") && before[len(before)-1].text != "try" {
		return nil, 0, ""
	}
	for _, verb := range []string{stem + "e", stem, stem[:len(stem)-1]} {
		senses, n := l.longest(append([]word{{text: verb}}, words[1:]...))
		if n > 0 && (&token{senses: senses}).is("verb") || listed("parted", verb) != "" {
			return senses, max(1, n), verb
		}
	}
	return nil, 0, ""
}

// drawn finds the word that is drawn out in "pleeease"; "" when there is none.
func (l *lexicon) drawn(w string) string {
	for keep := 2; keep > 0; keep-- {
		var b strings.Builder
		run, long := 0, false
		for i := range len(w) {
			if run++; i > 0 && w[i] != w[i-1] {
				run = 1
			}
			if long = long || run > 2; run <= keep {
				b.WriteByte(w[i])
			}
		}
		if n := l.next[b.String()]; long && n != nil && len(n.senses) > 0 {
			return b.String()
		}
	}
	return ""
}

// contracted takes the "'s" of "the clock's too big" for an "is".
func contracted(words []word) []word {
	for i := 0; i+1 < len(words); i++ {
		if w := &words[i]; w.text == "of" && w.start == w.end && listed("shortened", words[i+1].text) != "" {
			w.text = "is"
		}
	}
	return words
}

// complementizer takes the word that only joins a wish to its content: "I want that the clock is red".
func complementizer(toks []*token) {
	for i := 0; i+1 < len(toks); i++ {
		if next := toks[i+1]; toks[i].text == "that" && toks[i].is("det", "that") && (next.is("det") || next.is("pron")) && !next.is("kind") {
			toks[i].senses = []sense{{class: "fill", value: "fill", lang: "en"}}
		}
	}
}
