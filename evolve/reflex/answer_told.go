package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// thisOf are those of some things that a noun phrase tells from the others: by what they are called, by their place, size, colour
// or number. nil where it says anything else, or does not tell them apart.
func (p *parser) thisOf(toks []*token, among []act.Target) []act.Target {
	if set := p.calledSo(toks, among); set != nil {
		return set
	}
	if r := telling(toks, p.kindOf(among)); r != nil {
		return p.told(r, among)
	}
	defer p.aside()()
	c := &clause{p: p, toks: toks}
	if set := p.ofOwner(c, among); set != nil {
		return set
	}
	r, next := c.np(0)
	if r == nil || next != len(toks) || r.bare() || r.other {
		return nil
	}
	set, ok := p.tried(r)
	if ok && len(set) > 0 && !slices.ContainsFunc(set, func(t act.Target) bool { return !has(among, t) }) {
		return set
	}
	return nil
}

// ofOwner are those of some things that are in the cell named behind an "in": "the ones in the form", "the left one of the notes".
func (p *parser) ofOwner(c *clause, among []act.Target) []act.Target {
	for i := 1; i+1 < len(c.toks); i++ {
		if !c.toks[i].is("prep", "in", "of", "from", "on") {
			continue
		}
		r, next := c.np(i + 1)
		if r == nil || next != len(c.toks) || !r.cell() {
			continue
		}
		of, ok := p.tried(r)
		if !ok || len(of) != 1 {
			return nil
		}
		inside := keep(among, func(t act.Target) bool { return t.Cell == of[0].Cell && t.Node != "" })
		if p.plainOnes(c.toks[:i]) && (len(inside) == 1 || slices.ContainsFunc(c.toks[:i], func(t *token) bool { return t.plural("kind") })) {
			return inside
		}
		if r := telling(c.toks[:i], p.kindOf(inside)); r != nil && len(inside) > 1 {
			return p.told(r, inside)
		}
		return nil
	}
	return nil
}

// plainOnes reports whether tokens say "the ones" and nothing else.
func (p *parser) plainOnes(toks []*token) bool {
	return !slices.ContainsFunc(toks, func(t *token) bool { return !t.isAny("kind", "det", "all", "both") && t.kind != mark })
}

// calledSo are the things that are called so, where that is one.
func (p *parser) calledSo(toks []*token, among []act.Target) []act.Target {
	name, figure := "", ""
	for _, t := range toks {
		if t.kind != mark && !t.is("det") && !(t.is("kind") && len(toks) > 1) || p.labelled1(t) != nil {
			name += squash(t.text)
			if t.counts() && t.num == float64(int(t.num)) {
				figure = itoa(int(t.num)) // "the zero"
			}
		}
	}
	if len(toks) > 0 && name != squash(toks[len(toks)-1].text) {
		figure = ""
	}
	set := keep(among, func(t act.Target) bool {
		called := squash(p.s.name(t))
		return name != "" && called == name || figure != "" && called == figure
	})
	if len(set) != 1 {
		return nil
	}
	return set
}

// kindOf is the kind that all of some nodes are of, "" without one.
func (p *parser) kindOf(among []act.Target) string {
	kind := ""
	for _, t := range among {
		n := p.s.cell(t.Cell).node(t.Node)
		if t.Node == "" || n == nil || kind != "" && n.Kind != kind {
			return ""
		}
		kind = n.Kind
	}
	return kind
}

// tellSide are the sides that a word for a direction or a relation means of several things.
var tellSide = map[string]string{
	"up": "top", "down": "bottom", "left": "left", "right": "right", "above": "top", "below": "bottom", "left-of": "left", "right-of": "right",
}

