package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// plain answers without an edit.
func (p *parser) plain(key string, intent act.Intent, about string) {
	a := act.Act{Intent: intent, Args: act.Args{Text: about}}
	var acts []act.Act // of several that it may be about
	if intent == act.Query || key == "help" {
		c := &clause{p: p, toks: articled(p.toks)}
		c.find()
		c.labelAsked(key)
		if t, ok := c.about(); ok && (intent == act.Query || c.named()) {
			a.Target = t
		} else if key == "why" {
			for _, t := range c.oneOfThese() {
				acts = append(acts, act.Act{Intent: intent, Target: t, Args: a.Args})
			}
		} else {
			for _, r := range c.refs {
				if r.head == "gene" && len(c.living(r)) == 0 && key == "question" {
					a.Args.Gene = r.value // it is told that there is none
				}
			}
		}
		p.open = nil
	}
	if len(acts) == 0 {
		acts = []act.Act{a}
	}
	p.result.Answer, p.result.Conf, p.result.Acts = key, 1, acts
}

// oneOfThese are the things of which a question means one by its name, at most as many as can be told of: nobody knows which.
func (c *clause) oneOfThese() []act.Target {
	for _, r := range c.refs {
		if of := c.p.meantBy(r); !r.bare() && len(of) > 1 && len(of) <= mostTold {
			return of
		}
	}
	return nil
}

// small handles small talk, help and the questions that have an answer of their own.
func (p *parser) small(toks []*token) bool {
	if key := p.praises(toks); key != "" {
		p.plain(key, act.Chitchat, "")
		return true
	}
	n := 0
	var talk *token
	for _, t := range toks {
		switch {
		case t.is("query", "list") && len(p.s.Hidden) > 0 && listed("showsall", t.text) != "":
			p.showAll()
			return true
		case t.is("query"):
			p.plain(t.value("query"), act.Query, t.value("query"))
			return true
		case t.is("chat", "scope") && t.is("verb") && p.has("unit"):
			n++ // "translate the clock 30 px right"
		case t.is("chat", "scope") && p.tells(toks, t):
			p.behaviour(t) // "make the counter sing"
			return true
		case t.is("chat", "scope"):
			p.plain("scope", act.Chitchat, "")
			return true
		case t.is("help") && (t == toks[0] || len(toks) <= 3 && !p.has("gene")):
			p.plain("help", act.Help, "")
			return true
		case t.is("chat"):
			talk = t
			n--
		case t.is("theme"):
			n++ // "hey computer, dark mode" wants something
		}
		if t.content() || t.is("verb") || t.is("det", "this", "that") || t.is("pron") || t.is("stmt") {
			n++
		}
	}
	if talk != nil && n <= 0 {
		p.plain(talk.value("chat"), act.Chitchat, "")
		return true
	}
	return false
}

// longestPraise is how many words praise has at most.
const longestPraise = 9

// praises is what is answered to a sentence that only praises, thanks or scolds, "" for every other: none of its words would
// change anything, and one is a kind or a rude one. Only somebody is scolded: "it is useless" is about a thing.
func (p *parser) praises(toks []*token) string {
	kind, rude, meek, you, finer, wants := false, false, false, false, false, false
	alone, asked := false, false
	words := 0
	if len(toks) > 1 && toks[0].is("q") && (toks[1].is("aux") || listed("wouldbe", toks[1].text) != "") {
		return "" // "what would look good" asks
	}
	for i, t := range toks {
		if before := t0(toks, i-1); t.isAny("dir", "place") && before != nil && before.is("det", "the") {
			return "" // "I'd like it better on the right"
		}
		asked = asked || t.text == "?"
		for w := range strings.FieldsSeq(t.text) {
			if t.kind == mark || t.kind == picture {
				continue
			}
			value := listed("praise", w)
			if words++; value == "" || words > longestPraise {
				return ""
			}
			kind, rude, meek = kind || value == "kind", rude || value == "rude", meek || value == "meek"
			alone = words == 1
			finer, wants = finer || value == "finer", wants || listed("unpraised", w) != ""
			you = you || listed("praised", w) != ""
		}
	}
	switch {
	case rude && you:
		return "sorry"
	case kind && !rude, finer && !wants && !rude && !asked && (!alone || p.s.Fresh && len(p.s.LastActs) > 0):
		return "thanks"
	case meek && !rude && p.s.Pending == nil:
		return "nothing"
	}
	return ""
}

