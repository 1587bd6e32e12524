package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// recolored reads what changes places among colours: "swap the colours of plus and minus", "invert its colours", and "the
// other way round" after letters and what lies behind them got theirs.
func (c *clause) recolored() bool {
	if c.one("reversed") != nil {
		return c.otherWay("reversed", "verb", "even")
	}
	t := c.one("part", "color")
	swap := c.one("verb", "swap")
	if swap != nil && t == nil && c.bareOnly() && c.otherWay("verb") {
		return true // "swap those two"
	}
	for _, o := range c.toks {
		if swap == nil && listed("inverts", o.text) != "" {
			swap = o
		}
	}
	if ground := c.one("part", "background"); t == nil && swap != nil && ground != nil && c.one("part", "text", "font") != nil {
		ground.used, t = true, c.one("part", "text", "font") // "swap its background and text"
	}
	if t == nil && swap != nil && c.one("part", "text", "label", "title") != nil {
		return c.retexted()
	}
	if t == nil || swap == nil || c.hasAny("color", "tone", "theme", "themeword", "wall") {
		return false
	}
	t.used, swap.used = true, true
	c.drop("prep", "between", "with", "even")
	sets := make([][]act.Target, 0, len(c.refs))
	for _, r := range c.refs {
		set, ok := c.p.resolve(r)
		if !ok {
			return true
		}
		sets = append(sets, set)
		r.own = true
	}
	all := slices.Concat(sets...)
	switch {
	case len(all) < 2 && slices.ContainsFunc(c.refs, func(r *ref) bool { return r.plural && r.bare() }):
		c.p.ask = &Question{Text: "The colours of which two?"}
	case len(sets) == 0 || len(sets) == 1 && len(all) == 1:
		c.inverted(all)
	case len(all) == 2:
		for i, t := range all {
			like := all[1-i]
			a := act.Act{Intent: act.Recolor, Args: act.Args{LikeCell: like.Cell, LikeNode: like.Node}}
			c.addTo(a, anything, t)
		}
	default:
		c.p.ask = &Question{Text: "The colours of which two?"}
	}
	return true
}

// inverted exchanges the colour of letters and of what lies behind them.
func (c *clause) inverted(set []act.Target) {
	d := draft{Act: act.Act{Intent: act.Recolor, Args: act.Args{Part: act.Exchanged}}}
	if len(set) > 0 {
		d.fixed = set
	}
	c.drafts = append(c.drafts, d)
}

// otherWay reads "now the other way round" where colours were set last.
func (c *clause) otherWay(only ...string) bool {
	if c.traded(only...) {
		return true
	}
	text, ground := false, false
	var set []act.Target
	for _, a := range c.p.s.LastActs {
		if a.Intent != act.Recolor {
			return false
		}
		text, ground = text || a.Args.Part == "text" || a.Args.Part == act.Exchanged, ground || a.Args.Part != "text"
		if !has(set, a.Target) {
			set = append(set, a.Target)
		}
	}
	if !text || !ground || len(set) != 1 || !c.bareOnly() || !c.only(only...) {
		return false
	}
	c.takeAll()
	c.inverted(set)
	return true
}

// traded gives two things the colours that the other one was given last: "save green and cancel red", "the other way round".
func (c *clause) traded(only ...string) bool {
	last := c.p.s.LastActs
	if len(last) != 2 || !c.bareOnly() || !c.only(only...) {
		return false
	}
	a, b := last[0], last[1]
	if a.Intent != act.Recolor || b.Intent != act.Recolor || a.Target == b.Target || a.Args.Color == "" || b.Args.Color == "" || a.Args.Part != b.Args.Part || a.Args.Color == b.Args.Color {
		return false
	}
	c.takeAll()
	a.Args.Color, b.Args.Color = b.Args.Color, a.Args.Color
	for _, d := range []act.Act{a, b} {
		c.addTo(d, anything, d.Target)
	}
	return true
}
