package reflex

import (
	"math"
	"slices"

	"cellshell/evolve/act"
)

// neighbours reads where a thing is by what stands next to it, "the text above the count", "the button left of reset": which one
// is meant, where a look is wanted and nothing shall go anywhere.
func (c *clause) neighbours(r *ref) {
	t := t0(c.toks, r.to)
	if t == nil || t.used || !t.is("rel", "below", "above", "left-of", "right-of") || r.in != nil || r.indef || !r.the && r.ord == 0 ||
		r.head != "kind" && r.head != "label" && r.head != "cellkind" || !c.stays() {
		return
	}
	near, next := c.neighbour(r.to + 1)
	if near == nil || !c.saysBut(r.from, next) {
		return
	}
	if set, ok := c.p.tried(near); !ok || len(set) == 0 || set[0].Node == "" && r.head != "cellkind" && r.value != "any" {
		return
	}
	r.rel, r.nextTo, r.near, r.to = t.value("rel"), nextTo(t), near, next
}

// nextTo reports whether a word for the right side is one for either: "next to", "beside".
func nextTo(t *token) bool { return listed("nextto", t.text) != "" }

// neighbour reads the thing beside which another stands: of a cell's figure that, not the cell.
func (c *clause) neighbour(i int) (*ref, int) {
	k := i
	for t := t0(c.toks, k); t != nil && t.is("det", "the"); t = t0(c.toks, k) {
		k++
	}
	if t := t0(c.toks, k); t != nil && listed("figureword", t.text) != "" && !c.p.isCalled(t.value("gene"), t.text) {
		if senses, n := c.p.labels.longest(split(t.text)); n > 0 && n == len(split(t.text)) {
			return &ref{from: i, to: k + 1, head: "label", value: senses[0].value, label: t.text, the: true}, k + 1
		}
	}
	near, next := c.np(i)
	if near == nil {
		return c.byLabel(i, k)
	}
	if near.bare() && !near.plural { // "the one beside it"
		set, ok := c.p.tried(near)
		if ok && len(set) == 1 && set[0].Node != "" {
			return near, next
		}
	}
	if near.indef || near.bare() || near.head == "all" || near.head == "rest" {
		return nil, i
	}
	return near, next
}

// byLabel reads a label at token k that means something else elsewhere: "left of reset", "underneath 5".
func (c *clause) byLabel(from, k int) (*ref, int) {
	t := t0(c.toks, k)
	if t == nil || t.used || t.kind == mark {
		return nil, from
	}
	senses, n := c.p.labels.longest(split(t.text))
	if n == 0 || n != len(split(t.text)) {
		return nil, from
	}
	to := k + 1
	if next := t0(c.toks, to); next != nil && next.is("kind") && !next.is("kind", "any") {
		to++
	}
	return &ref{from: from, to: to, head: "label", value: senses[0].value, label: t.text, the: true}, to
}

// stays reports whether the clause moves nothing and adds nothing, so that places in it say which thing is meant.
func (c *clause) stays() bool {
	for _, t := range c.toks {
		if t.is("verb", "nudge", "add", "align", "copy", "swap", "center", "spread", "arrange") || t.is("verb", "move") && listed("setverb", t.text) == "" || t.is("aux", "should") && c.only("rel") {
			return false
		}
	}
	return c.verb("move") == nil || c.hasAny("font", "color")
}

// saysBut reports whether the clause says what shall be different, or asks how something is, beside the tokens of a reference.
func (c *clause) saysBut(from, to int) bool {
	if c.looks {
		return true
	}
	for i, t := range c.toks {
		if (i < from || i >= to) && t.isAny("font", "color", "shade", "dim", "light", "tone", "inc", "mult", "opaque", "complaint", "shape", "corner", "part", "stroke", "unit", "turn") ||
			i < from && t.is("verb", "remove", "hide", "show", "paint", "rename", "say", "resize") || (i < from || i >= to) && t.kind == quoted {
			return true
		}
	}
	return false
}

