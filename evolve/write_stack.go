package evolve

import (
	"fmt"

	"cellshell/evolve/act"
)

// raise brings a cell before the others of its layer, or behind them.
func (d *draft) raise(a act.Act) error {
	s, err := d.about(act.Target{Cell: a.Target.Cell})
	if err != nil {
		return err
	}
	front := a.Args.Part != "back"
	lo, hi := 0, 0
	for id, c := range d.doc.Cells {
		if id != s.id && c.Kind == s.doc.Kind {
			lo, hi = min(lo, c.Placement.Z), max(hi, c.Placement.Z)
		}
	}
	s.doc.Placement.Z = lo - 1
	if front {
		s.doc.Placement.Z = hi + 1
	}
	id, kind := s.id, s.doc.Kind
	s.expect("depth", func(before, after *Scene) (string, string, bool) {
		rank := func(sc *Scene) (int, int) {
			me, under, all := sc.Cells[id], 0, 0
			for other, c := range sc.Cells {
				if dc := sc.Doc.Cells[other]; dc != nil && dc.Kind == kind && me != nil {
					if all++; c.Z < me.Z {
						under++
					}
				}
			}
			return under + 1, all
		}
		was, n := rank(before)
		is, m := rank(after)
		along := d.raisedAlong(a) // they come before or behind the others, whichever of them is the first
		return fmt.Sprintf("%d of %d", was, n), fmt.Sprintf("%d of %d", is, m), front && is >= m-along || !front && is <= 1+along
	})
	return nil
}

// swap exchanges the places of two cells, or of two nodes of one.
func (d *draft) swap(a act.Act) error {
	if a.Target.Node != "" && a.Args.LikeNode != "" {
		s, err := d.about(a.Target)
		if err != nil {
			return err
		}
		return s.swapNodes(a.Args)
	}
	s, err := d.about(act.Target{Cell: a.Target.Cell})
	if err != nil {
		return err
	}
	o, err := d.about(act.Target{Cell: a.Args.LikeCell})
	if err != nil {
		return err
	}
	if s.id == o.id {
		return fmt.Errorf("%s cannot change places with itself", s.name)
	}
	sp, op := &s.doc.Placement, &o.doc.Placement
	sp.Anchor, op.Anchor = op.Anchor, sp.Anchor
	sp.X, op.X = op.X, sp.X
	sp.Y, op.Y = op.Y, sp.Y
	for _, pair := range [][2]*subject{{s, o}, {o, s}} {
		mine, other := pair[0], pair[1]
		anchor := first(mine.doc.Placement.Anchor, "top-left")
		x, y := side(anchor)
		// the corner that the anchor names stands where the other's stood
		want := Rect{W: mine.cell.Bounds.W, H: mine.cell.Bounds.H}
		want.X = at(other.cell.Bounds.X, other.cell.Bounds.W, want.W, 0, x)
		want.Y = at(other.cell.Bounds.Y, other.cell.Bounds.H, want.H, 0, y)
		if in := within(d.before.Area, want); in != want { // it is larger than the other, which stood near an edge
			want = in
			mine.doc.Placement = placed(mine.doc.Placement, d.before.Area, mine.doc.Placement.Anchor, want)
		}
		d.expectPlace(mine.id, want)
	}
	return nil
}

// raisedAlong is how many other cells acts bring to the same end as one does.
func (d *draft) raisedAlong(a act.Act) int {
	n := 0
	for _, o := range d.acts {
		if o.Intent == act.Raise && o.Target.Cell != a.Target.Cell && (o.Args.Part == "back") == (a.Args.Part == "back") {
			n++
		}
	}
	return n
}
