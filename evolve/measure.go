package evolve

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strings"

	"cellshell/evolve/act"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// measured is what a trial turned out to be.
type measured struct {
	checks   []act.Check
	moved    int
	reflowed []string
}

// measure compares the trial with the expectations. The error is a *missed when one is not met.
func (d *draft) measure(after *Scene) (measured, error) {
	m := measured{checks: []act.Check{}, reflowed: []string{}}
	var failed []string
	var same []act.Act
	so := map[int]bool{0: true} // by the number of the act, 0: all of them
	for _, e := range d.expected {
		was, is, ok := e.check(d.before, after)
		so[0] = so[0] && was == is
		if met, known := so[e.of]; e.of > 0 {
			so[e.of] = (met || !known) && was == is
		}
		m.checks = append(m.checks, act.Check{What: e.what, Before: was, After: is, OK: ok, Act: e.of})
		if !ok {
			failed = append(failed, failure(e.what, was, is))
		}
	}
	for _, id := range d.changed() {
		if why := blank(d.before, after, id); why != "" {
			m.checks = append(m.checks, act.Check{What: "shows something", Before: "yes", After: why})
			failed = append(failed, titleOf(after, id)+" would show nothing: "+why)
		}
	}
	var movers []string
	for _, id := range d.before.IDs() {
		b, a := d.before.Cells[id], after.Cells[id]
		switch {
		case d.named[id]:
			m.reflowed = append(m.reflowed, d.reflowed(id, b, a)...)
		case a == nil:
			movers = append(movers, titleOf(d.before, id)+" is gone")
		case shifted(b.Bounds, a.Bounds) && !d.ownDoing(after, id):
			movers = append(movers, fmt.Sprintf("%s: %s %s → %s %s", titleOf(d.before, id), pointText(b.Bounds), sizeText(b.Bounds), pointText(a.Bounds), sizeText(a.Bounds)))
		}
	}
	m.moved = len(movers)
	m.checks = append(m.checks, act.Check{What: "other cells moved", Before: "0", After: fmt.Sprint(m.moved), OK: m.moved == 0})
	if m.moved > 0 {
		failed = append(failed, "other cells would have moved ("+strings.Join(movers, "; ")+")")
	}
	if len(failed) == 0 {
		var checks []act.Check
		checks, failed, same = d.seen(after, len(m.reflowed) == 0, so)
		m.checks = append(m.checks, checks...)
	}
	if len(failed) > 0 {
		return m, &missed{checks: m.checks, after: after, text: strings.Join(failed, "; "), same: same}
	}
	return m, nil
}

// ownDoing reports that a cell looks different because it sent another picture meanwhile, as a clock does: its
// placement and the room around it are what they were.
func (d *draft) ownDoing(after *Scene, id tissue.CellID) bool {
	b, a := d.before.Cells[id], after.Cells[id]
	if b.Tree == a.Tree || b.Tree == nil || a.Tree == nil || d.before.Area != after.Area {
		return false
	}
	was, is := d.before.Doc.Cells[id], after.Doc.Cells[id]
	if was == nil || is == nil || was.Placement != is.Placement {
		return false
	}
	return !bytes.Equal(picture(b.Tree), picture(a.Tree))
}

// still are the cells that acts move and that are where they were; none when no other moved.
func (d *draft) still(after *Scene) []string {
	var out []string
	moved := false
	for _, a := range d.acts {
		id := tissue.CellID(a.Target.Cell)
		b, c := d.before.Cells[id], after.Cells[id]
		if a.Intent != act.Move || a.Target.Node != "" || b == nil || c == nil {
			continue
		}
		if shifted(b.Bounds, c.Bounds) {
			moved = true
		} else {
			out = append(out, a.Target.Cell)
		}
	}
	if !moved {
		return nil
	}
	return out
}

func failure(what, was, is string) string {
	switch {
	case is == "":
		return what + " did not come out as asked"
	case was == is:
		return what + " would stay " + is
	}
	if what == "place" {
		return "that would put it at " + is + ", which is not what you asked for"
	}
	return what + " would be " + is
}

// tunable reports whether another attempt may do better: everything that failed was geometry.
func (d *draft) tunable(m *missed) bool {
	for i, c := range m.checks {
		if !c.OK && (i >= len(d.expected) || !d.expected[i].tunable) {
			return false
		}
	}
	return true
}

func shifted(a, b Rect) bool {
	return math.Abs(a.X-b.X) > 0.5 || math.Abs(a.Y-b.Y) > 0.5 || math.Abs(a.W-b.W) > 0.5 || math.Abs(a.H-b.H) > 0.5
}

// reflowed lists the nodes of a cell that moved although no act is about them, what they are in, or what is in them. A
// cell that moves or grows as a whole takes its nodes along; that is not counted.
func (d *draft) reflowed(id tissue.CellID, before, after *Cell) []string {
	if after == nil || len(d.nodes[id]) == 0 {
		return nil
	}
	var out []string
	for node, b := range before.Nodes {
		if d.touches(id, node) {
			continue
		}
		a, ok := after.Nodes[node]
		if !ok {
			continue
		}
		b.X, b.Y = b.X-before.Bounds.X, b.Y-before.Bounds.Y
		a.X, a.Y = a.X-after.Bounds.X, a.Y-after.Bounds.Y
		if shifted(b, a) {
			out = append(out, string(id)+"/"+node)
		}
	}
	slices.Sort(out)
	return out
}

// touches reports whether the node is one the acts are about, inside one, or around one.
func (d *draft) touches(id tissue.CellID, node string) bool {
	for named := range d.nodes[id] {
		if isPartOf(node, named) || isPartOf(named, node) {
			return true
		}
	}
	return false
}

// blank says why a cell with a new program shows nothing, "" when it shows something. One that showed nothing before may
// go on so.
func blank(before, after *Scene, id tissue.CellID) string {
	dc := after.Doc.Cells[id]
	if dc == nil || dc.Kind == tissue.KindService || dc.Hidden {
		return ""
	}
	c := after.Cells[id]
	switch {
	case c == nil:
		return "it is not there"
	case c.Dead != "":
		return c.Dead
	case c.Tree == nil:
		return "it sent no picture"
	}
	if visible(c) {
		return ""
	}
	if b := before.Cells[id]; b != nil && b.Tree != nil && !visible(b) {
		return ""
	}
	return "its picture is empty"
}

// visible reports whether a cell draws anything a person can see.
func visible(c *Cell) bool {
	seen := false
	walkNodes(c.Tree, func(n *ui.Node) {
		if seen {
			return
		}
		if box, ok := c.Nodes[n.ID]; ok && box.Empty() {
			return
		}
		switch n.Kind {
		case ui.KindText:
			seen = strings.TrimSpace(n.Text) != ""
		case ui.KindButton:
			seen = n.Text != "" || n.Icon != "" || n.Style.Background != ""
		case ui.KindCanvas:
			seen = len(n.Paint) > 0
		case ui.KindRow, ui.KindColumn, ui.KindStack, ui.KindGrid, ui.KindScroll, ui.KindList, ui.KindSpacer:
			seen = n.Style.Background != "" && n.Style.Background != "transparent"
		default:
			seen = true
		}
	})
	return seen
}
