package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// one chooses among candidates: the pointed one, the selected one, the last one; else it asks.
func (p *parser) one(among []act.Target, noun string) ([]act.Target, bool) {
	if len(among) == 1 {
		return among, true
	}
	within := func(t act.Target) []act.Target {
		if has(among, t) {
			return []act.Target{t}
		}
		for up := t.Node; up != ""; { // the pointed label stands in the wanted button
			i := strings.LastIndexByte(up, '/')
			if i < 0 {
				break
			}
			up = up[:i]
			if o := (act.Target{Cell: t.Cell, Node: up}); has(among, o) {
				return []act.Target{o}
			}
		}
		if o := (act.Target{Cell: t.Cell}); has(among, o) {
			return []act.Target{o}
		}
		return keep(among, func(o act.Target) bool { return o.Cell == t.Cell && t.Cell != "" })
	}
	hints := []act.Target{}
	if p.s.Point != nil && p.s.Point.Cell != "" {
		hints = append(hints, p.s.Point.Target)
	}
	if len(p.s.Selection) == 1 {
		hints = append(hints, p.s.Selection[0])
	}
	if p.s.Last != nil {
		hints = append(hints, *p.s.Last)
	}
	for _, h := range hints {
		if w := within(h); len(w) == 1 {
			return w, true
		}
	}
	return p.choose(among, noun, false)
}

// choose takes the user's answer to an ambiguity, or leaves it open.
func (p *parser) choose(among []act.Target, noun string, single bool) ([]act.Target, bool) {
	if p.met < len(p.forced) {
		set := p.forced[p.met]
		p.met++
		return set, true
	}
	if p.open == nil {
		p.open = &ambiguity{noun: noun, among: among, single: single, path: p.forced}
	}
	return nil, false
}

// missing asks what to do about a thing that is not there.
func (p *parser) missing(r *ref, noun string) {
	if p.ask != nil {
		return
	}
	p.ask = &Question{Text: "There is no " + noun + " here."}
	if r.head == "gene" && p.gene(r.value) != nil && !p.removes() {
		p.ask.Text += " Shall I add one?"
		p.ask.Choices = []Choice{{Label: "Add it", Acts: []act.Act{{Intent: act.Spawn, Args: act.Args{Gene: r.value}}}}, {Label: "No"}}
	}
}

// removes reports whether the sentence wants something gone.
func (p *parser) removes() bool {
	for _, t := range p.toks {
		if t.is("verb", "remove", "hide") {
			return true
		}
	}
	return false
}

func (p *parser) gene(name string) *Gene {
	for i := range p.s.Genes {
		if p.s.Genes[i].Name == name {
			return &p.s.Genes[i]
		}
	}
	return nil
}
