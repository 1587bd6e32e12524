package reflex

import (
	"sort"
	"strings"

	"cellshell/evolve/act"
)

// resolve returns the targets that a reference means. No targets and false: it asks, or there is no such thing.
func (p *parser) resolve(r *ref) ([]act.Target, bool) {
	switch r.head {
	case "pron":
		return p.pronoun(r)
	case "this", "thiscell":
		return p.deictic(r)
	case "all":
		return p.everything(), true
	}
	among, noun := p.candidates(r)
	if r.in != nil {
		cells, ok := p.resolve(r.in)
		if !ok {
			return nil, false
		}
		among = keep(among, func(t act.Target) bool { return has(cells, act.Target{Cell: t.Cell}) })
	}
	if len(among) == 0 {
		p.missing(r, noun)
		return nil, false
	}
	have := len(among)
	if among = p.pick(among, r); len(among) == 0 {
		p.ask = &Question{Text: "There is only " + itoa(have) + " " + noun + " here."}
		return nil, false
	}
	if r.all || r.plural && r.count == 0 || r.both && len(among) == 2 || r.count > 1 && len(among) == r.count {
		return among, true
	}
	return p.one(among, noun)
}

// candidates are the things a name or noun can mean, in reading order.
func (p *parser) candidates(r *ref) (among []act.Target, noun string) {
	s := p.s
	switch r.head {
	case "name":
		if i := atoi(r.value); i >= 0 && i < len(p.names.targets) {
			among = p.names.targets[i]
		}
		noun = "one"
		if len(among) > 0 {
			noun = strings.ToLower(s.name(among[0]))
		}
	case "label":
		if i := atoi(r.value); i >= 0 && i < len(p.labels.targets) {
			among = p.labels.targets[i]
		}
		noun = r.label
	case "gene":
		noun = r.value
		for _, c := range s.Cells {
			if c.Gene == r.value || base(c.ID) == r.value {
				among = append(among, act.Target{Cell: c.ID})
			}
		}
	case "cellkind":
		noun = r.value
		if noun == "any" {
			noun = "cell"
		}
		for _, c := range s.Cells {
			if r.value == "any" && c.Kind != "panel" || r.value == c.Kind || r.value == "window" && c.Kind == "widget" && !p.anyKind("window") {
				among = append(among, act.Target{Cell: c.ID})
			}
		}
	case "kind":
		noun = r.value
		if noun == "any" {
			noun = "thing"
			for _, c := range s.Cells {
				among = append(among, act.Target{Cell: c.ID})
			}
			return among, noun
		}
		for _, c := range s.Cells {
			for _, n := range c.Nodes {
				if n.Kind == r.value {
					among = append(among, act.Target{Cell: c.ID, Node: n.ID})
				}
			}
		}
	}
	return among, noun
}

func (p *parser) anyKind(kind string) bool {
	for _, c := range p.s.Cells {
		if c.Kind == kind {
			return true
		}
	}
	return false
}

func base(id string) string {
	if i := strings.LastIndexByte(id, '-'); i > 0 && atoi(id[i+1:]) > 0 {
		return id[:i]
	}
	return id
}

func has(list []act.Target, t act.Target) bool {
	for _, o := range list {
		if o == t {
			return true
		}
	}
	return false
}

func keep(list []act.Target, ok func(act.Target) bool) []act.Target {
	var out []act.Target
	for _, t := range list {
		if ok(t) {
			out = append(out, t)
		}
	}
	return out
}

// pick applies ordinals, sides and sizes to candidates.
func (p *parser) pick(among []act.Target, r *ref) []act.Target {
	if r.ord > len(among) || r.count > len(among) || r.both && len(among) < 2 {
		return nil
	}
	if len(among) < 2 {
		return among
	}
	if r.ord > 0 && r.ord <= len(among) {
		return among[r.ord-1 : r.ord]
	}
	if r.ord < 0 {
		return among[len(among)-1:]
	}
	if r.other && len(among) == 2 && p.s.Last != nil {
		for i, t := range among {
			if t == *p.s.Last || t.Node == "" && t.Cell == p.s.Last.Cell {
				return among[1-i : 2-i]
			}
		}
	}
	if r.side == "" && r.size == "" {
		return among
	}
	sorted := append([]act.Target{}, among...)
	measure := func(t act.Target) float64 {
		x, y, w, h := p.s.box(t)
		switch {
		case r.side == "left":
			return x
		case r.side == "right":
			return -x - w
		case r.side == "top":
			return y
		case r.side == "bottom":
			return -y - h
		case r.size == "bigger":
			return -w * h
		case r.size == "smaller":
			return w * h
		}
		return 0
	}
	sort.SliceStable(sorted, func(i, j int) bool { return measure(sorted[i]) < measure(sorted[j]) })
	if measure(sorted[0]) == measure(sorted[1]) {
		return among
	}
	return sorted[:1]
}

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

