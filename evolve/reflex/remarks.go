package reflex

import (
	"cellshell/evolve/act"
)

// statement tells remarks ("this is bigger than I remember") from commands.
func (p *parser) statement(toks []*token, head *token) bool {
	if p.politely(toks) {
		return false
	}
	if p.regrets(toks) || p.disused(toks) {
		return true
	}
	if p.predicate(toks) {
		return false
	}
	if second := t0(toks, 1); second != nil && (toks[0].is("stmt") && second.is("prep", "to") || toks[0].is("did") && second.is("verb")) {
		return p.remarked() // "remember to undo", "I already made it red"
	}
	if toks[0].is("beh", "do") && (some(toks, "beh", "when") || someListed(toks, "waits")) {
		return false // "ring a bell when the form is saved"
	}
	opinion, be, subject, wish := false, false, false, false
	for i, t := range toks {
		switch {
		case t.is("complaint"), t.is("crowd"), t.is("undo", "one"), t.is("aux", "should"), t.is("fill", "ask"):
			return false
		case t.is("verb", "want") && (!opinion || toks[0].text == "i think"):
			wish = true
		case t.is("stmt") && t.is("plain") && i+1 < len(toks) && toks[i+1].isAny("color", "shade", "tone"):
			// "a nice blue"
		case t.is("stmt"):
			opinion = true
		case t.is("be"):
			be = be || subject && i > 0
		case t.is("gene"), t.is("kind"), t.is("name"), t.is("pron"), t.is("cellkind"), t.is("det", "this", "that", "these", "those"), t.is("part"), t.is("desk"), t.is("all"):
			subject = true
		}
	}
	for i, t := range toks {
		if t == head && i > 0 && toks[i-1].is("det", "the") && i+1 < len(toks) && toks[i+1].is("kind") {
			return (be || opinion) && p.remarked() // "the resize button is missing"
		}
	}
	if wish {
		for _, t := range toks {
			if t.is("stmt", "think") {
				t.senses = []sense{{class: "fill", value: "fill", lang: "en"}} // "I think I would like …"
			}
		}
	}
	imperative := head.isAny("verb", "turn", "inc", "theme", "neg") || head.is("light") && listed("lightens", head.text) != ""
	if wish || imperative || !(opinion || be) {
		return false
	}
	return p.remarked()
}

func (p *parser) remarked() bool {
	set := p.inQuestion()
	p.plain("statement", act.Chitchat, "")
	if len(set) == 1 {
		p.result.Acts[0].Target = set[0] // what it is about is what goes on
	}
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
		if t.isAny("verb", "gene", "kind", "undo") || t.is("aux", "should") {
			return false
		}
	}
	if bad {
		p.regretted = true
		p.result.Ask, p.result.Conf = &Question{Text: "Shall I take it back?", Choices: []Choice{
			{Label: "Take it back", Acts: []act.Act{takeBack(1)}}, {Label: "Leave it"},
		}}, 0.6
	}
	return bad
}

// rejects reports whether a "no" turns down what was just done; "stop" and "never mind" end what is still going on.
func rejects(toks []*token) bool {
	return some(toks, "nay")
}

// no reports whether a sentence is nothing but "no" or "stop".
func no(toks []*token) bool {
	some := false
	for _, t := range toks {
		if t.is("no") && (!t.is("verb") || len(toks) == 1) {
			some = true
		} else if t.kind != mark && !t.isAny("fill", "pron", "even") {
			return false
		}
	}
	return some
}
