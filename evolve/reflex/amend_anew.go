package reflex

import (
	"math"
	"reflect"
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// recolored reads "I meant yellow" after a colour was given or made darker: it is that colour, whatever words gave it. What it
// was before need not be taken back for that. Of two colours that were given, it does not say which.
func (p *parser) recolored(toks []*token, said bool) []act.Act {
	to, _ := otherThan(toks)
	if !said || len(to) != 1 || !to[0].is("color") {
		return nil
	}
	var out []act.Act
	for _, a := range p.s.LastActs {
		if g := &a.Args; tints(a) {
			g.Color, g.Lighten, g.Saturate, g.LikeCell, g.LikeNode = to[0].value("color"), 0, 0, "", ""
			if out = append(out, a); a.Intent != out[0].Intent || g.Part != out[0].Args.Part {
				return nil
			}
		}
	}
	return out
}

// tints reports whether an act gives something a colour, or another shade of its own.
func tints(a act.Act) bool {
	switch g := a.Args; a.Intent {
	case act.Recolor:
		return g.Color != "" || g.Lighten != 0 || g.Saturate != 0
	case act.Theme, act.Border:
		return g.Color != ""
	}
	return false
}

// restyled reads "no, numbers" after a look was chosen: it is another one of the same thing, by any of its words.
func (p *parser) restyled(toks []*token, said bool) []act.Act {
	for len(toks) > 1 && (toks[0].isAny("prep", "det", "only", "even") || toks[0].is("fill", "fill") || toks[0].is("verb", "make", "want", "use", "show")) {
		toks = toks[1:]
	}
	if !said || len(toks) == 0 || len(toks) > mostRetold || len(p.s.LastActs) != 1 || p.s.LastActs[0].Intent != act.Style {
		return nil
	}
	text := squash(p.typed(toks))
	return p.eachLast(func(a *act.Act) bool {
		cell := p.s.cell(a.Target.Cell)
		if cell == nil {
			return false
		}
		for _, st := range cell.Styles {
			if squash(st.Name) == text || slices.ContainsFunc(st.Words, func(w string) bool { return squash(w) == text }) {
				a.Args.Style = st.Name
				return true
			}
		}
		return false
	})
}

// reanchored reads "wait, left edge" after something was put at a side or in a corner: it goes there instead.
func (p *parser) reanchored(toks []*token, said bool) []act.Act {
	to, _ := otherThan(toks)
	if !said || len(to) != 1 || !to[0].is("place") || to[0].is("place", "corner") || len(p.s.LastActs) != 1 {
		return nil
	}
	return p.eachLast(func(a *act.Act) bool {
		if a.Intent != act.Move || a.Args.Anchor == "" || a.Args.X != nil || a.Args.Axis != "" {
			return false
		}
		a.Args.Anchor = to[0].value("place")
		return true
	})
}

// onlyThese reads "nope, just New" after several things were changed: the others are not.
func (p *parser) onlyThese(toks []*token, said bool) []act.Act {
	if !said || len(toks) < 2 || !toks[0].is("only") && listed("keepsonly", toks[0].text) == "" || len(p.s.LastActs) < 2 {
		return nil
	}
	var of []act.Target
	for _, a := range p.s.LastActs {
		if !has(of, a.Target) {
			of = append(of, a.Target)
		}
	}
	toks = toks[1:]
	for len(toks) > 1 && p.aroundAnswer(toks[len(toks)-1]) {
		toks = toks[:len(toks)-1]
	}
	these := p.theseOf(toks, of)
	if len(of) < 2 || len(these) == 0 || len(these) == len(of) {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(p.s.LastActs), func(a act.Act) bool { return !has(these, a.Target) })
}

// less reads "no wait, just a little" after something was done without saying how much: the same, so much.
func (p *parser) less(toks []*token, said bool) []act.Act {
	if !said || p.wrong() == "" || p.s.Deeds == nil || !p.stands() || slices.ContainsFunc(toks, func(t *token) bool {
		return !t.isAny("deg", "only", "even", "det") && !t.is("fill", "fill") && t.kind != mark
	}) || !some(toks, "deg") {
		return nil
	}
	sentence := strings.TrimRight(p.s.Deeds()[0].Sentence, " .!?")
	was := &parser{world: p.saying(sentence), sentence: sentence}
	if was.toks = was.tag(split(sentence)); strings.Contains(sentence, "(") || some(was.toks, "deg") {
		return nil
	}
	text := sentence + " " + p.typed(toks)
	sub := (&parser{world: p.saying(text), sentence: text, anew: true}).read()
	acts := sub.result.Acts
	if sub.open != nil || sub.result.Route() != Do || !sameTargets(acts, p.s.LastActs) || !slices.EqualFunc(acts, p.s.LastActs, sameSort) || reflect.DeepEqual(acts, p.s.LastActs) {
		return nil
	}
	return acts
}

// regraded reads "no wait, a lot wider" after something was made a bit wider: as much as that instead. Where less is meant than
// was done, it must be said that it was a mistake: "no, a bit wider" may well be more of it.
func (p *parser) regraded(toks []*token, said bool) []act.Act {
	if !said || len(toks) > mostRetold || p.wrong() == "" || !slices.ContainsFunc(toks, func(t *token) bool { return t.isAny("dim", "shade", "light") }) {
		return nil
	}
	for _, t := range toks {
		if !t.isAny("dim", "shade", "light", "deg", "inc", "even", "only", "det", "mult") && !t.is("fill", "fill") && t.kind != mark && !t.is("verb", "make") && !t.is("pron") {
			return nil
		}
	}
	for len(toks) > 1 && (toks[0].is("verb", "make") || toks[0].is("pron")) {
		toks = toks[1:]
	}
	if slices.ContainsFunc(p.s.LastActs, func(a act.Act) bool { return a.Intent != act.Resize && a.Intent != act.Recolor }) {
		return nil
	}
	text := "make it " + p.typed(toks)
	sub := (&parser{world: p.saying(text), sentence: text, anew: true}).read()
	acts := sub.result.Acts
	if sub.open != nil || sub.result.Route() != Do || !sameTargets(acts, p.s.LastActs) || !slices.EqualFunc(acts, p.s.LastActs, sameSort) {
		return nil
	}
	if !sameWay(acts[0], p.s.LastActs[0]) || p.wrong() == "weak" && weaker(acts[0], p.s.LastActs[0]) {
		return nil
	}
	return acts
}

// wrong is how surely the sentence says that what was done was not meant: "strong", "sorry", "I meant", or "weak", "no", "wait".
func (p *parser) wrong() string {
	how := ""
	for from := range min(4, len(p.toks)) {
		for to := from + 1; to <= min(from+4, len(p.toks)); to++ {
			if said := p.says("wrongdone", p.toks[from:to]); said == "strong" || how == "" {
				how = said
			}
		}
	}
	return how
}

// sameWay reports whether two acts both make something more, or both less.
func sameWay(a, b act.Act) bool {
	return (a.Args.Factor > 1) == (b.Args.Factor > 1) && a.Args.Lighten*b.Args.Lighten >= 0
}

// weaker reports whether an act does less of the same than another.
func weaker(a, than act.Act) bool {
	x, y := a.Args.Factor, than.Args.Factor
	return x > 1 && y > x || x > 0 && x < 1 && y < 1 && y < x || a.Args.Lighten*than.Args.Lighten > 0 && math.Abs(a.Args.Lighten) < math.Abs(than.Args.Lighten)
}

// sameSort reports whether two acts change the same of a thing.
func sameSort(a, b act.Act) bool {
	return a.Intent == b.Intent && a.Args.Axis == b.Args.Axis && a.Args.Part == b.Args.Part && (a.Args.Color == "") == (b.Args.Color == "")
}
