package reflex

import (
	"slices"
	"strings"
)

// Talk around a wish is about somebody, or about something that is not on the desktop: a wife, the sun, customers. Colours and
// sizes in it are no wish then. Where it speaks of something here too it may want that changed, and is not left out.

// onlyTalk reports whether tokens around a wish are only talk: each part of them between two pauses.
func (p *parser) onlyTalk(toks []*token, ahead bool) bool {
	for len(toks) > 0 {
		n := slices.IndexFunc(toks, func(t *token) bool { return t.kind == mark })
		if n < 0 {
			n = len(toks)
		}
		if n > 0 && !p.talkOnly(toks[:n], ahead) {
			return false
		}
		toks = toks[min(n+1, len(toks)):]
	}
	return true
}

// talkOnly reports whether a part of a sentence is about somebody or something that is not on the desktop, and wishes nothing.
func (p *parser) talkOnly(toks []*token, ahead bool) bool {
	if nothing, back := p.muses(toks); nothing || back {
		return nothing && !back
	}
	joint, like, purpose := "", false, false
	for len(toks) > 1 && (listed("wishcut", toks[0].text) != "" || toks[0].is("conj") || toks[0].is("chat")) {
		joint, like, purpose = listed("wishcut", toks[0].text), listed("likened", toks[0].text) != "", strings.HasPrefix(toks[0].text, "so")
		toks = toks[1:]
	}
	for n := len(toks); n > 1 && (toks[n-1].is("conj") || listed("therefore", toks[n-1].text) != ""); n-- {
		toks = toks[:n-1]
	}
	named, refers := p.refersIn(toks)
	if p.wishedIn(toks, joint == "phrase", purpose) || named && (!ahead || joint != "") {
		return false
	}
	traits := slices.ContainsFunc(toks, func(t *token) bool {
		return t.isAny(proper...) && !t.isAny("neg", "num", "as", "here", "there", "inc", "turn") && listed("body", t.text) == ""
	})
	switch {
	case joint == "and" && !ahead && (traits || !p.somebody(toks)), someListed(toks, "elsewise"):
		return false // "… and whatever else is blue" is wished too
	case joint == "phrase":
		return !traits && !named && !someListed(toks, "timely") && (owned(toks) || !like && strange(toks)) // a "blue like the sky" is a colour
	case p.somebody(toks):
		return !named || !traits
	case p.something(toks):
		return !named && !refers || !traits
	case ahead && named, refers:
		return !traits && finite(split(p.typed(toks)))
	}
	return false
}

// wishedIn reports whether tokens say what is wanted, in which case, or what not. A phrase may say what for, "to match my curtains", and a
// purpose what shall not happen.
func (p *parser) wishedIn(toks []*token, phrase, purpose bool) bool {
	words := split(p.typed(toks))
	if len(words) == 0 || p.ordersAlso(toks) || listed("unlessword", words[0].text) != "" && words[0].text != "every" || toks[0].isAny("neg", "except") && toks[0].text != "no" {
		return true
	}
	if wish, sure := wishing(words, nil); (wish || !sure) && !(purpose && some(toks, "neg")) { // "so mum doesn't forget it"
		return true
	}
	for i, t := range toks {
		switch {
		case t.kind == quoted, t.kind == number, t.kind == hex, t.isAny("unit", "unsafe", "outward", "correct", "query", "except", "complaint", "gripe"), t.is("fill", "ask"), t.is("q"):
			return true
		case listed("waits", t.text) != "", i == 0 && t.is("verb") && !t.isAny("gene", "name") && !phrase, p.labelled(t) && len(t.text) > 2 && !t.isAny("person", "det", "prep", "be", "conj"):
			return true
		}
	}
	value, _ := findPhrase("instruct", uttered(toks))
	return value != "" && !(p.somebody(toks) && someListed(toks, "often") && !someListed(toks, "ought")) // "where I can see it"
}

// refersIn reports whether tokens name a thing of the desktop, and whether they speak of one in any way.
func (p *parser) refersIn(toks []*token) (named, refers bool) {
	c := &clause{p: &parser{world: p.world, sentence: p.sentence, toks: toks}, toks: toks}
	c.find()
	defer c.forget()
	for _, r := range c.refs {
		refers = true
		named = named || !r.bare()
	}
	return named, refers
}

// subjectAt reports whether a clause about somebody or something begins with tokens, or behind what joins it.
func (p *parser) subjectAt(toks []*token) bool {
	for len(toks) > 1 && (toks[0].kind == mark || listed("wishcut", toks[0].text) != "" && listed("wishcut", toks[0].text) != "phrase") {
		toks = toks[1:]
	}
	return len(toks) > 1 && (p.somebody(toks) || p.something(toks))
}

// somebody reports whether tokens begin with somebody of whom something is said: "we open at nine", "my wife …", "nobody …".
func (p *parser) somebody(toks []*token) bool {
	if len(toks) < 3 {
		return false
	}
	first := firstTyped(split(p.typed(toks[:1])))
	switch {
	case listed("you", first) != "":
		return false
	case listed("whose", first) == "owner" && verbal(toks[1:2]):
		return true // "mum overlooks it"
	case listed("whose", first) == "owner":
		return (!p.ofDesktop(toks[1]) || p.leads("whysure", toks)) && verbal(toks[2:])
	}
	return listed("person", first) != "" || listed("somebody", first) != ""
}

// something reports whether tokens begin with a thing that is not on the desktop: "the sun …", "customers …".
func (p *parser) something(toks []*token) bool {
	if len(toks) > 2 && toks[0].is("det") && !toks[0].is("det", "this", "that", "these", "those") {
		toks = toks[1:]
	}
	if len(toks) < 2 || toks[0].kind != letters || len(toks[0].senses) > 0 || p.labelled(toks[0]) {
		return false
	}
	next := toks[1]
	return verbal(toks[1:]) || len(toks) > 3 && strings.HasSuffix(toks[0].text, "s") && next.kind == letters && !next.isAny("prep", "conj", "det", "person", "pron")
}

// verbal reports whether a verb stands at the beginning of tokens, or behind the few that still belong to what they are about.
func verbal(toks []*token) bool {
	for i, t := range toks {
		if i > 3 {
			break
		}
		if t.isAny("be", "aux", "stmt") || listed("finite", t.text) != "" || t.kind == letters && len(t.senses) == 0 && (strings.HasSuffix(t.text, "s") || strings.HasSuffix(t.text, "ed")) || listed("often", t.text) != "" {
			return true
		}
	}
	return false
}

// ofDesktop reports whether a token is a word for something on the desktop.
func (p *parser) ofDesktop(t *token) bool {
	return t.kind != letters || p.labelled(t) || t.isAny("gene", "name", "kind", "cellkind", "part", "gstyle", "style", "theme", "wall", "color")
}

// strange reports whether tokens have a word that nobody knows.
func strange(toks []*token) bool {
	return slices.ContainsFunc(toks, func(t *token) bool { return t.kind == letters && len(t.senses) == 0 })
}

// owned reports whether tokens speak of somebody, or of what is somebody's: "for my eyes", "for everybody".
func owned(toks []*token) bool {
	return slices.ContainsFunc(toks, func(t *token) bool {
		return listed("whose", t.text) == "owner" || listed("somebody", t.text) != ""
	})
}
