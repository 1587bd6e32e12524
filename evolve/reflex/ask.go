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
	if toks[0].is("verb", "make", "move", "remove", "add", "paint", "swap") && len(toks) > 1 {
		return false
	}
	what, size, alone := p.asked(toks)
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
	c := &clause{p: p, toks: articled(p.toks)}
	c.find()
	args := act.Args{Text: p.sentence, Part: what, Axis: p.sideAsked(toks, what)}
	if what == "there" {
		args.Anchor, args.Relation = placeAsked(toks)
		if toks[0].isAny("asks", "be") || toks[0].is("q", "is") {
			args.Count = 1 // with yes or no
		}
	}
	var acts []act.Act
	for _, t := range toks {
		if what == "nth" && t.counts() {
			args.Number = int(t.num)
		}
	}
	for _, r := range c.refs {
		if what == "nth" || what == "last" || what == "there" && args.Anchor != "" && r.bare() {
			continue
		}
		if to := t0(c.toks, r.from-1); what == "changes" && !r.cell() && r.head != "label" && !(r.bare() && to != nil && to.is("prep")) {
			continue // "the first thing I changed" is about no thing
		}
		if r.head == "gene" && len(c.living(r)) == 0 {
			args.Gene = r.value
			continue
		}
		for _, t := range p.meantBy(r) {
			if (len(acts) < mostTold || what == "count") && !slices.ContainsFunc(acts, func(a act.Act) bool { return a.Target == t }) {
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

// articled takes the article from the words that begin a question: "is the" hides it from "the reset button".
func articled(toks []*token) []*token {
	var out []*token
	for _, t := range toks {
		out = append(out, t)
		head, last, ok := strings.Cut(t.text, " ")
		if !ok || !t.is("q") || head == "" || last != "the" && last != "my" || t.end-len(last) <= t.start {
			continue
		}
		out = append(out, &token{kind: letters, text: last, start: t.end - len(last), end: t.end, senses: []sense{{class: "det", value: last, lang: "en"}}})
	}
	return out
}

// pointedOut is the "this" or "it" of a question, which may be part of a longer word: "is this", "does it".
func (p *parser) pointedOut(c *clause) *ref {
	for _, r := range c.refs {
		if r.bare() {
			return r
		}
	}
	for _, t := range p.toks {
		if words := strings.Fields(t.text); len(words) > 1 && t.is("q") {
			switch words[len(words)-1] {
			case "this", "that":
				return &ref{head: "this", value: "any"}
			case "it":
				return &ref{head: "pron"}
			}
		}
	}
	return nil
}

// unseen reports whether "this" is asked about and nobody points at anything: what was only spoken of is "that" or "it".
func (p *parser) unseen(r *ref) bool {
	return r.head == "this" && r.bare() && !r.plural && p.s.Spoken && (p.s.Point == nil || p.s.Point.Cell == "") &&
		slices.ContainsFunc(p.toks, func(t *token) bool { return t.is("det", "this") || t.is("q") && strings.HasSuffix(t.text, " this") })
}

// meantBy are the things that a reference in a question may mean: all that fit, since telling too much changes nothing.
func (p *parser) meantBy(r *ref) []act.Target {
	defer p.aside()()
	p.open, p.ask = nil, nil
	if p.unseen(r) {
		return nil
	}
	if r.head == "all" || r.head == "cellkind" && r.plural {
		return nil
	}
	if r.bare() && r.head == "this" && p.s.Point == nil && len(p.s.Selection) == 0 && p.elsewhere() {
		return nil // what was only spoken of is "it"
	}
	if r.indef && r.head == "gene" {
		set, _ := p.candidates(r)
		return set
	}
	if set, ok := p.resolve(r); ok {
		return set
	}
	if p.open != nil && !r.bare() {
		return p.open.among
	}
	return nil
}

// asked finds what a question is about, by the longest of the words that name it, how long those are, and whether they are a
// question by themselves ("list my changes").
func (p *parser) asked(toks []*token) (what string, size int, alone bool) {
	said := uttered(toks)
	if what, size = findPhrase("tellme", said); what != "" {
		return what, size, true
	}
	if whole := listed("tellall", p.wording(toks)); whole != "" {
		return whole, len(p.sentence), true
	}
	what, size = findPhrase("asked", said)
	return what, size, false
}

// enquires reports whether a sentence asks rather than wishes: it begins with what only questions begin with, and what it
// asks about is not to be changed.
func (p *parser) enquires(toks []*token) bool {
	i := 0
	for i < len(toks)-1 && (toks[i].kind == mark || toks[i].isAny("conj", "chat", "even") || toks[i].is("fill", "fill") || toks[i].is("stmt") && !toks[i].is("q")) {
		i++
	}
	first := toks[i]
	if first.is("neg") && some(toks, "part") {
		return false // "no shadow on anything"
	}
	asked := toks[len(toks)-1].kind == mark && toks[len(toks)-1].text == "?"
	begins := begins(toks[i:]) || first.is("asks") || first.is("q", "is")
	lead := ""
	for _, t := range toks[:min(len(toks), i+8)] {
		switch {
		case t.is("q", "why", "when"), t.is("q", "how") && listed("asksof", t.text) == "", t.is("aux", "should"), t.is("complaint") && !asked, t.text == "would" && lead != "where":
			return false
		case !begins && t.isAny("verb", "fill") && (t.is("verb", "make", "move", "remove", "add", "paint", "swap", "rename", "restore", "want", "align", "give", "use") || t.is("fill", "ask")):
			return false
		case t.is("q") && !t.is("q", "is") || listed("asksof", t.text) != "":
			begins = true
		}
		lead = t.text
	}
	if p.politely(toks) {
		return false
	}
	return begins || asked && len(toks) > 2 && (first.is("be") || first.is("aux"))
}

// begins reports whether tokens begin as a question does.
func begins(toks []*token) bool {
	said := uttered(toks)
	for _, f := range phrases()["asksof"] {
		if strings.HasPrefix(said, f.text) && (!toks[0].is("fill", "ask") || strings.Contains(f.text, "tell")) {
			return true
		}
	}
	return false
}

// uttered are the words of tokens with a space around each.
func uttered(toks []*token) string {
	var b strings.Builder
	for _, t := range toks {
		if t.kind != mark {
			b.WriteByte(' ')
			b.WriteString(t.text)
		}
	}
	b.WriteByte(' ')
	return b.String()
}