// ofASort are the candidates in the cell of a neighbour: of "the thing above it" all that is shown there.
func (p *parser) ofASort(among []act.Target, r *ref, near act.Target) []act.Target {
	if near.Node == "" {
		return keep(p.everything(), func(t act.Target) bool { return t != near })
	}
	c := p.s.cell(near.Cell)
	if c == nil {
		return nil
	}
	if r.head == "kind" && r.value == "any" {
		among = nil
		for _, n := range c.Nodes {
			if slices.Contains([]string{"text", "button", "icon", "field", "area", "toggle", "slider", "chart", "image", "progress"}, n.Kind) {
				among = append(among, act.Target{Cell: c.ID, Node: n.ID})
			}
		}
	}
	return keep(among, func(t act.Target) bool { return t.Cell == near.Cell && t.Node != "" && t != near })
}

// nextOf are the nearest of some things on a side of others, with either also on the other side of the row.
func (p *parser) nextOf(among, near []act.Target, rel string, either bool) []act.Target {
	var out []act.Target
	least := math.Inf(1)
	for _, t := range among {
		if has(near, t) {
			continue
		}
		d := min(p.beyond(t, near, rel), p.orLeft(t, near, either))
		switch {
		case d < least-1:
			out, least = []act.Target{t}, d
		case d <= least+1 && !math.IsInf(d, 1):
			out = append(out, t)
		}
	}
	return out
}

// beyond is how far a thing lies from the box of others on a side, infinite where it is not there.
func (p *parser) beyond(t act.Target, near []act.Target, rel string) float64 {
	x, y, w, h := p.s.box(near[0])
	for _, o := range near[1:] {
		x2, y2, w2, h2 := p.s.box(o)
		right, bottom := max(x+w, x2+w2), max(y+h, y2+h2)
		x, y = min(x, x2), min(y, y2)
		w, h = right-x, bottom-y
	}
	tx, ty, tw, th := p.s.box(t)
	across, gap := min(tx+tw, x+w)-max(tx, x), 0.0
	switch rel {
	case "above":
		gap = y - (ty + th)
	case "below":
		gap = ty - (y + h)
	case "left-of":
		gap, across = x-(tx+tw), min(ty+th, y+h)-max(ty, y)
	case "right-of":
		gap, across = tx-(x+w), min(ty+th, y+h)-max(ty, y)
	}
	if gap < -2 || across <= 0 {
		return math.Inf(1)
	}
	return gap
}

// textBeside reads "the text above the count" and "the label over it" at token j: a text by where it stands. nil: it is none.
func (c *clause) textBeside(r *ref, j int) (*ref, int) {
	t := t0(c.toks, j)
	if t == nil || t.used || !r.the || !t.is("part", "text", "label", "title") {
		return nil, j
	}
	out := *r
	out.head, out.value, out.to = "kind", "text", j+1
	out.plural = out.plural || listed("texts", t.text) != ""
	if c.neighbours(&out); out.near == nil {
		return nil, j
	}
	return &out, out.to
}

// besides are those of some things that stand where a reference says: the nearest, of many all that are on that side.
func (p *parser) besides(among []act.Target, r *ref) []act.Target {
	set, ok := p.tried(r.near)
	if !ok || len(set) == 0 {
		return nil
	}
	among = p.ofASort(among, r, set[0])
	if r.plural {
		return keep(among, func(t act.Target) bool {
			return !has(set, t) && !math.IsInf(min(p.beyond(t, set, r.rel), p.orLeft(t, set, r.nextTo)), 1)
		})
	}
	return p.nextOf(among, set, r.rel, r.nextTo)
}

// orLeft is beyond on the left, where that side is meant as well.
func (p *parser) orLeft(t act.Target, near []act.Target, either bool) float64 {
	if !either {
		return math.Inf(1)
	}
	return p.beyond(t, near, "left-of")
}

// noneBeside says that nothing of a sort stands there.
func (p *parser) noneBeside(r *ref, noun string) {
	if set, ok := p.tried(r.near); ok && p.ask == nil {
		where := map[string]string{"above": "above", "below": "below", "left-of": "left of", "right-of": "right of"}[r.rel]
		if r.nextTo {
			where = "next to"
		}
		p.ask = &Question{Text: "There is no " + noun + " " + where + " " + p.s.name(set[0]) + "."}
	}
}