// telling is a reference of the words that tell one of several things from the others, nil where another word is among them.
func telling(toks []*token, kind string) *ref {
	r, some, nominal := &ref{head: "kind", value: "any", the: true}, false, false
	defer func() {
		if r.ord != 0 && r.count == 0 {
			r.countedFrom, r.side = r.side, "" // "the second from the left"
		}
	}()
	for i, t := range toks {
		next := t0(toks, i+1)
		nominal = nominal || t.isAny("kind", "cellkind", "det", "ord", "most", "least", "side", "both", "all", "rest") || t.kind == number
		switch {
		case t.kind == mark, t.is("fill", "fill"), t.is("prep"), t.is("be"), t.is("desk"), t.is("pron", "them"), listed("tellmore", t.text) != "":
		case t.is("kind", "any"), kind != "" && t.is("kind", kind), kind == "" && t.is("cellkind"):
			r.plural = r.plural || t.plural("kind") || t.plural("cellkind")
		case t.is("both"), t.is("det", "both"):
			r.both, some = true, true
		case t.is("all"), t.is("det", "all"):
			r.all, some = true, true
		case t.is("rest"), t.is("det", "other"):
			r.other, some = true, true
			r.plural = r.plural || t.is("rest")
		case t.is("det"):
		case t.is("ord"):
			r.ord, some = atoi(t.value("ord")), true
		case t.counts() && r.count > 0:
			return nil // "2-3"
		case t.counts() && t.num >= 1 && t.num == float64(int(t.num)):
			r.count, some = int(t.num), true
		case t.is("side"):
			r.side, some = sided(r.side, t.value("side")), true
		case t.is("place", "corner"), t.is("place") && t.value("place") == "center" && r.side != "":
		case t.is("place", "left", "right", "top", "bottom", "top-left", "top-right", "bottom-left", "bottom-right"):
			r.side, some = sided(r.side, t.value("place")), true
		case t.is("place", "center"):
			r.side, some = "middle", true
		case t.is("dir") && tellSide[t.value("dir")] != "":
			r.side, some = sided(r.side, tellSide[t.value("dir")]), true
		case t.is("rel") && next == nil && tellSide[t.value("rel")] != "":
			r.side, some = sided(r.side, tellSide[t.value("rel")]), true
		case t.isAny("most", "least"):
			r.most, some = t, true
		case t.is("dim", "bigger", "smaller"):
			r.size, some = t.value("dim"), true
		case t.is("dim") && extreme[t.value("dim")].class != "":
			r.most, some = &token{kind: letters, text: t.text, senses: []sense{extreme[t.value("dim")]}}, true
		case t.is("color"):
			r.tint, some = t.value("color"), true
		default:
			return nil
		}
	}
	if !some || !nominal && (r.size != "" || r.most != nil || r.tint != "" || r.side != "") {
		return nil // "bigger" is a wish of its own
	}
	return r
}

// extreme is which of several things "the wide one" is.
var extreme = map[string]sense{
	"wider": {class: "most", value: "width"}, "narrower": {class: "least", value: "width"}, "taller": {class: "most", value: "height"}, "shorter": {class: "least", value: "height"},
}

// sided joins "lower" and "left" to a corner.
func sided(was, side string) string {
	switch {
	case was == "" || was == side:
		return side
	case (was == "top" || was == "bottom") && (side == "left" || side == "right"):
		return was + "-" + side
	case (side == "top" || side == "bottom") && (was == "left" || was == "right"):
		return side + "-" + was
	}
	return side
}

// told are those of some things that a reference of [telling] means, nil where it does not tell them apart.
func (p *parser) told(r *ref, among []act.Target) []act.Target {
	switch n := len(among); {
	case r.all && !r.other && (r.count == 0 || r.count == n):
		return among
	case r.both && r.ord == 0:
		if n == 2 {
			return among
		}
		return nil
	case r.count > 0 && r.ord == 1 && r.count <= n: // "the first two"
		return among[:r.count]
	case r.count > 0 && r.ord == -1 && r.count <= n:
		return among[n-r.count:]
	case r.other && n == 1: // "not that one, the other"
		return among
	case r.count > 0 && r.side == "" && r.size == "" && r.ord == 0:
		if named := keep(among, func(t act.Target) bool { return p.s.name(t) == itoa(r.count) }); len(named) > 0 || r.count > min(n, maxChoices) {
			return named // the key 7, not the seventh
		}
		return among[r.count-1 : r.count] // "number two"
	case r.tint != "" && len(p.tinted(r.tint, among)) == 0:
		return nil
	case r.other && p.s.Last == nil:
		return nil
	}
	set := p.pick(among, r)
	if len(set) != 1 && !r.plural && r.count < 2 {
		return nil
	}
	return set
}
