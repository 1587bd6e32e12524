package reflex

import (
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"cellshell/evolve/act"
)

// retold reads "no, Tea" after something was called otherwise: those are the words.
func (p *parser) retold(toks []*token, said bool) []act.Act {
	if rest := p.behindOld(toks); len(rest) > 0 {
		toks, said = rest, true
	}
	if !said || len(toks) > mostRetold || len(toks) == 0 || some(toks, "aux", "should") || some(toks, "person") || some(toks, "capital") || toks[0].is("with") || toks[0].is("prep", "with") || len(toks) > 2 && p.leads("whylead", toks) {
		return nil // "actually nobody eats soft eggs" is no name
	}
	for len(toks) > 1 && (toks[0].isAny("fill", "only") || toks[0].kind == mark) {
		toks = toks[1:] // "actually just Clear"
	}
	text := strings.Trim(p.text(toks[0].start, toks[len(toks)-1].end), " ,.!")
	if len(toks) == 1 && toks[0].kind == quoted {
		text = toks[0].text
	} else if first, _ := utf8.DecodeRuneInString(text); !unicode.IsUpper(first) && !slices.ContainsFunc(toks, func(t *token) bool { return t.kind == letters && len(t.senses) == 0 }) {
		return nil // words that are known may well be a wish
	}
	return p.eachLast(func(a *act.Act) bool {
		if a.Intent != act.Rename && a.Intent != act.SetText {
			return false
		}
		a.Args.Text = text
		return true
	})
}

// behindOld is what stands behind the words that a text has now, where those are named first: "not Store, Keep", "no Cero, sino
// Inicio". nil where they are not.
func (p *parser) behindOld(toks []*token) []*token {
	for len(toks) > 0 && (toks[0].is("neg") || toks[0].kind == mark) {
		toks = toks[1:]
	}
	i := slices.IndexFunc(toks, func(t *token) bool { return t.kind == mark || t.is("correct") })
	if i < 1 || !slices.ContainsFunc(p.s.LastActs, func(a act.Act) bool {
		return a.Args.Text != "" && joined(split(a.Args.Text)) == p.wording(toks[:i])
	}) {
		return nil
	}
	for i < len(toks) && (toks[i].kind == mark || toks[i].isAny("conj", "correct", "even", "be") && toks[i].kind != quoted) {
		i++
	}
	return toks[i:]
}

// mostRetold is how many words a text has at most that is said again without more.
const mostRetold = 6

// slotted are the classes of words that a sentence is said again with: "no, a dark one", "no, a timer", "no, three".
var slotted = []string{"shade", "cast", "light", "gene", "layout", "font", "gstyle", "style", "shape", "wallstyle", "theme", "num", "mult", "color", "place", "part"}

// resaid says the last sentence again, with another word for one of its words.
func (p *parser) resaid(toks []*token, said bool) []act.Act {
	if !said || p.s.Deeds == nil || len(toks) > mostRetold || some(toks, "neg") {
		return nil
	}
	var by *token
	for _, t := range toks {
		switch {
		case t.isAny("det", "even", "only", "prep") || t.is("kind", "any") || t.kind == mark || t.is("fill", "fill"):
		case by == nil && (t.isAny(slotted...) || t.counts()):
			by = t
		default:
			return nil
		}
	}
	if by == nil || !p.stands() {
		return nil
	}
	sentence := p.s.Deeds()[0].Sentence
	if strings.Contains(sentence, "(") {
		return nil // an answer was added to it
	}
	was := &parser{world: p.saying(sentence), sentence: sentence}
	was.toks = was.tag(split(sentence))
	var of *token
	for _, t := range was.toks {
		if by.counts() && t.counts() && t.text != by.text {
			if of != nil && of != t {
				return nil
			}
			of = t
			continue
		}
		for _, class := range slotted {
			if by.is(class) && t.is(class) && t.text != by.text {
				if of != nil && of != t {
					return nil // which of the two?
				}
				of = t
			}
		}
	}
	if of == nil {
		return nil
	}
	anew := sentence[:of.start] + p.text(by.start, by.end) + sentence[of.end:]
	r := (&parser{world: p.saying(anew), sentence: anew, anew: true}).read()
	if r.open != nil || r.result.Route() != Do || !sameTargets(r.result.Acts, p.s.LastActs) || reflect.DeepEqual(r.result.Acts, p.s.LastActs) {
		return nil
	}
	return r.result.Acts
}

// sameTargets reports whether acts are about the same things, one by one.
func sameTargets(a, b []act.Act) bool {
	return slices.EqualFunc(a, b, func(x, y act.Act) bool { return x.Target == y.Target })
}
