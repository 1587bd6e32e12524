package reflex

import (
	"cellshell/evolve/act"
)

// plain answers without an edit.
func (p *parser) plain(key string, intent act.Intent, about string) {
	a := act.Act{Intent: intent, Args: act.Args{Text: about}}
	if intent == act.Query {
		c := &clause{p: p, toks: p.toks}
		c.find()
		if t, ok := c.about(); ok {
			a.Target = t
		}
		p.open = nil
	}
	p.result.Answer, p.result.Conf, p.result.Acts = key, 1, []act.Act{a}
}

// small handles small talk, help and the questions that have an answer of their own.
func (p *parser) small(toks []*token) bool {
	n := 0
	var talk *token
	for _, t := range toks {
		switch {
		case t.is("query"):
			p.plain(t.value("query"), act.Query, t.value("query"))
			return true
		case t.is("chat", "scope") && p.tells(toks, t):
			p.behaviour(t) // "make the counter sing"
			return true
		case t.is("chat", "scope"):
			p.plain("scope", act.Chitchat, "")
			return true
		case t.is("help") && (t == toks[0] || len(toks) <= 3):
			p.plain("help", act.Help, "")
			return true
		case t.is("chat"):
			talk = t
		case t.is("theme"):
			n++ // "hey computer, dark mode" wants something
		}
		if t.content() || t.is("verb") || t.is("det", "this", "that") || t.is("pron") || t.is("stmt") {
			n++
		}
	}
	if talk != nil && n <= 1 {
		p.plain(talk.value("chat"), act.Chitchat, "")
		return true
	}
	return false
}

// tells reports whether something here is told to do what t says.
func (p *parser) tells(toks []*token, t *token) bool {
	told := false
	for _, o := range toks {
		if o == t {
			return false
		}
		told = told || o.is("verb", "make")
		if told && (o.is("gene") || o.is("name") || o.is("kind") || o.is("pron") || o.is("det", "this", "that")) {
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
		if t == head {
			break
		}
	}
	if p.politely(toks) {
		return false
	}
	lead := head
	for _, t := range toks {
		if t.is("q") {
			lead = t
			break
		}
		if t == head {
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
	case lead.is("q", "when"):
		p.plain("when", act.Query, p.text(lead.end, len(p.sentence)))
		return true
	case lead.is("q", "why"):
		p.plain("why", act.Query, "why")
		return true
	case lead.is("q"):
		key, intent := "scope", act.Chitchat
		for _, t := range toks {
			if t.is("gene") || t.is("name") || t.is("pron") || t.is("kind") || t.is("cellkind") || t.is("desk") || t.is("det", "this", "that", "these", "those") {
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

// politely reports whether a question wants something to be otherwise: "could it be a little bigger?"
func (p *parser) politely(toks []*token) bool {
	if t := toks[0]; !t.is("aux", "could", "can") && t.text != "could" && t.text != "can" {
		return false
	}
	be := false
	if thing := t0(toks, 1); thing != nil && (thing.is("det", "the", "this") || thing.is("gene") || thing.is("name")) && p.newTricks(toks) {
		return true
	}
	for _, t := range toks {
		if t.is("neg") || t.is("stmt") {
			return false
		}
		be = be || t.is("be")
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

// newTricks reports whether a thing is asked to do what it cannot do yet: "could the counter beep at ten?"
func (p *parser) newTricks(toks []*token) bool {
	for _, t := range toks[1:] {
		if t.is("beh", "do") {
			return true
		}
	}
	return false
}

// statement tells remarks ("this is bigger than I remember") from commands.
func (p *parser) statement(toks []*token, head *token) bool {
	if p.politely(toks) {
		return false
	}
	if p.regrets(toks) {
		return true
	}
	opinion, be, subject, wish := false, false, false, false
	for i, t := range toks {
		switch {
		case t.is("complaint"), t.is("crowd"), t.is("undo", "one"), t.is("aux", "should"), t.is("fill", "ask"):
			return false
		case t.is("verb", "want") && !opinion:
			wish = true
		case t.is("stmt"):
			opinion = true
		case t.is("be"):
			be = be || subject && i > 0
		case t.is("gene"), t.is("kind"), t.is("name"), t.is("pron"), t.is("cellkind"), t.is("det", "this", "that", "these", "those"), t.is("part"), t.is("desk"), t.is("all"):
			subject = true
		}
	}
	imperative := head.is("verb") || head.is("turn") || head.is("inc") || head.is("theme") || head.is("neg")
	if wish || imperative || !(opinion || be) {
		return false
	}
	p.plain("statement", act.Chitchat, "")
	return true
}

// regrets asks whether to take back what was just done, when it is found bad.
func (p *parser) regrets(toks []*token) bool {
	if !p.s.Fresh || len(p.s.LastActs) == 0 {
		return false
	}
	bad := false
	for _, t := range toks {
		bad = bad || t.is("stmt", "bad")
		if t.is("verb") || t.is("gene") || t.is("kind") || t.is("aux", "should") {
			return false
		}
	}
	if bad {
		p.result.Ask, p.result.Conf = &Question{Text: "Shall I take it back?", Choices: []Choice{
			{Label: "Take it back", Acts: []act.Act{{Intent: act.Undo, Args: act.Args{Count: 1}}}}, {Label: "Leave it"},
		}}, 0.6
	}
	return bad
}

// rejects reports whether a "no" turns down what was just done; "stop" and "never mind" end what is still going on.
func rejects(toks []*token) bool {
	for _, t := range toks {
		if t.text == "no" || t.text == "nope" || t.text == "nah" || t.text == "n" || t.text == "nein" || t.text == "non" || t.text == "nei" {
			return true
		}
	}
	return false
}

// no reports whether a sentence is nothing but "no" or "stop".
func no(toks []*token) bool {
	some := false
	for _, t := range toks {
		if t.is("no") && !t.is("verb") || t.is("no") && len(toks) == 1 {
			some = true
		} else if t.kind != mark && !t.is("fill") && !t.is("pron") && !t.is("even") {
			return false
		}
	}
	return some
}
