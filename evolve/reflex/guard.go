package reflex

import (
	"regexp"
	"strings"

	"cellshell/evolve/act"
)

var refusals = map[string]string{
	"files":    "cells have no access to your files, so no sentence can touch them",
	"exec":     "cells cannot run programs or import packages that reach outside their jail",
	"loop":     "a cell that never finishes would be stopped by its time budget, so it is not built",
	"memory":   "that is more memory than a cell may have",
	"security": "no sentence makes a cell less safe: each is in the same jail",
	"grant":    "a cell has the powers that its genome.toml names, saved by your own hand; no sentence gives it one",
	"secret":   "cells are not for secrets or for harm",
	"alien":    "other programs of your computer cannot be shown here, only what is made for this desktop; \"what can I add\" tells what there is",
	"system":   "a sentence changes the desktop, not the computer",
}

// guard handles sentences that want no edit. It reports whether the sentence is dealt with.
func (p *parser) guard() bool {
	free := p.free()
	if p.named() {
		return true
	}
	for _, t := range free {
		if t.is("unsafe") {
			p.unsafe(t.value("unsafe"), free)
			return true
		}
	}
	if p.hands(free) || p.spares(free) || p.excepts(free) {
		return true
	}
	if someListed(free, "installs") && Alien(p.sentence) {
		p.result.Refuse, p.result.Conf = refusals["alien"], 1
		return true
	}
	if p.reaches() || p.grabs(free) {
		p.result.Refuse, p.result.Conf = refusals["files"], 1
		return true
	}
	head := first(free)
	if head == nil {
		p.plain("nothing", act.Chitchat, "")
		return true
	}
	if len(free) > 1 && p.s.Pending == nil && p.praises(free) == "thanks" {
		p.plain("thanks", act.Chitchat, "")
		return true
	}
	if len(free) > 1 && p.s.Pending == nil && p.remarksOnly(free) {
		return true
	}
	if head.is("yes") && len(free) <= 2 && !head.is("dir") && !head.is("verb") {
		p.plain("nothing", act.Chitchat, "")
		return true
	}
	if no(free) {
		if p.s.Fresh && rejects(free) && len(p.s.LastActs) > 0 && p.s.Pending == nil && !p.s.Spoken {
			p.result.Acts, p.result.Conf = []act.Act{takeBack(1)}, 0.9
		} else {
			p.plain("cancel", act.Chitchat, "")
		}
		return true
	}
	if head.is("outward") {
		p.plain("scope", act.Chitchat, "")
		return true
	}
	if some(free, "sec") && (asks(free) || free[0].is("q") || free[0].is("be") || strings.HasSuffix(strings.TrimSpace(p.sentence), "?")) {
		p.plain("security", act.Help, "") // of nothing else is it asked how it is set
		return true
	}
	if p.rule(free) {
		return true
	}
	supposes := len(free) > 2 && free[0].text == "what" && strings.HasPrefix(free[1].text, "if") // "what if it were red": a wish
	if p.wrongly(free) || !supposes && p.enquiry(free) || p.gripe() || p.regret(free) {
		return true
	}
	if p.small(free) || !supposes && p.question(free, head) || p.statement(free, head) {
		return true
	}
	for i, t := range free {
		if t.is("sec") {
			p.plain("security", act.Help, "")
			return true
		}
		if t.is("beh") && !(t.text == "sort" && p.has("layout")) && !(t.text == "draw" && p.has("part", "border")) && !(i > 0 && p.inLabel(free[i-1], t)) && !(i > 0 && free[i-1].is("det", "the") && p.labelled(t)) {
			p.behaviour(t)
			return true
		}
	}
	if t := p.limits(free); t != nil {
		p.behaviour(t)
		return true
	}
	if p.denies(free, head) && !p.complains(free) {
		p.plain("nothing", act.Chitchat, "")
		return true
	}
	if head.is("neg") && !p.complains(free) && !strings.HasPrefix(head.text, "can") && head.text != "no" && head.text != "not" && head.text != "without" && !p.off(free) && !absent(free) {
		p.plain("nothing", act.Chitchat, "")
		return true
	}
	return false
}

// limits finds the verb of a rule for a thing's behaviour: "don't let the counter go below zero".
func (p *parser) limits(toks []*token) *token {
	var no, let *token
	for _, t := range toks {
		switch {
		case t.is("neg") && no == nil && let == nil:
			no = t
		case no != nil && let == nil && (t.text == "let" || t.text == "allow" || t.text == "permit"):
			let = t
		case let != nil && (t.isAny("gene", "name", "pron") || t.is("det", "this", "that")):
			return let
		}
	}
	return nil
}

var path = regexp.MustCompile(`(^|[\s(])(~?/|file://)(etc|home|proc|root|usr|var|dev|sys|bin|tmp|mnt|boot|run)(/|\b)`)

// reaches reports whether a path of a file is named outside of a payload.
func (p *parser) reaches() bool {
	at := path.FindStringIndex(p.sentence)
	if at == nil {
		return false
	}
	for _, t := range p.toks {
		if t.kind == quoted && t.start <= at[0] && at[1] <= t.end {
			return false
		}
	}
	return true
}

// grabs reports whether what is somebody's own is named that no cell is: "delete my brother's files".
func (p *parser) grabs(toks []*token) bool {
	owned := false
	for _, t := range toks {
		switch {
		case listed("belongings", t.text) != "" && owned && !t.is("name") && !p.labelled(t) && (!t.is("kind") || len(p.nodesOf(t.value("kind"))) == 0):
			return some(toks, "verb")
		case listed("whose", t.text) != "":
			owned = true
		case !t.isAny("prep", "det", "fill", "person"):
			owned = false
		}
	}
	return false
}

// nodesOf are the nodes of a kind.
func (p *parser) nodesOf(kind string) []act.Target {
	var out []act.Target
	for _, c := range p.s.Cells {
		for _, n := range c.Nodes {
			if n.Kind == kind {
				out = append(out, act.Target{Cell: c.ID, Node: n.ID})
			}
		}
	}
	return out
}

func (p *parser) has(class string, values ...string) bool { return some(p.toks, class, values...) }

// free are the tokens outside of payloads.
func (p *parser) free() []*token {
	out := make([]*token, 0, len(p.toks))
	for _, t := range p.toks {
		if t.kind != quoted {
			out = append(out, t)
		}
	}
	return out
}

// first is the first token that says anything.
func first(toks []*token) *token {
	for _, t := range toks {
		if t.kind != mark && !t.is("fill", "fill") && !t.is("even") && !t.is("conj") && !(t.is("person") && len(toks) > 1) && !t.is("det") {
			return t
		}
		if t.is("det", "this", "that", "these", "those") {
			return t
		}
	}
	for _, t := range toks {
		if t.kind != mark {
			return t
		}
	}
	return nil
}

// inLabel reports whether two words are one label: "word count".
func (p *parser) inLabel(a, b *token) bool {
	words := split(p.text(a.start, b.end))
	_, n := p.labels.longest(words)
	return n == len(words)
}

func (p *parser) labelled(t *token) bool {
	_, n := p.labels.longest(split(t.text))
	return n > 0
}

// off reports whether "don't show the seconds" takes something away rather than forbids an act.
func (p *parser) off(toks []*token) bool {
	show, style := false, false
	for _, t := range toks {
		show = show || t.is("verb", "show", "use", "want")
		style = style || t.is("style") || t.is("gstyle")
	}
	return show && style
}
