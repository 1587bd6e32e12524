package reflex

import (
	"slices"
	"strings"
)

// gerund finds the verb in "would you mind taking it away": only where a request asks for one.
func (l *lexicon) gerund(before []*token, words []word) (senses []sense, n int, stem string) {
	stem, ok := strings.CutSuffix(words[0].text, "ing")
	if !ok || len(stem) < 2 || len(before) == 0 || !before[len(before)-1].is("fill", "ask") && before[len(before)-1].text != "try" {
		return nil, 0, ""
	}
	for _, verb := range []string{stem + "e", once(stem), stem, stem[:len(stem)-1]} {
		senses, n := l.longest(append([]word{{text: verb}}, words[1:]...))
		if n > 0 && (&token{senses: senses}).is("verb") || listed("parted", verb) != "" {
			return senses, max(1, n), verb
		}
	}
	return nil, 0, ""
}

// once is a stem without the doubling of its last letter: "putt".
func once(stem string) string {
	if n := len(stem); n > 2 && stem[n-1] == stem[n-2] {
		return stem[:n-1]
	}
	return stem
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
		if senses, _ := l.of(b.String()); long && len(senses) > 0 {
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
	for i, t := range toks {
		if i > 0 && t.is("except") && strings.HasSuffix(t.text, " the") && !slices.ContainsFunc(toks[:i], func(o *token) bool { return o.kind != mark && !o.is("fill") }) {
			t.senses = []sense{{class: "det", value: "the", lang: "en"}} // "my apologies, but the clock …": nothing is excepted
		}
	}
	for i := 0; i+1 < len(toks); i++ {
		if i > 0 && toks[i].is("fill") && (toks[i].text == "here is" || toks[i].text == "there is") {
			toks[i].senses = []sense{{class: "be", value: "be", lang: "en"}} // "everything on here is tiny"
		}
		if next := toks[i+1]; toks[i].text == "that" && toks[i].is("det", "that") && (next.is("det") || next.is("pron")) && !next.is("kind") {
			toks[i].senses = []sense{{class: "fill", value: "fill", lang: "en"}}
		}
	}
}
