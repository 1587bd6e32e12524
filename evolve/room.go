package evolve

import (
	"maps"
	"slices"

	"cellshell/evolve/act"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// A part that grows may push others out of what it is in, where nobody sees them: a key of the calculator that is twice as
// wide makes its column wider, and the cell has a width of its own. So such a box grows along. By how much is known only
// when the change was laid out: it is done in the attempt after.

// roomier lets the boxes grow that parts of changed cells stuck out of in the attempt before, and expects that none does.
// What cannot grow stays as it is, and the receipt says that something is cut off.
func (d *draft) roomier() error {
	for _, id := range slices.Sorted(maps.Keys(d.nodes)) {
		c, dc := d.before.Cells[id], d.doc.Cells[id]
		if c == nil || dc == nil || c.Tree == nil || d.fresh[id] {
			continue
		}
		s := &subject{draft: d, id: id, cell: c, doc: dc, name: title(dc, id)}
		last := d.attempt == attempts-1
		d.expectTunable(act.Inside, func(before, after *Scene) (string, string, bool) {
			tight := false
			s.boxes(after, func(b box) { tight = tight || b.right > 0 || b.bottom > 0 })
			if !tight {
				return "yes", "yes", true
			}
			return "yes", "no", last || len(s.enlarged(after)) == 0
		})
		if d.miss == nil {
			continue
		}
		for _, g := range s.enlarged(d.miss) {
			if err := s.grow(g); err != nil {
				return err
			}
		}
	}
	return nil
}

// box is a part whose size is said, and what others stick out of it by that did not before, pixels.
type box struct {
	node          *ui.Node
	right, bottom float64
}

// boxes calls f for the boxes of the cell as a trial shows them. What scrolls may be larger than its box.
func (s *subject) boxes(after *Scene, f func(box)) {
	now := after.Cells[s.id]
	if now == nil || now.Tree == nil {
		return
	}
	walkNodes(s.cell.Tree, func(n *ui.Node) {
		look, p := s.before.look(s.id, n), s.before.Doc.Cells[s.id].Placement
		root := n == s.cell.Tree
		wide, tall := look.Width != nil || root && p.W > 0, look.Height != nil || root && p.H > 0
		if !wide && !tall || n.Kind == ui.KindScroll {
			return
		}
		m := findNode(now.Tree, n.ID)
		if m == nil || len(m.Children) == 0 {
			return
		}
		wasX, wasY := sticksOut(s.before, s.id, n)
		x, y := sticksOut(after, s.id, m)
		b := box{node: n}
		if wide && x > 1 && x > wasX+1 {
			b.right = x
		}
		if tall && y > 1 && y > wasY+1 {
			b.bottom = y
		}
		f(b)
	})
}

// sticksOut is how far parts of a node reach beyond the room within its padding, to the right and below, pixels.
func sticksOut(s *Scene, id tissue.CellID, n *ui.Node) (right, bottom float64) {
	c := s.Cells[id]
	around, ok := c.Nodes[n.ID]
	if !ok {
		return 0, 0
	}
	look := s.look(id, n)
	unit := (&subject{draft: &draft{before: s}, id: id, cell: c, doc: s.Doc.Cells[id], node: n}).unit() * orOne(look.Scale)
	px, py := padding(n, look, n == c.Tree)
	right, bottom = -around.W, -around.H
	var inside func(n *ui.Node)
	inside = func(n *ui.Node) {
		for _, child := range n.Children {
			b, ok := c.Nodes[child.ID]
			if !ok {
				continue
			}
			right = max(right, b.X+b.W-(around.X+around.W-px*unit))
			bottom = max(bottom, b.Y+b.H-(around.Y+around.H-py*unit))
			if child.Kind != ui.KindScroll {
				inside(child)
			}
		}
	}
	inside(n)
	return right, bottom
}

// larger is a box with the size that it needs: that of a window is in its placement, that of others in their style.
type larger struct {
	node   *ui.Node
	frame  ui.Style // of the cell; only its width and height
	tweaks []tweak
}

// enlarged are the boxes that are larger in the next attempt than they are on the desktop, by what a trial showed.
func (s *subject) enlarged(after *Scene) (out []larger) {
	s.boxes(after, func(b box) {
		if s.meant(b.node) || s.magnified(b.node) {
			return
		}
		g := larger{node: b.node}
		is, was := after.look(s.id, findNode(after.Cells[s.id].Tree, b.node.ID)), s.before.look(s.id, b.node)
		unit := (&subject{draft: s.draft, id: s.id, cell: s.cell, doc: s.doc, node: b.node}).unit() * orOne(was.Scale)
		size := func(is, was *float64, lacks float64) *float64 {
			if is == nil || was == nil {
				return nil
			}
			if v := wholePixels(*is + lacks/unit); v > *was+0.5 {
				return &v
			}
			return nil
		}
		if v := size(is.Width, was.Width, b.right); v != nil {
			g.tweaks = append(g.tweaks, px("Width", *v, ui.Style{Width: v}))
		}
		if v := size(is.Height, was.Height, b.bottom); v != nil {
			g.tweaks = append(g.tweaks, px("Height", *v, ui.Style{Height: v}))
		}
		if b.node == s.cell.Tree {
			p, q, area := after.Doc.Cells[s.id].Placement, s.before.Doc.Cells[s.id].Placement, s.before.Area
			unit = orOne(ptr(p.Scale))
			if v := size(&p.W, &q.W, b.right); v != nil && q.W > 0 && *v*unit <= area.W {
				g.frame.Width = v
			}
			if v := size(&p.H, &q.H, b.bottom); v != nil && q.H > 0 && *v*unit <= area.H {
				g.frame.Height = v
			}
		}
		if len(g.tweaks) > 0 || g.frame.Width != nil || g.frame.Height != nil {
			out = append(out, g)
		}
	})
	return out
}

// meant reports whether an act of the sentence says itself how large a box is.
func (s *subject) meant(n *ui.Node) bool {
	return slices.ContainsFunc(s.acts, func(a act.Act) bool {
		return tissue.CellID(a.Target.Cell) == s.id && a.Intent == act.Resize && (a.Target.Node == n.ID || a.Target.Node == "" && n == s.cell.Tree)
	})
}

// magnified reports whether an act magnifies a part of a grid in a box: it is as much larger then as its column is, and
// would stick out of a larger box too.
func (s *subject) magnified(n *ui.Node) bool {
	return slices.ContainsFunc(s.acts, func(a act.Act) bool {
		part := findNode(n, a.Target.Node)
		if tissue.CellID(a.Target.Cell) != s.id || a.Intent != act.Resize || a.Args.Factor <= 0 || a.Args.Axis != "" || part == nil {
			return false
		}
		for part != nil && part.Kind != ui.KindGrid {
			part = parentOf(s.cell.Tree, part)
		}
		return part != nil
	})
}

// grow makes a box larger. That is no act about it: what moves in it for that has made room.
func (s *subject) grow(g larger) error {
	p := &s.doc.Placement
	now := s.cell.Bounds
	want := Rect{W: now.W, H: now.H}
	if v := g.frame.Width; v != nil {
		p.W, want.W = *v, now.W+(*v-p.W)*orOne(ptr(p.Scale))
	}
	if v := g.frame.Height; v != nil {
		p.H, want.H = *v, now.H+(*v-p.H)*orOne(ptr(p.Scale))
	}
	if want.W > now.W || want.H > now.H {
		s.keepInside(now, want)
	}
	if len(g.tweaks) == 0 {
		return nil
	}
	about := maps.Clone(s.nodes[s.id])
	err := s.apply(g.node, g.tweaks...)
	s.nodes[s.id] = about
	return err
}
