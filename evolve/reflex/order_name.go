package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// thing is the one node that a name means: what is pointed at, or what says so. Near is a node of the cell in which it is looked
// for, the zero target for any cell; then a name that a cell has too is none.
func (o *orderer) thing(name string, near act.Target) (act.Target, bool) {
	whole := strings.TrimSpace(name)
	name = strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(name), "the "), "my ")
	rest, this := o.after(name, "this")
	if !this {
		for _, det := range []string{"this ", "that "} {
			if kind, ok := strings.CutPrefix(name, det); ok && o.kind(kind) != "" {
				rest, this = "", true
			}
		}
	}
	if _, it := o.after(name, "it"); (it || this) && (rest == "" || it && name == "it") {
		return o.meant(it)
	}
	kind := ""
	if head, last, ok := cutLast(name); ok && o.kind(last) != "" && o.kind(last) != "title" {
		name, kind = head, o.kind(last)
	} else if first, rest, ok := strings.Cut(name, " "); ok && o.kind(first) == "button" {
		name, kind = rest, "button"
	}
	var found []act.Target
	for i := range o.s.Cells {
		c := &o.s.Cells[i]
		if near.Cell != "" && c.ID != near.Cell {
			continue
		}
		if near.Cell == "" && kind == "" && (fold(c.Title) == name || c.ID == name) {
			return act.Target{}, false
		}
		ids := c.called(name, kind)
		if id := c.heading(); len(ids) == 0 && kind == "" && o.kind(name) == "title" && near.Cell != "" && id != "" {
			ids = []string{id}
		}
		for _, id := range ids {
			found = append(found, act.Target{Cell: c.ID, Node: id})
		}
	}
	if len(found) == 0 {
		if t, ok := o.described(whole, near); ok {
			return t, true
		}
		owner, what, _ := strings.Cut(whole, " ") // "the todo's last line" without its mark
		owner, owns := strings.CutSuffix(owner, "s")
		if !owns {
			return act.Target{}, false
		}
		return o.described(owner+"'s "+what, near)
	}
	return o.only(found)
}

// described is the one node that a noun phrase means which is no mere name: "the second button", "the todo's last line".
func (o *orderer) described(name string, near act.Target) (act.Target, bool) {
	p := &parser{world: o.saying(name), sentence: name}
	p.toks = p.owners(p.tag(loadLexicon().unbent(contracted(split(name)), p.names.has)))
	c := &clause{p: p, toks: p.toks}
	r, end := c.np(0)
	if r == nil || end < len(p.toks) || r.bare() || r.plural {
		return act.Target{}, false
	}
	set, ok := p.tried(r)
	if ok && len(set) > 1 && near.Cell != "" {
		set = keep(set, func(t act.Target) bool { return t.Cell == near.Cell })
	}
	if !ok || len(set) != 1 || set[0].Node == "" || near.Cell != "" && set[0].Cell != near.Cell {
		return act.Target{}, false
	}
	return set[0], true
}

// only is the one of those found: of several, that in the cell pointed at.
func (o *orderer) only(found []act.Target) (act.Target, bool) {
	if at := o.s.Point; len(found) > 1 && at != nil && at.Cell != "" {
		found = keep(found, func(t act.Target) bool { return t.Cell == at.Cell })
	}
	if len(found) > 1 { // the bars show a time and a date too
		found = keep(found, func(t act.Target) bool { c := o.s.cell(t.Cell); return c.Kind != "panel" && c.Kind != "wallpaper" })
	}
	if len(found) != 1 {
		return act.Target{}, false
	}
	return found[0], true
}

// meant is the node pointed at, or selected, or last changed.
func (o *orderer) meant(it bool) (act.Target, bool) {
	at, last := o.s.Point, o.s.Last
	if it && last != nil && last.Node != "" && (at == nil || !at.Given) {
		return *last, true
	}
	if at != nil && at.Node != "" && o.s.inside(at.Target) {
		return at.Target, true
	}
	if sel := o.s.Selection; len(sel) == 1 && sel[0].Node != "" {
		return sel[0], true
	}
	return act.Target{}, false
}

// inside reports whether a node is one in its cell, and not all of it.
func (s *Scene) inside(t act.Target) bool {
	c := s.cell(t.Cell)
	return c != nil && len(c.Nodes) > 0 && t.Node != c.Nodes[0].ID && c.node(t.Node) != nil
}

// kind is the kind of node that a word names, or "title"; "" for none.
func (o *orderer) kind(word string) string {
	for _, k := range []string{"button", "text", "field", "toggle", "slider", "title"} {
		if slices.Contains(o.words[k], word) {
			return k
		}
	}
	return ""
}

// called are the nodes of a cell that say a name, or have it as their key.
func (c *Cell) called(name, kind string) (ids []string) {
	if name == "" {
		return nil
	}
	for _, by := range []func(n *Node) string{func(n *Node) string { return n.Text }, func(n *Node) string { return n.Key }} {
		for i := range c.Nodes {
			n := &c.Nodes[i]
			if i > 0 && fold(by(n)) == name && (kind == "" || n.Kind == kind) {
				ids = append(ids, n.ID)
			}
		}
		if len(ids) > 0 {
			return ids
		}
	}
	return nil
}

// heading is the text that stands above everything else in a cell.
func (c *Cell) heading() string {
	for i := range c.Nodes {
		switch n := &c.Nodes[i]; n.Kind {
		case "text":
			return n.ID
		case "row", "column", "stack", "grid", "scroll", "list":
		default:
			return ""
		}
	}
	return ""
}

// group is the container of the things of a kind: of the cell pointed at, else of the only one that has several.
func (o *orderer) group(what string) (act.Target, bool) {
	name := strings.TrimPrefix(strings.TrimPrefix(what, "these "), "the ")
	name = o.without(name, "here")
	name, in, ok := strings.Cut(name, " in the ")
	if !ok {
		name, in, _ = strings.Cut(name, " of the ")
	}
	kind := o.kind(name)
	if kind == "" || kind == "title" || !strings.HasSuffix(name, "s") {
		return act.Target{}, false
	}
	var found []act.Target
	for i := range o.s.Cells {
		c := &o.s.Cells[i]
		if in != "" && fold(c.Title) != in && c.ID != in {
			continue
		}
		held := map[string]int{}
		best := ""
		for _, n := range c.Nodes {
			if n.Kind != kind {
				continue
			}
			p := holder(n.ID)
			if held[p]++; best == "" || held[p] > held[best] {
				best = p
			}
		}
		if held[best] > 1 {
			found = append(found, act.Target{Cell: c.ID, Node: best})
		}
	}
	return o.only(found)
}

// index is where a node comes in its cell.
func (o *orderer) index(t act.Target) int {
	c := o.s.cell(t.Cell)
	if c == nil {
		return -1
	}
	return slices.IndexFunc(c.Nodes, func(n Node) bool { return n.ID == t.Node })
}

// cutLast cuts the last word off.
func cutLast(s string) (head, last string, ok bool) {
	i := strings.LastIndexByte(s, ' ')
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+1:], true
}
