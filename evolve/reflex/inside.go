package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// inside cuts off the place that a sentence names first, "on the form, make the buttons red", "now the counter: plus green,
// minus red": the parts that are spoken of behind it are those of that cell, and so is what has no name.
func (p *parser) inside() {
	from := 0
	for t := t0(p.toks, from); t != nil && (listed("andthis", t.text) != "" || t.kind == mark); t = t0(p.toks, from) {
		from++
	}
	t := t0(p.toks, from)
	if t == nil {
		return
	}
	place := t.is("prep", "in", "on", "at", "for")
	if place {
		from++
	}
	c := &clause{p: p, toks: p.toks}
	r, next := c.np(from)
	if r == nil || !(r.cell() || r.head == "thiscell") || r.indef || r.plural || t0(p.toks, next) == nil {
		return
	}
	heading := p.toks[next].kind == mark && p.toks[next].text == ":" || next > 0 && strings.TrimSpace(p.text(p.toks[next-1].end, p.toks[next].start)) == "-"
	if !place && !heading {
		return
	}
	if p.toks[next].kind == mark {
		next++
	}
	if t := t0(p.toks, next); t == nil || !heading && !t.isAny("verb", "det", "fill", "dim", "inc", "mult") {
		return
	}
	if set, ok := p.tried(r); ok && heading && len(set) == 1 {
		p.under(set[0].Cell, next)
	}
	rest := &clause{p: p, toks: p.toks[next:]}
	rest.find()
	parts := len(rest.refs) > 0
	for _, part := range rest.refs {
		parts = parts && part.in == nil && (part.head == "label" || part.head == "kind" && part.value != "any")
	}
	rest.forget()
	if !parts {
		return
	}
	set, ok := p.tried(r)
	if !ok || len(set) != 1 || set[0].Node != "" {
		return
	}
	p.within, p.toks = set[0].Cell, p.toks[next:]
	p.said = &clause{p: p, toks: c.toks[:next], refs: []*ref{r}, targets: set, done: true}
}

// held are those of some things that are in the cell that the sentence is about, all of them where it is about none.
func (p *parser) held(among []act.Target) []act.Target {
	if p.within == "" {
		return among
	}
	return keep(among, func(t act.Target) bool { return t.Cell == p.within })
}

// under takes words behind a heading for what the parts of that cell are called, where each begins or ends what is said of one:
// "delete button red", "bigger count".
func (p *parser) under(cell string, from int) {
	for i, t := range p.toks[from:] {
		i += from
		prev, next := p.toks[i-1], t0(p.toks, i+1)
		first, last := i == from || prev.kind == mark || prev.is("conj"), p.ends(i+1)
		if first == last && !(next != nil && next.is("kind")) || t.kind == quoted {
			continue
		}
		if of := keep(p.labelled1(t), func(t act.Target) bool { return t.Cell == cell && t.Node != "" }); len(of) > 0 {
			t.senses = nil
		}
	}
}
