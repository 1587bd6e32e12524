package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// gripe reads a complaint about how things look, "the glare gives me a headache", and a wish that may be met in several
// ways, "make the save button stand out". Nobody can know which is meant, so it asks, and each choice is finished.
func (p *parser) gripe() bool {
	kind := ""
	for _, t := range p.toks {
		if t.is("gripe") && kind == "" {
			kind = t.value("gripe")
		}
	}
	if kind == "" && p.unread() {
		kind = "faint"
	}
	if kind == "pop" && p.poppedSomewhere() {
		return false
	}
	r, ok := gripes[kind]
	if !ok || !r.cannot && p.remediedAlready(r.wish) {
		return false
	}
	set := p.griped(r.wish)
	q := &Question{Text: strings.ReplaceAll(r.text, "%s", p.them(set))}
	for _, w := range r.ways {
		var on []act.Target
		switch {
		case w.on == those:
			on = set
		case w.on == everything && len(set) == 0:
			on = p.everything()
		case w.on == desk && (w.act.Args.Mode == "" || w.act.Args.Mode != p.s.Mode):
			on = []act.Target{{}}
		}
		if len(on) > 0 {
			q.Choices = append(q.Choices, choice(w, on))
		}
	}
	if len(q.Choices) == 0 || r.wish && len(set) == 0 {
		return false
	}
	q.Choices = append(q.Choices, Choice{Label: "Leave it"})
	p.result.Ask, p.result.Conf = q, 0.5
	return true
}

// unread reports whether somebody cannot read "that" where nothing is pointed at, and nothing was done that it could be.
func (p *parser) unread() bool {
	s, some := p.s, false
	for _, a := range s.LastActs {
		if a.Intent != act.Spawn {
			return false
		}
	}
	for _, t := range p.toks {
		if t.isAny("gene", "name", "kind", "cellkind", "part", "desk", "all") || t.is("verb") && !t.is("gene") {
			return false
		}
		some = some || listed("unread", t.text) != ""
	}
	return some && (s.Point == nil || s.Point.Cell == "") && len(s.Selection) == 0
}

// remediedAlready reports whether a sentence says itself what shall be done.
func (p *parser) remediedAlready(wish bool) bool {
	for i, t := range p.toks {
		switch {
		case t.is("gripe"), p.labelAt(i):
		case t.kind == quoted || t.isAny("dim", "theme", "mult", "num", "undo", "redo", "unit", "vivid"), t.is("light") && !t.is("complaint"), t.is("color") && wish:
			return true
		case t.is("verb") && !t.is("verb", "make", "say", "give", "want", "use", "match") && !t.isAny("part", "kind") && !(wish && t.is("verb", "move")):
			return true
		}
	}
	return false
}

// griped are the things that a complaint names or points at. "It" is one only of a wish: in "it hurts my eyes" it is all.
func (p *parser) griped(wish bool) []act.Target {
	defer p.aside()()
	c := &clause{p: p, toks: p.toks}
	c.find()
	defer c.forget()
	for _, r := range c.refs {
		if r.head == "all" {
			return nil
		}
		if pointed := p.s.Point != nil && p.s.Point.Given; (r.head == "this" || r.head == "thiscell" || r.head == "pron") && !wish && !pointed {
			continue
		}
		set, ok := p.resolve(r)
		if !ok && p.open != nil {
			set = keep(p.open.among, func(t act.Target) bool { return p.s.cell(t.Cell).Kind != "panel" })
			ok = len(set) == 1
			p.open = nil
		}
		if ok && len(set) > 0 && set[0].Cell != "" {
			return set
		}
	}
	if last := p.s.LastActs; !wish && len(last) > 0 && last[0].Intent == act.Recolor && last[0].Target.Cell != "" && c.bareOnly() {
		return p.lastTargets() // "too minty" right after it became so
	}
	if s := p.s; len(c.refs) == 0 && s.Point != nil && s.Point.Given && s.Point.Cell != "" {
		return []act.Target{s.Point.Target}
	}
	return nil
}

// them names what a question is about.
func (p *parser) them(set []act.Target) string {
	switch len(set) {
	case 0:
		return "it"
	case 1:
		return p.s.name(set[0])
	}
	return p.s.name(set[0]) + " and the others"
}

// choice is one way to meet a complaint, gone with all the targets.
func choice(w way, set []act.Target) Choice {
	out := Choice{Label: w.label}
	for _, t := range set {
		a := w.act
		a.Target = t
		out.Acts = append(out.Acts, a)
	}
	return out
}

// poppedSomewhere reports whether "pop" is how something is put somewhere: "pop the counter down in the corner".
func (p *parser) poppedSomewhere() bool {
	for i, t := range p.toks {
		if t.text == "pop" && t.is("verb", "move") {
			return slices.ContainsFunc(p.toks[i:], func(o *token) bool { return o.isAny("place", "rel", "dir", "here", "there", "area") })
		}
	}
	return false
}
