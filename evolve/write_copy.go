package evolve

import (
	"bytes"
	"fmt"
	"maps"
	"strings"

	"cellshell/evolve/act"
	"cellshell/tissue"
)

// copy adds a cell with the program and the looks that another one has now. What stands in that one is not copied: a new cell
// begins without any state, and where one can see that the receipt says so.
func (d *draft) copy(a act.Act) error {
	id := tissue.CellID(a.Target.Cell)
	c, dc := d.before.Cells[id], d.doc.Cells[id]
	switch {
	case c == nil || dc == nil:
		return fmt.Errorf("there is no cell %q on the desktop", a.Target.Cell)
	case !c.isGo():
		return fmt.Errorf("the program of %s is not written in Go, and only such can be copied; start it again with: cell spawn", title(dc, id))
	}
	src, worn := c.Source, (*Style)(nil)
	if gene := d.before.gene(dc.Gene); a.Args.Style != "" && gene != nil {
		var err error
		if worn, err = gene.together(strings.Fields(a.Args.Style)); err != nil {
			return err
		}
		if src, err = restyle(src, worn); err != nil {
			return err
		}
	}
	p := newcomer{
		gene: first(dc.Gene, string(id)), title: dc.Title, kind: dc.Kind, placement: dc.Placement, accent: dc.Accent, props: maps.Clone(dc.Props),
		source: src, manifest: c.Manifest.Raw, looks: dc,
		anchor: a.Args.Anchor, x: a.Args.X, y: a.Args.Y, relation: a.Args.Relation, like: a.Args.LikeCell,
	}
	switch {
	case a.Args.Text == "":
	case bytes.Contains(src, []byte(`Prop("text")`)):
		p.props = map[string]string{"text": a.Args.Text}
	default: // it shows no text of its own: that is what it is called
		p.title = a.Args.Text
	}
	if err := p.dressed(a.Args); err != nil {
		return err
	}
	d.target = act.Target{} // what is new is what the receipt is about
	for range min(max(1, a.Args.Count), maxSpawn) {
		p.id = d.doc.NewID(p.gene)
		if err := d.add(p, worn); err != nil {
			return err
		}
		d.expectAfresh(id, p.id)
	}
	return nil
}

// expectAfresh notes in the receipt when a copy shows something else than what it was copied from.
func (d *draft) expectAfresh(of, made tissue.CellID) {
	d.expect(act.Afresh, func(_, after *Scene) (string, string, bool) {
		old, c := after.Cells[of], after.Cells[made]
		if old == nil || c == nil || bytes.Equal(picture(old.Tree), picture(c.Tree)) {
			return "", "", true
		}
		return "", "what is in it starts afresh", true
	})
}