// pronoun resolves "it" and "them".
func (p *parser) pronoun(r *ref) ([]act.Target, bool) {
	s := p.s
	if r.plural {
		if len(s.Selection) > 0 {
			return s.Selection, true
		}
		if last := p.lastTargets(); len(last) > 1 {
			return last, true
		}
		if len(s.Cells) == 2 && r.both {
			return p.everything(), true
		}
	}
	if s.Point != nil && s.Point.Given && s.Point.Cell != "" {
		return []act.Target{p.tidy(s.Point.Target)}, true
	}
	if s.Last != nil {
		return []act.Target{p.tidy(*s.Last)}, true
	}
	return p.implicit()
}

// lastTargets are the targets of the last acts.
func (p *parser) lastTargets() []act.Target {
	var out []act.Target
	for _, a := range p.s.LastActs {
		if a.Target.Cell != "" && !has(out, a.Target) {
			out = append(out, a.Target)
		}
	}
	return out
}

// deictic resolves "this", "that button", "these".
func (p *parser) deictic(r *ref) ([]act.Target, bool) {
	s := p.s
	if r.plural && len(s.Selection) > 0 {
		return s.Selection, true
	}
	point := s.Point
	if (point == nil || point.Cell == "") && len(s.Selection) > 0 {
		point = &Place{Target: s.Selection[0]}
		if len(s.Selection) > 1 && !r.plural {
			return s.Selection, true
		}
	}
	if point == nil || point.Cell == "" {
		if s.Last != nil {
			point = &Place{Target: *s.Last}
		} else if r.value == "any" || r.value == "" || r.head == "thiscell" {
			return p.implicit()
		} else {
			among, noun := p.candidates(&ref{head: "kind", value: r.value})
			if len(among) == 0 {
				p.missing(r, noun)
				return nil, false
			}
			return p.one(among, noun)
		}
	}
	if r.head == "thiscell" {
		return []act.Target{{Cell: point.Cell}}, true
	}
	if r.value == "any" || r.value == "" {
		return []act.Target{p.tidy(point.Target)}, true
	}
	c := s.cell(point.Cell)
	if c == nil {
		return nil, false
	}
	for up := point.Node; up != ""; {
		if n := c.node(up); n != nil && n.Kind == r.value {
			return []act.Target{{Cell: c.ID, Node: up}}, true
		}
		i := strings.LastIndexByte(up, '/')
		if i < 0 {
			break
		}
		up = up[:i]
	}
	among, noun := p.candidates(&ref{head: "kind", value: r.value})
	near := keep(among, func(t act.Target) bool { return t.Cell == c.ID })
	if len(near) > 0 {
		among = near
	}
	if len(among) == 0 {
		p.missing(r, noun)
		return nil, false
	}
	if r.plural {
		return among, true
	}
	return p.one(among, noun)
}

// tidy takes the root node of a cell for the cell.
func (p *parser) tidy(t act.Target) act.Target {
	if !strings.Contains(t.Node, "/") {
		t.Node = ""
	}
	return t
}

// everything is each cell but panels and wallpapers.
func (p *parser) everything() []act.Target {
	var out []act.Target
	for _, c := range p.s.Cells {
		if c.Kind != "wallpaper" && c.Kind != "service" && c.Kind != "panel" {
			out = append(out, act.Target{Cell: c.ID})
		}
	}
	return out
}

// implicit is the target of a clause that names none.
func (p *parser) implicit() ([]act.Target, bool) {
	s := p.s
	switch {
	case len(s.Selection) > 0:
		return s.Selection, true
	case s.Point != nil && s.Point.Cell != "":
		return []act.Target{p.tidy(s.Point.Target)}, true
	case s.Last != nil:
		return []act.Target{p.tidy(*s.Last)}, true
	}
	all := p.everything()
	switch len(all) {
	case 0:
		if p.ask == nil {
			p.ask = &Question{Text: "There is nothing here yet. Add something first?"}
		}
		return nil, false
	case 1:
		return all, true
	}
	return p.choose(all, "one", true)
}

func (p *parser) gene(name string) *Gene {
	for i := range p.s.Genes {
		if p.s.Genes[i].Name == name {
			return &p.s.Genes[i]
		}
	}
	return nil
}
