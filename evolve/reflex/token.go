package reflex

import (
	"slices"
	"strings"
)

// token is a run of words that means one thing, or one of a few.
type token struct {
	kind       kind
	text       string // as folded; the text of a quote
	num        float64
	start, end int
	senses     []sense
	used       bool // a frame understood it
	fuzzy      bool // spelling was corrected
}

// is reports whether the token has the concept, heard right. No value: any of the class.
func (t *token) is(class string, values ...string) bool {
	for i := range t.senses {
		s := &t.senses[i]
		if s.class != class || s.weak {
			continue
		}
		if len(values) == 0 {
			return true
		}
		for _, v := range values {
			if s.value == v {
				return true
			}
		}
	}
	return false
}

// isAny reports whether the token has a concept of one of the classes.
func (t *token) isAny(classes ...string) bool {
	return slices.ContainsFunc(classes, func(class string) bool { return t.is(class) })
}

// counts reports whether the token is a number, in digits or in words.
func (t *token) counts() bool { return t.kind == number || t.is("num") }

// some reports whether one of the tokens has the concept, as [token.is] does.
func some(toks []*token, class string, values ...string) bool {
	return slices.ContainsFunc(toks, func(t *token) bool { return t.is(class, values...) })
}

// joins reports whether it stands between two of a list: "and", "&". There need be no token.
func (t *token) joins() bool { return t != nil && (t.is("conj", "and") || t.text == "&") }

// value returns the token's value in a class, "" when it has none.
func (t *token) value(class string) string {
	for i := range t.senses {
		if t.senses[i].class == class && !t.senses[i].weak {
			return t.senses[i].value
		}
	}
	return ""
}

// foreign reports whether the token has a sense of the class in a language other than English.
func (t *token) foreign(class string) bool {
	for i := range t.senses {
		if s := &t.senses[i]; s.class == class && s.lang != "en" && s.lang != "" {
			return true
		}
	}
	return false
}

func (t *token) plural(class string) bool {
	for i := range t.senses {
		if t.senses[i].class == class && t.senses[i].plural {
			return true
		}
	}
	return false
}

// idle are the classes that need no frame: a clause is understood without them.
var idle = map[string]bool{
	"fill": true, "prep": true, "det": true, "be": true, "aux": true, "person": true, "conj": true, "even": true, "only": true,
	"everywhere": true, "desk": true, "as": true, "also": true,
}

// content reports whether the sentence is not understood as long as no frame took the token.
func (t *token) content() bool {
	switch t.kind {
	case mark:
		return false
	case letters:
	default:
		return true
	}
	if t.is("det", "both") && len(t.senses) == 1 {
		return true // of two things, which no frame found
	}
	for i := range t.senses {
		if s := &t.senses[i]; idle[s.class] && !s.weak || s.class == "verb" && weakVerbs[s.value] {
			return false
		}
	}
	return true
}

// weakVerbs say nothing by themselves: "make" needs to be told what.
var weakVerbs = map[string]bool{"make": true, "use": true, "give": true, "want": true, "resize": true, "paint": true}

// tag turns words into tokens by the longest match in the lexicon and in the names of the desktop.
func (p *parser) tag(words []word) []*token {
	lex := loadLexicon()
	foreign := lex.foreign(words)
	var out []*token
	for i := 0; i < len(words); {
		w := words[i]
		t := &token{kind: w.kind, text: w.text, num: w.num, start: w.start, end: w.end}
		if w.kind == hex {
			t.senses = []sense{{class: "color", value: w.text}}
		}
		senses, n := lex.longest(words[i:])
		if own, m := p.names.longest(words[i:]); m > 0 && !lex.measure(own, words[i:], m) {
			if m == n && shadowed(senses) {
				own = licensed(own, len(out) > 0 && (out[len(out)-1].is("det") || strings.HasSuffix(out[len(out)-1].text, " the")) || p.capital(w, out))
			}
			switch {
			case m > n:
				senses, n = own, m
			case m == n:
				senses = append(append([]sense{}, senses...), own...)
			}
		}
		if w.kind == number && n <= 1 {
			senses, n = nil, 0
		}
		if n <= 1 && w.kind == letters && !foreign {
			if verb, k, stem := lex.gerund(out, words[i:]); k > 0 {
				senses, n, t.text = verb, k, stem
			}
		}
		if n == 0 && w.kind == letters {
			if short := lex.drawn(w.text); short != "" {
				senses, n = lex.longest(append([]word{{text: short}}, words[i+1:]...))
				t.text = short
			}
		}
		if n == 0 && w.kind == letters && !foreign {
			if fixed := lex.correct(w.text); fixed != "" {
				fixedWords := append([]word{{text: fixed}}, words[i+1:]...)
				if senses, n = lex.longest(fixedWords); n > 0 {
					t.fuzzy, t.text = true, fixed
					p.misspelled = append(p.misspelled, word{text: fixed, start: w.start, end: w.end})
					p.note("read %q as %q", w.text, fixed)
				}
			}
		}
		if n > 0 {
			t.kind, t.senses = letters, senses
			t.end = words[i+n-1].end
			if n > 1 && t.text == w.text {
				t.text = joined(words[i : i+n])
			}
			i += n
		} else {
			i++
		}
		for k := range t.senses {
			if t.senses[k].class == "num" && !t.senses[k].weak {
				t.num = atof(t.senses[k].value)
			}
		}
		out = append(out, t)
	}
	settle(out)
	return lengths(numerals(out))
}

// shadowed reports whether a word means something else first: a gene's synonym "time" is not meant in "three times".
func shadowed(senses []sense) bool {
	for _, s := range senses {
		switch s.class {
		case "gene", "kind", "cellkind", "fill", "style", "styleword", "emoji", "desk", "name":
		default:
			return true
		}
	}
	return false
}

// joined is a text as the lexicons have theirs: folded words with single spaces.
func joined(words []word) string {
	out := make([]string, 0, len(words))
	for _, w := range words {
		out = append(out, w.text)
	}
	return strings.Join(out, " ")
}
