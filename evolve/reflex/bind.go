package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// bind gives the drafts their targets.
func (c *clause) bind() {
	need := false
	for _, d := range c.drafts {
		need = need || d.scope != desktop && d.fixed == nil
	}
	if need && c.afterReturn() {
		return
	}
	if need {
		targets, ok := c.subject()
		if !ok {
			return
		}
		c.targets = targets
	}
	for _, d := range c.drafts {
		switch {
		case d.scope == desktop:
			c.p.acts = append(c.p.acts, d.Act)
		case d.fixed != nil:
			c.each(d, d.fixed)
			c.targets = d.fixed
		default:
			n := len(c.p.acts)
			c.each(d, c.targets)
			c.narrowed(c.p.acts[n:])
		}
		if c.p.ask != nil || c.p.open != nil {
			return
		}
	}
}

// afterReturn asks for one thing after the other where "it" is what the sentence brings back first: it is not here yet.
func (c *clause) afterReturn() bool {
	if len(c.refs) != 1 || c.refs[0].head != "pron" || len(c.p.acts) == 0 {
		return false
	}
	switch back := c.p.acts[len(c.p.acts)-1]; {
	case back.Intent == act.Undo && (back.Args.Number > 0 || c.lastRemoved()):
		c.p.ask = &Question{Text: "One after the other: bring it back first?", Choices: []Choice{{Label: "Yes", Acts: []act.Act{back}}, {Label: "No"}}}
		return true
	}
	return false
}

// narrowed takes the parts that acts came out to be about for what is spoken of: in "the title of the counter bigger and red" the
// title is red too.
func (c *clause) narrowed(acts []act.Act) {
	var of []act.Target
	for _, a := range acts {
		if a.Target.Node == "" {
			return
		}
		of = append(of, a.Target)
	}
	if len(of) == len(c.targets) && len(of) > 0 {
		c.targets = of
	}
}

// each adds a draft's act once for each target.
func (c *clause) each(d draft, targets []act.Target) {
	var done []act.Target
	for _, t := range c.figures(d, targets) {
		if d.scope == movable && d.Intent == act.Move && c.rowPointedAt(t) {
			whole := act.Act{Intent: act.Move, Target: act.Target{Cell: t.Cell}, Args: d.Args}
			c.p.ask = &Question{Text: "What it holds stays together there. All of " + c.p.s.name(whole.Target) + "?", Choices: []Choice{{Label: "Yes", Acts: []act.Act{whole}}, {Label: "No"}}}
			return
		}
		was := t
		if d.scope == cells || d.scope == movable && !c.p.pushable(t) && !c.withinCell(d, t) {
			t.Node = ""
		}
		if t.Cell == "" && d.scope != desktop {
			c.p.ask = &Question{Text: "What shall I change? Point at it or name it."}
			return
		}
		if has(done, t) {
			continue
		}
		if d.Intent == act.Resize && d.Args.LikeCell != "" && t == (act.Target{Cell: d.Args.LikeCell, Node: d.Args.LikeNode}) {
			c.p.ask = &Question{Text: "As large as what? Name the other one."}
			return
		}
		if d.Intent == act.Recolor && d.Args.LikeCell != "" && t == (act.Target{Cell: d.Args.LikeCell, Node: d.Args.LikeNode}) {
			c.p.ask = &Question{Text: "Like what? Name the other one."}
			return
		}
		if named := was.Node != "" && t.Node == "" && slices.ContainsFunc(c.refs, func(r *ref) bool { return r.head == "label" }); named && d.Intent == act.Move && d.Args.LikeNode != "" && d.Args.LikeCell != t.Cell {
			c.p.ask = &Question{Text: c.p.s.name(was) + " is in " + c.p.s.name(t) + ", and what it shall stand beside in " + c.p.s.name(act.Target{Cell: d.Args.LikeCell}) + ": a text stays in its window."}
			return
		}
		if d.Intent == act.Move && d.Args.LikeCell == t.Cell && t.Node == "" && d.Args.LikeNode != "" {
			c.confused() // "the date under it bold": nothing stands beside what is in it
			return
		}
		if c.p.outOfSight(t) && d.Intent != act.Hide && d.Intent != act.Remove && d.Intent != act.Rename {
			c.p.unhide(t)
			return
		}
		done = append(done, t)
		a := d.Act
		a.Target = t
		if !c.p.finish(&a) {
			return
		}
		c.p.acts = append(c.p.acts, a)
	}
	if d.Intent == act.Remove && (len(done) > 1 && !c.p.paired(done) || slices.ContainsFunc(c.refs, c.p.loose) || c.manyAsOne(done)) {
		c.p.confirm = true
	}
}