// tells reports whether something here is told to do what t says.
func (p *parser) tells(toks []*token, t *token) bool {
	told := false
	for _, o := range toks {
		if o == t {
			return false
		}
		told = told || o.is("verb", "make")
		if told && (o.isAny("gene", "name", "kind", "pron") || o.is("det", "this", "that")) {
			return true
		}
	}
	return false
}

// question tells questions from polite commands.
func (p *parser) question(toks []*token, head *token) bool {
	asked := toks[len(toks)-1].kind == mark && toks[len(toks)-1].text == "?"
	for _, t := range toks {
		if t.is("fill", "ask") || t.is("verb", "want") {
			return false
		}
		if t == head && !wideScript(t.text) { // Japanese asks for something at the end
			break
		}
	}
	if p.politely(toks) || !asked && p.wishes(toks) {
		return false
	}
	lead := head
	for i, t := range toks {
		if t.is("q") && (i == 0 || !t.is("num")) {
			lead = t
			break
		}
		if t == head && !wideScript(t.text) { // in Chinese and Japanese what is asked may stand anywhere
			break
		}
	}
	switch {
	case lead.is("q", "how") && asked || lead.is("q", "how"):
		if lead.text == "how big" || lead.text == "how many" || lead.text == "how much" {
			p.plain("question", act.Query, p.sentence)
		} else {
			p.plain("how", act.Help, p.text(lead.end, len(p.sentence)))
		}
		return true
	case asks(toks):
		p.plain("question", act.Query, p.sentence)
		return true
	case len(toks) > 1 && toks[0].foreign("be") && !some(toks, "complaint"):
		p.plain("question", act.Query, p.sentence)
		return true
	case lead.is("q", "when"):
		p.plain("when", act.Query, p.text(lead.end, len(p.sentence)))
		return true
	case lead.is("q", "why") && p.whyNot(toks, lead) != "":
		p.plain("how", act.Help, p.whyNot(toks, lead))
		return true
	case lead.is("q", "why"):
		p.plain("why", act.Query, "why")
		return true
	case lead.is("q"):
		key, intent := "scope", act.Chitchat
		for _, t := range toks {
			if t.isAny("gene", "name", "pron", "kind", "cellkind", "desk") || t.is("det", "this", "that", "these", "those") {
				key, intent = "question", act.Query
			}
		}
		p.plain(key, intent, p.sentence)
		return true
	case asked && (head.is("be") || head.is("aux") || !head.is("verb") && len(toks) > 4):
		p.plain("question", act.Query, p.sentence)
		return true
	}
	return false
}

// politely reports whether a question wants something to be otherwise: "could it be a little bigger?", "the form, can that go left?"
func (p *parser) politely(toks []*token) bool {
	for len(toks) > 2 && (toks[0].is("conj") || toks[0].kind == mark || toks[0].is("fill", "fill")) && toks[1].isAny("aux", "conj", "fill") {
		toks = toks[1:]
	}
	for i, t := range toks[:min(len(toks), 6)] {
		if next := t0(toks, i+1); t.kind == mark && next != nil && next.isAny("aux") {
			toks = toks[i+1:] // what it is about was said first
			break
		}
	}
	if mayI(toks) {
		return true
	}
	if t := toks[0]; !t.is("aux", "could", "can") && t.text != "could" && t.text != "can" {
		return false
	}
	be := false
	if p.toSay(toks) {
		return true
	}
	if thing := t0(toks, 1); thing != nil && (thing.is("det", "the", "this") || thing.is("gene") || thing.is("name")) && p.newTricks(toks) {
		return true
	}
	for _, t := range toks {
		if t.is("neg") || t.is("stmt") {
			return false
		}
		be = be || t.is("be") || listed("becoming", t.text) != ""
		if be {
			for _, class := range proper {
				if t.is(class) {
					return true
				}
			}
		}
	}
	return false
}

// toSay reports whether something is asked to say a text in quotes: "can it say “Help”?"
func (p *parser) toSay(toks []*token) bool {
	return some(toks, "verb", "say") && p.toks[len(p.toks)-1].kind != letters && slices.ContainsFunc(p.toks, func(t *token) bool { return t.kind == quoted })
}

// newTricks reports whether a thing is asked to do what it cannot do yet: "could the counter beep at ten?"
func (p *parser) newTricks(toks []*token) bool {
	for _, t := range toks[1:] {
		if t.is("beh", "do") {
			return true
		}
	}
	return false
}

// asks reports whether a sentence begins as only a question does: "should the clock be bigger", "is dark mode on".
func asks(toks []*token) bool {
	return len(toks) > 2 && toks[0].is("asks") && toks[1].isAny("det", "pron", "gene", "name", "kind", "theme", "person", "all")
}
