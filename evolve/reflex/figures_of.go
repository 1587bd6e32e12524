package reflex

import (
	"strings"
	"unicode"

	"cellshell/evolve/act"
)

// figures are the figures in cells where a clause speaks of "the numbers" or "the digits" of one and says how they look: not
// its heading, and not what stands on its buttons. Of all else they are the targets.
func (c *clause) figures(d draft, targets []act.Target) []act.Target {
	if d.Intent != act.TextStyle && !(d.Intent == act.Recolor && d.Args.Part == "text") || !someListed(c.toks, "figures") {
		return targets
	}
	var out []act.Target
	for _, t := range targets {
		found := c.p.figuresIn(t)
		if keys := c.p.digitKeys(t); len(keys) > 0 && !c.named() {
			out = append(out, keys...)
			continue
		}
		if t.Node != "" || len(found) == 0 {
			found = []act.Target{t}
		}
		out = append(out, found...)
	}
	return out
}

// figuresIn are the texts of a cell that are nothing but figures: a count, a time, a share.
func (p *parser) figuresIn(t act.Target) []act.Target {
	var out []act.Target
	cell := p.s.cell(t.Cell)
	if cell == nil {
		return nil
	}
	for _, n := range cell.Nodes {
		if n.Kind == "text" && strings.ContainsFunc(n.Text, unicode.IsDigit) && strings.Trim(n.Text, "0123456789:.,%+-−/ ") == "" {
			out = append(out, act.Target{Cell: t.Cell, Node: n.ID})
		}
	}
	return out
}

// fewestDigits is how many keys with a digit there are at least in a cell where "the digits" are those.
const fewestDigits = 5

// digitKeys are the buttons with a digit beside another key of the same cell, which shows none.
func (p *parser) digitKeys(t act.Target) []act.Target {
	cell := p.s.cell(t.Cell)
	if cell == nil || t.Node == "" || strings.ContainsFunc(p.textOf(t), unicode.IsDigit) {
		return nil
	}
	var out []act.Target
	for _, n := range cell.Nodes {
		if n.Kind == "button" && len(n.Text) == 1 && unicode.IsDigit(rune(n.Text[0])) {
			out = append(out, act.Target{Cell: t.Cell, Node: n.ID})
		}
	}
	if len(out) < fewestDigits {
		return nil
	}
	return out
}
