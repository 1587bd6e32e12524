package reflex

import (
	"slices"
	"strings"
	"unicode"

	"cellshell/evolve/act"
)

// widened reads "all the numbers, I mean" and "I meant both of them" after something was done to one thing: it is done to all
// of its kind, where it is a part, in its own cell.
func (p *parser) widened(toks []*token, said bool) []act.Act {
	of := targetsOf(p.s.LastActs)
	if !said || len(of) != 1 || slices.ContainsFunc(p.s.LastActs, func(a act.Act) bool { return a.Target != of[0] || !spreads(a) }) {
		return nil
	}
	all, digits, cells := p.allOfKind(toks)
	if all == "" {
		return nil
	}
	set := p.kin(of[0], digits, cells)
	if len(set) < 2 || all == "both" && len(set) != 2 || !has(set, of[0]) {
		return nil
	}
	acts := make([]act.Act, 0, len(set)*len(p.s.LastActs))
	for _, a := range p.s.LastActs {
		for _, t := range set {
			a.Target = t
			acts = append(acts, a)
		}
	}
	return acts
}

// spreads reports whether the same may be done to several things at once: each has its own place and its own words.
func spreads(a act.Act) bool {
	switch a.Intent {
	case act.Resize, act.Recolor, act.TextStyle, act.Shape, act.Spacing, act.Opacity, act.Border, act.Shadow:
		return true
	}
	return false
}

// allOfKind reports whether tokens say nothing but that all of a kind are meant, "all" or "both"; digits, that they show a digit; cells,
// that they are windows.
func (p *parser) allOfKind(toks []*token) (all string, digits, cells bool) {
	kind := false
	for i, t := range toks {
		switch {
		case t.is("det", "all", "both"):
			all = t.value("det")
		case t.is("all", "all") && len(toks) <= 2 && i == 0:
			all, kind = "all", true
		case listed("figures", t.text) != "", all != "" && listed("figures", t.text+"s") != "":
			digits, kind = true, true
		case t.is("cellkind"):
			cells, kind = true, true
		case t.is("kind", "button", "text", "any"), t.is("pron", "them"), t.text == "those", t.text == "these":
			kind = true
		case t.is("det", "the"), t.is("prep", "of", "in"), t.isAny("there", "here", "only", "even", "correct", "fill"), t.kind == mark:
		default:
			return "", false, false
		}
	}
	if !kind && all != "both" && len(toks) > 1 {
		return "", false, false
	}
	return all, digits, cells
}

// kin are the things of the kind of one: parts of its cell, those that show a digit where that is said, or the cells.
func (p *parser) kin(one act.Target, digits, cells bool) []act.Target {
	if one.Node == "" {
		if digits {
			return nil
		}
		return p.everything()
	}
	cell := p.s.cell(one.Cell)
	is := cell.node(one.Node)
	if is == nil || cells {
		return nil
	}
	var out []act.Target
	for _, n := range cell.Nodes {
		if n.Kind == is.Kind && (!digits || strings.ContainsFunc(n.Text, unicode.IsDigit) && !strings.ContainsFunc(n.Text, unicode.IsLetter) && !strings.ContainsAny(n.Text, "+-−")) {
			out = append(out, act.Target{Cell: one.Cell, Node: n.ID})
		}
	}
	return out
}
