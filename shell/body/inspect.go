package body

import (
	"context"
	"fmt"
	"strings"

	"cellshell/compositor"
	"cellshell/evolve/act"
	"cellshell/membrane/ui"
	"cellshell/shell/control"
	"cellshell/tissue"
)

func (b *Body) inspect(_ context.Context, p control.CellParams, _ func(any) error) (any, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	c, dc, err := b.cell(p.Cell)
	if err != nil {
		return nil, err
	}
	out := control.CellDetail{
		ID: string(c.id), Gene: dc.Gene, Title: dc.Title, Generation: dc.Generation, Placement: dc.Placement,
		State: c.state, Failure: c.failure, Note: c.note(),
	}
	if c.sess != nil {
		out.Engine, out.PID = c.sess.engine, c.sess.proc.PID
	}
	l := b.arrange()
	if placed, ok := l.Cell(c.id); ok {
		out.Bounds = control.Bounds(placed.Bounds)
	}
	if c.tree != nil {
		out.Tree = b.detail(c, dc, l, c.tree)
	}
	if f := b.edits.Focus; f.Cell == c.id && f.Node != "" {
		out.Focus = string(c.id) + "/" + f.Node
	}
	return out, nil
}

// detail describes a node as it is drawn: with the overrides of the tissue and the text typed into it. mu is held.
func (b *Body) detail(c *live, dc *tissue.Cell, l *compositor.Layout, n *ui.Node) *control.NodeDetail {
	d := &control.NodeDetail{
		ID: string(c.id) + "/" + n.ID, Kind: n.Kind, Text: n.Text, Source: n.Source, Via: n.Via, Style: n.Style,
	}
	if over, ok := dc.Overrides[n.ID]; ok {
		d.Style = d.Style.Merge(over)
	}
	if text, ok := dc.TextOverrides[n.ID]; ok {
		d.Text = text
	}
	d.ScrollY = b.edits.Scroll[compositor.Key(c.id, n.ID)].Y
	switch n.Kind {
	case ui.KindToggle, ui.KindSlider, ui.KindProgress:
		d.Value = new(n.Value)
	case ui.KindField, ui.KindArea:
		if f := b.edits.Field(c.id, n.ID); f != nil {
			d.Text, d.Cursor, d.Anchor = f.Text, new(f.Cursor), new(f.Anchor)
		}
	}
	if box, ok := l.Node(c.id, n.ID); ok {
		d.Bounds = control.Bounds(box.Bounds)
	}
	for _, child := range n.Children {
		d.Children = append(d.Children, b.detail(c, dc, l, child))
	}
	return d
}

// target finds what a person means by "counter", "counter/column0/row0/plus" or "counter/plus": the whole id of a node, or
// its last part, key or label when only one node has it.
func (b *Body) target(name string) (act.Target, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.targetLocked(name)
}

func (b *Body) targetLocked(name string) (act.Target, error) {
	cellName, node, _ := strings.Cut(name, "/")
	c, _, err := b.cell(cellName)
	if err != nil {
		return act.Target{}, err
	}
	out := act.Target{Cell: string(c.id)}
	node = strings.TrimPrefix(node, string(c.id)+"/")
	if node == "" {
		return out, nil
	}
	if c.tree == nil {
		return act.Target{}, &control.Error{Text: fmt.Sprintf("%s has nothing on the screen yet", c.id), Hint: "see its log with: cell logs " + string(c.id), Code: control.CodeNotFound}
	}
	if ui.Find(c.tree, node) != nil {
		out.Node = node
		return out, nil
	}
	var found []string
	ui.Walk(c.tree, func(n *ui.Node) bool {
		last := n.ID[strings.LastIndexByte(n.ID, '/')+1:]
		if last == node || strings.HasSuffix(n.ID, "/"+node) || strings.EqualFold(n.Text, node) {
			found = append(found, n.ID)
		}
		return true
	})
	switch len(found) {
	case 1:
		out.Node = found[0]
		return out, nil
	case 0:
		return act.Target{}, &control.Error{Text: fmt.Sprintf("%s has no node %q", c.id, node), Hint: "see its nodes with: cell inspect " + string(c.id), Code: control.CodeNotFound}
	}
	return act.Target{}, &control.Error{
		Text: fmt.Sprintf("%q fits %d nodes of %s: %s", node, len(found), c.id, strings.Join(found, ", ")),
		Hint: "name one of them in full", Code: control.CodeNotFound,
	}
}