// manyAsOne reports whether "them" came out as one thing that is not many by its name: others may have been meant too.
func (c *clause) manyAsOne(done []act.Target) bool {
	return len(done) == 1 && !strings.HasSuffix(c.p.s.name(done[0]), "s") && slices.ContainsFunc(c.refs, func(r *ref) bool { return r.head == "pron" && r.plural })
}

// loose reports whether a reference may well mean another thing: of the colour that is named nothing is, and "the second one" is the
// second of whatever was thought of, unless things of one sort were just spoken of.
func (p *parser) loose(r *ref) bool {
	if r.tint != "" {
		if among, _ := p.candidates(r); len(p.tinted(r.tint, among)) == 0 {
			return true
		}
	}
	return (r.ord != 0 || r.side != "") && r.head == "kind" && r.value == "any" && len(p.topic()) < 2
}

// pushables are the nodes of a cell that are things of their own.
func (p *parser) pushables(cell string) []act.Target {
	var out []act.Target
	for _, n := range p.s.cell(cell).Nodes {
		if t := (act.Target{Cell: cell, Node: n.ID}); p.pushable(t) {
			out = append(out, t)
		}
	}
	return out
}

// topic are the things of the sort that was spoken of last: the counters after one was copied, the buttons of a cell after
// one of them was changed. "The other one" is one of these.
func (p *parser) topic() []act.Target {
	gene := ""
	for _, a := range p.s.LastActs {
		if a.Intent == act.Spawn {
			gene = a.Args.Gene
		}
	}
	last := p.s.Last
	if last != nil && p.pushable(*last) {
		c := p.s.cell(last.Cell)
		kind := c.node(last.Node).Kind
		return keep(p.pushables(last.Cell), func(t act.Target) bool { return c.node(t.Node).Kind == kind })
	}
	if c := p.s.cell(p.lastCell()); c != nil && gene == "" {
		gene = c.Gene
	}
	var out []act.Target
	for _, c := range p.s.Cells {
		if gene != "" && c.Gene == gene {
			out = append(out, act.Target{Cell: c.ID})
		}
	}
	return out
}

// lastCell is the cell that was changed last, "" without one.
func (p *parser) lastCell() string {
	if p.s.Last == nil {
		return ""
	}
	return p.s.Last.Cell
}

// pushable reports whether a node is a thing of its own that one would move: a button rather than a text.
func (p *parser) pushable(t act.Target) bool {
	c := p.s.cell(t.Cell)
	if c == nil || t.Node == "" {
		return false
	}
	n := c.node(t.Node)
	if n == nil {
		return false
	}
	switch n.Kind {
	case "button", "toggle", "slider", "field", "area", "image", "icon", "chart", "progress":
		return true
	}
	return false
}

// rowPointedAt reports whether "these" are what a container holds that is pointed at.
func (c *clause) rowPointedAt(t act.Target) bool {
	at := c.p.s.Point
	if at == nil || !at.Given || at.Target != t || !c.bareOnly() || !c.pluralRef() || !strings.Contains(t.Node, "/") {
		return false
	}
	n := c.p.s.cell(t.Cell).node(t.Node)
	return n != nil && (n.Kind == "row" || n.Kind == "column" || n.Kind == "grid")
}
