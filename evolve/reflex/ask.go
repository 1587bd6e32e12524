package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// mostTold are the most things that one question is answered about.
const mostTold = 6

// longestQuestion is how long a question is at most, in tokens.
const longestQuestion = 30

// enquiry answers a question about the desktop: what is asked stands in the act's Part, what it is about in its target, and
// in Gene what it is about when that is not here. It reports whether the sentence is one.
func (p *parser) enquiry(toks []*token) bool {
	if len(toks) == 0 || len(toks) > longestQuestion {
		return false
	}
	if toks[0].is("det", "a") {
		return false // "a thin line between the list and the text"
	}
	if toks[0].is("verb", "make", "move", "remove", "add", "paint", "swap") && len(toks) > 1 {
		return false
	}
	if mayI(toks) || writes(toks) || toks[0].is("undo", "one") && len(toks) > 1 {
		return false
	}
	if asked := toks[len(toks)-1].text == "?"; !asked && p.wishes(toks) {
		return false // "que empiece en quince minutos"
	}
	what, size, alone := p.asked(toks)
	what = p.ofTheDate(what, toks)
	styles := p.looksAsked(toks, what)
	switch {
	case len(styles) > 0:
		what = "style"
	case what == "count" && slices.ContainsFunc(toks, func(t *token) bool { return t.is("verb", "make") && listed("owns", t.text) == "" }),
		what == "there" && slices.ContainsFunc(toks, func(t *token) bool { return t.is("verb", "make", "move", "want", "add") || t.is("fill", "ask") }):
		what = "" // "is there a way to make it round", "what I would like is the clock in the middle"
	case what == "there" && slices.ContainsFunc(toks, func(t *token) bool { return t.is("q", "where") || strings.HasPrefix(t.text, "where") }):
		what = "place"
	}
	for _, t := range toks {
		if t.is("beh", "do") && len(styles) == 0 && what != "style" && what != "purpose" && what != "languages" || t.is("chat", "scope") && what != "self" && what != "languages" || t.isAny("outward", "help") || t.is("query") && len(t.text) >= size {
			return false // it has an answer of its own
		}
	}
	if what == "" || !alone && !p.enquires(toks) {
		return false
	}
	c := &clause{p: p, toks: articled(p.toks), looks: listed("shownin", what) == "trait"}
	c.find()
	c.labelAsked(what)
	if what == "size" && p.sizeOfLetters(toks) {
		what = "lettersize"
	}
	args := act.Args{Text: p.sentence, Part: what, Axis: p.sideAsked(toks, what)}
	if what == "there" {
		args.Anchor, args.Relation = placeAsked(toks)
		if toks[0].isAny("asks", "be") || toks[0].is("q", "is") {
			args.Count = 1 // with yes or no
		}
	}
	if what == "distance" {
		if args.Anchor, _ = placeAsked(toks); args.Anchor == "" && slices.ContainsFunc(toks, func(t *token) bool { return t.isAny("brink", "desk") }) {
			args.Anchor = "edge"
		}
	}
	if what == "colour" {
		args.Color, args.Count = colorAsked(toks)
	}
	var acts []act.Act
	for _, t := range toks {
		if what == "nth" && t.counts() {
			args.Number = int(t.num)
		}
	}
	for _, r := range c.refs {
		if what == "count" && r.head == "cellkind" && !r.indef && r.size == "" && r.ord == 0 || what == "nth" || what == "last" || what == "there" && args.Anchor != "" && r.bare() {
			continue
		}
		if to := t0(c.toks, r.from-1); what == "changes" && !r.cell() && r.head != "label" && !(r.bare() && to != nil && to.is("prep")) {
			continue // "the first thing I changed" is about no thing
		}
		if r.head == "gene" && len(c.living(r)) == 0 {
			args.Gene = r.value
			continue
		}
		meant := p.meantBy(r)
		if args.Color != "" && args.Count == 0 && r.head == "kind" {
			meant, _ = p.candidates(r) // "which key is blue": any of them
		}
		for _, t := range meant {
			if (len(acts) < mostTold || what == "count" || args.Color != "") && !slices.ContainsFunc(acts, func(a act.Act) bool { return a.Target == t }) {
				acts = append(acts, act.Act{Intent: act.Query, Target: t, Args: args})
			}
		}
	}
	if len(acts) == 0 && what != "last" && what != "nth" && what != "there" && (what != "changes" || p.s.Point != nil && p.s.Point.Given) {
		if r := p.pointedOut(c); r != nil {
			set := p.meantBy(r)
			if len(set) == 0 {
				args.On = ptr(false)
			}
			for _, t := range set {
				acts = append(acts, act.Act{Intent: act.Query, Target: t, Args: args})
			}
		}
	}
	if what == "purpose" && args.Gene == "" && len(acts) == 0 {
		return false // of nothing that is named
	}
	if what == "style" {
		acts = p.wearers(acts, args, styles)
	}
	if len(acts) == 0 {
		acts = []act.Act{{Intent: act.Query, Args: args}}
	}
	p.result.Answer, p.result.Conf, p.result.Acts = "question", 1, acts
	return true
}

// mayI reports whether somebody asks to be let do something: "can i make the counter red?" is a wish.
func mayI(toks []*token) bool {
	return len(toks) > 3 && toks[0].is("aux") && toks[1].is("person") && toks[2].is("verb", "make", "move", "paint", "swap", "give", "resize", "align", "rename", "center")
}

// writes reports whether something shall be written: what stands behind the verb asks nothing.
func writes(toks []*token) bool {
	for _, t := range toks {
		if t.is("fill") || t.is("even") || t.is("only") || t.isAny("conj", "person", "aux") || t.kind == mark {
			continue
		}
		return listed("writes", t.text) == "verb" && !t.is("gene") && !t.is("name")
	}
	return false
}
