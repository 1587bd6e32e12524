package evolve

import (
	"fmt"
	"slices"
	"strings"

	"cellshell/evolve/act"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// visual are the intents whose effect is nothing but pixels: when none changes, nothing was done.
var visual = []act.Intent{
	act.Recolor, act.Border, act.Opacity, act.TextStyle, act.Shape, act.SetText, act.Style, act.Theme, act.Wallpaper,
}

// seen looks at what the trial draws: what the acts ask for must be there, and elsewhere in their cells nothing else. Layout
// knows what a node says of itself; only the picture knows whether something covers it. It returns a check for each act, and
// what failed in words. same are the acts that would change nothing while the like of them does: where nothing else failed,
// the rest can be done without them.
//
// so says of which acts the expectations were met before too, by their numbers, 0 for all of them: then no pixel has to change.
func (d *draft) seen(after *Scene, still bool, so map[int]bool) (checks []act.Check, failed []string, same []act.Act) {
	if d.before.Paint == nil || after.Paint == nil || after == d.before {
		return nil, nil, nil
	}
	shots := map[tissue.CellID]*shot{}
	count := map[tissue.CellID]int{}
	for _, a := range d.acts {
		count[tissue.CellID(a.Target.Cell)]++
	}
	quiet := map[tissue.CellID]bool{} // cells in which only the named nodes may look different
	var told []int
	for _, a := range d.acts {
		number := d.numberOf(a, told)
		told = append(told, number)
		so := so[0] || so[number]
		if inside := a.Intent == act.Shadow && a.Target.Node != ""; !slices.Contains(visual, a.Intent) && !inside { // a cell's own falls outside its picture
			quiet[tissue.CellID(a.Target.Cell)] = false
			continue
		}
		id := tissue.CellID(a.Target.Cell)
		if id == "" {
			c, ok := d.seenDesk(after, a)
			checks = append(checks, c)
			if !ok && !so {
				failed = append(failed, "the desktop would look the same")
			}
			continue
		}
		s, known := shots[id]
		if !known {
			if s = d.shoot(after, id); s != nil {
				s.several = count[id] > 1
			}
			shots[id] = s
		}
		if s == nil {
			continue
		}
		if _, ok := quiet[id]; !ok {
			quiet[id] = still
		}
		quiet[id] = quiet[id] && a.Target.Node != "" && a.Intent != act.Style && a.Intent != act.SetText
		c, why := s.check(a)
		if !c.OK && so {
			c.After, c.OK, why = "as before", true, ""
		}
		if c.What != "" {
			checks = append(checks, c)
		}
		if why != "" {
			failed = append(failed, why+d.unseenCorners(a))
			if d.alikeSeen(a, after, shots) {
				same = append(same, a)
			}
		}
	}
	for _, id := range d.before.IDs() {
		if s := shots[id]; s != nil && quiet[id] && !d.only {
			if n := s.elsewhere(d.nodes[id], d.reach()); n > 0 {
				checks = append(checks, act.Check{What: "seen elsewhere in " + titleOf(after, id), After: pixels(n)})
				failed = append(failed, "something else in "+titleOf(after, id)+" would look different")
			}
		}
	}
	if len(same) != len(failed) {
		same = nil
	}
	return checks, failed, same
}

// alikeSeen reports whether an act that changes no pixel says the same of its thing as another that does of its own: of
// "make the buttons round" those without a face stay as they are.
func (d *draft) alikeSeen(a act.Act, after *Scene, shots map[tissue.CellID]*shot) bool {
	for _, o := range d.acts {
		if o.Intent != a.Intent || o.Target == a.Target || !o.Args.Same(a.Args) {
			continue
		}
		s := shots[tissue.CellID(o.Target.Cell)]
		if s == nil {
			s = d.shoot(after, tissue.CellID(o.Target.Cell))
		}
		if s == nil {
			continue
		}
		if c, why := s.check(o); why == "" && c.OK {
			return true
		}
	}
	return false
}

// seenDesk compares the wallpaper and some of the cells, of an accent those that show it. One that nothing shows now is no
// fault.
func (d *draft) seenDesk(after *Scene, a act.Act) (act.Check, bool) {
	was, is := portrait(d.before, ""), portrait(after, "")
	n := differing(was, is, nil)
	accent := a.Intent == act.Theme && a.Args.Mode == "" && a.Args.Contrast == ""
	looked := 0
	for _, id := range d.before.IDs() {
		if n > 0 || looked == 3 || a.Intent == act.Wallpaper {
			break
		}
		if accent && (after.Doc.Cells[id] == nil || after.Doc.Cells[id].Accent != "" || !showsAccent(after, id)) {
			continue
		}
		if s := d.shoot(after, id); s != nil {
			n += differing(s.before, s.after, nil)
			looked++
		}
	}
	c := act.Check{What: "seen", After: pixels(n), OK: n > 0 || was == nil || is == nil}
	if !c.OK && accent && looked == 0 {
		c.After, c.OK = "nowhere: nothing here shows the accent now", true
	}
	return c, c.OK
}

// shoot takes the pictures of a cell before and after, nil when it cannot be seen.
func (d *draft) shoot(after *Scene, id tissue.CellID) *shot {
	b, a := d.before.Cells[id], after.Cells[id]
	if b == nil || a == nil || b.Tree == nil || a.Tree == nil || a.Dead != "" || after.Doc.Cells[id] == nil || after.Doc.Cells[id].Hidden {
		return nil
	}
	s := &shot{id: id, was: d.before, is: after, name: titleOf(after, id), before: portrait(d.before, id), after: portrait(after, id)}
	if s.before == nil || s.after == nil {
		return nil
	}
	s.own = ownDoing(b, a)
	return s
}

// ownDoing lists the boxes of the nodes that say something else than before, relative to the cell: a clock goes on.
func ownDoing(b, a *Cell) []Rect {
	said := map[string]string{}
	content := func(n *ui.Node) string {
		c := *n
		c.Children, c.Style, c.Source, c.Via = nil, ui.Style{}, "", nil
		return quoted(c)
	}
	walkNodes(b.Tree, func(n *ui.Node) { said[n.ID] = content(n) })
	var out []Rect
	walkNodes(a.Tree, func(n *ui.Node) {
		if said[n.ID] != content(n) {
			out = append(out, relative(b, n.ID), relative(a, n.ID))
		}
	})
	return out
}

// relative is a node's box counted from its cell's corner, as much of it as its containers show.
func relative(c *Cell, node string) Rect {
	box, ok := c.Nodes[node]
	if !ok {
		return Rect{}
	}
	for up := node; ; {
		i := strings.LastIndexByte(up, '/')
		if i < 0 {
			break
		}
		up = up[:i]
		if around, ok := c.Nodes[up]; ok {
			box = common(box, around)
		}
	}
	box = common(box, c.Bounds)
	box.X, box.Y = box.X-c.Bounds.X, box.Y-c.Bounds.Y
	return box
}

func common(a, b Rect) Rect {
	x, y := max(a.X, b.X), max(a.Y, b.Y)
	return Rect{x, y, max(0, min(a.X+a.W, b.X+b.W)-x), max(0, min(a.Y+a.H, b.Y+b.H)-y)}
}

func pixels(n int) string {
	if n == 0 {
		return "no pixel changed"
	}
	return fmt.Sprintf("%d pixels changed", n)
}

// reach is how far around its nodes a change may be seen, in pixels: shadows and borders lie outside of them.
func (d *draft) reach() float64 {
	for _, a := range d.acts {
		if a.Intent == act.Shadow {
			return 48
		}
	}
	return 12
}
