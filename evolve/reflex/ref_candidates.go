package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

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
		if those := keep(among, func(t act.Target) bool { n := p.s.cell(t.Cell).node(t.Node); return n != nil && n.Kind == r.kind }); len(those) > 0 {
			among = those
		} else if by := p.ofKindBy(among, r.kind); len(by) > 0 {
			among = by
		}
		if r.in == nil && r.near == nil {
			among = p.onKeypad(p.offPanel(among))
		}
	case "gene":
		noun = r.value
		for _, c := range s.Cells {
			if c.Gene == r.value || base(c.ID) == r.value {
				among = append(among, act.Target{Cell: c.ID})
			}
		}
	case "copy":
		among, noun = p.copies(r.value), "copy"
	case "cellkind":
		noun = r.value
		if noun == "any" {
			noun = "cell"
		}
		for _, c := range s.Cells {
			if r.value == "any" && c.Kind != "panel" || r.value == c.Kind || r.value == "window" && c.Kind == "widget" && (r.plural || r.all || !p.anyKind("window") || p.widgetInMind()) {
				among = append(among, act.Target{Cell: c.ID})
			}
		}
	case "kind":
		noun = r.value
		if noun == "any" {
			noun = "thing"
			if of := p.topic(); r.other && p.windowed() && (len(of) < 2 || of[0].Node != "") {
				return p.elsewhereThan(p.cellsInMind()), noun
			}
			if last := s.Last; r.other && !r.plural && last != nil && len(p.topic()) < 2 && len(p.siblings(*last, nil)) == 1 {
				return append(p.siblings(*last, nil), *last), noun
			}
			if r.oldest && len(p.doubled()) == 0 && len(p.topic()) < 2 {
				return nil, "original"
			}
			if r.newest && !p.fresh(p.everything()) {
				r.newest = false
				return nil, "new one"
			}
			if of := p.linesInMind(); len(of) > 1 && r.ord != 0 && !r.other {
				return of, noun
			}
			if of := p.group(); len(of) > 1 && !r.plural && r.count < 2 && (r.ord > 0 || r.side != "" || r.size != "" || r.other && len(of) == 2) {
				return of, noun
			}
			if of := p.topic(); len(of) > 1 && (r.ord != 0 || r.other || r.side != "" || r.size != "" || r.newest || r.oldest) {
				return of, noun
			}
			if among = p.everything(); r.oldest && len(p.doubled()) > 0 {
				return p.doubled(), noun
			} else if len(among) == 1 && (r.side != "" || r.ord != 0 || r.size != "" || r.other) {
				if inner := p.pushables(among[0].Cell); len(inner) > 1 {
					among = inner // of one thing: of what one can press in it
				}
			}
			return among, noun // a bar is not one of many
		}
		for _, c := range s.Cells {
			for _, n := range c.Nodes {
				if n.Kind == r.value {
					among = append(among, act.Target{Cell: c.ID, Node: n.ID})
				}
			}
		}
		if r.value == "button" && r.in == nil && r.near == nil {
			among = p.onKeypad(among)
		}
		if near := p.pointedIn(among); !r.all && !r.both && r.in == nil && r.near == nil && (len(near) > 1 || len(near) == 1 && !r.plural) {
			among = near // "bigger letters on the keys", of the calculator that is pointed at
		}
		if of := p.linesInMind(); r.value == "text" && r.in == nil && r.ord != 0 && len(of) > 1 {
			among = of
		}
	}
	return among, noun
}

// widgetInMind reports whether what is pointed at, or else was spoken of last, is a widget: then "the window" is that, though others
// are windows by their kind.
func (p *parser) widgetInMind() bool {
	c := p.s.cell(p.inMind().Cell)
	return c != nil && c.Kind == "widget"
}

// pointedIn are those of some things that are in the cell which is pointed at while the sentence is said.
func (p *parser) pointedIn(among []act.Target) []act.Target {
	at := p.s.Point
	if at == nil || !at.Given || at.Cell == "" {
		return nil
	}
	return keep(among, func(t act.Target) bool { return t.Cell == at.Cell })
}

// linesInMind are the lines of text of the cell that was changed last, where one can press nothing in it: "the first item" of a
// list. nil: there is no such cell, or there are more of its sort.
func (p *parser) linesInMind() []act.Target {
	cell := p.s.cell(p.lastCell())
	if cell == nil || len(p.pushables(cell.ID)) > 0 || len(p.topic()) > 1 {
		return nil
	}
	var out []act.Target
	for _, n := range cell.Nodes {
		if n.Kind == "text" {
			out = append(out, act.Target{Cell: cell.ID, Node: n.ID})
		}
	}
	return out
}
