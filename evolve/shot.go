package evolve

import (
	"fmt"
	"image"
	"math"
	"slices"

	"cellshell/evolve/act"
	"cellshell/gpu/soft"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// shot is a cell's picture before and after, one pixel for a logical one, each with the cell's corner at its origin.
type shot struct {
	id            tissue.CellID
	name          string
	was, is       *Scene
	before, after *image.RGBA
	own           []Rect // where it looks different by its own doing
	// several: more than one act is about the cell. What differs is then the letters that became thinner too, so a colour is
	// looked for in all that is drawn.
	several bool
}

// most bounds a picture to look at, pixels: of a larger cell the top is looked at.
const most = 640 * 480

var eye soft.Renderer

// portrait draws a cell, or the wallpaper at a quarter of its size. nil when it cannot be drawn.
func portrait(s *Scene, id tissue.CellID) *image.RGBA {
	p := s.Paint(id)
	if p == nil {
		return nil
	}
	area := image.Rect(0, 0, int(s.Viewport.W/4), int(s.Viewport.H/4))
	if id == "" {
		p.Scale = 0.25
	} else {
		b := s.Cells[id].Bounds
		area = bounds(b)
		if n := area.Dx(); n > 0 && area.Dy() > most/n {
			area.Max.Y = area.Min.Y + most/n
		}
	}
	img, err := eye.Crop(p, area)
	if err != nil {
		return nil
	}
	img.Rect = img.Rect.Sub(img.Rect.Min)
	return img
}

// check looks whether an act can be seen, and says why not. No check at all for what cannot be seen anyway: scrolled away.
func (s *shot) check(a act.Act) (act.Check, string) {
	what, box, other := s.name, whole(s.before), whole(s.after)
	if a.Target.Node != "" {
		b, c := s.was.Cells[s.id], s.is.Cells[s.id]
		box, other = relative(b, a.Target.Node), relative(c, a.Target.Node)
		if n := s.was.Node(s.id, a.Target.Node); n != nil {
			what = (&subject{cell: b, name: s.name}).nodeLabel(n)
		}
		if a.Intent == act.Shape || a.Intent == act.Border || a.Intent == act.Shadow { // shadows and borders reach beyond
			box, other = box.Inset(-8), other.Inset(-8)
		}
	}
	if box.W < 1 || box.H < 1 || box.X >= float64(s.before.Rect.Dx()) || box.Y >= float64(s.before.Rect.Dy()) {
		return act.Check{}, ""
	}
	in := around(box, other)
	var mask []Rect
	if a.Target.Node == "" && a.Intent != act.Style {
		mask = s.own
	}
	d := s.diff(in, mask)
	if d.n == 0 && mask != nil {
		d = s.diff(in, nil)
	}
	c := act.Check{What: "seen", After: pixels(d.n), OK: d.n > 0}
	if d.n == 0 && (a.Intent == act.TextStyle && a.Args.Align != "" || a.Intent == act.Recolor && s.hasColor(a, other)) {
		return act.Check{What: "seen", After: "as before", OK: true}, ""
	}
	if d.n == 0 {
		return c, what + " would look the same"
	}
	if a.Intent != act.Recolor {
		return c, ""
	}
	switch g := a.Args; {
	case g.Saturate != 0:
		// more or less of a colour is measured by what the node says it has
	case g.Color != "" && g.Lighten == 0:
		wanted := s.wanted(a)
		if len(wanted) == 0 {
			break
		}
		c.What = "seen " + g.Color
		if !slices.ContainsFunc(wanted, d.nears) && !(s.several && s.hasColor(a, other)) && !faint(s.is, s.id, a.Target.Node) {
			c.After, c.OK = hexOf(d.common), false
			return c, fmt.Sprintf("%s would be seen in %s, not in %s", what, c.After, g.Color)
		}
	case g.Color == "" && g.Lighten != 0:
		if up := d.lightAfter - d.lightBefore; up*g.Lighten <= 0 {
			c.After, c.OK = "no", false
			return c, what + " would not look " + map[bool]string{true: "lighter", false: "darker"}[g.Lighten > 0]
		}
	}
	return c, ""
}

// wanted are the colours that an act would be seen in, the first of them if one is to be told. A whole cell shows what it is
// painted with by its ground or by its letters, and the theme may have the hue in two shades for that.
func (s *shot) wanted(a act.Act) (out [][3]uint8) {
	parts := []string{s.partOf(a)}
	if a.Target.Node == "" && a.Args.Part == "" {
		parts = []string{"background", "text"}
	}
	for _, p := range parts {
		if c, ok := rgb(s.is.hex(s.id, a.Target.Node, p, a.Args.Color)); ok {
			out = append(out, c)
		}
	}
	return out
}

// partOf is the part of its target that an act paints.
func (s *shot) partOf(a act.Act) string {
	if n := s.is.Node(s.id, a.Target.Node); n != nil {
		return part(n, a.Args.Part)
	}
	return first(a.Args.Part, "background")
}

// hasColor reports whether a box shows the colour asked for as it is: a white text may be made white.
func (s *shot) hasColor(a act.Act, box Rect) bool {
	wanted := s.wanted(a)
	if a.Args.Lighten != 0 {
		return false
	}
	near, all := 0, 0
	area := bounds(box).Intersect(s.after.Rect)
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			var c [3]uint8
			copy(c[:], s.after.Pix[s.after.PixOffset(x, y):])
			all++
			if slices.ContainsFunc(wanted, func(want [3]uint8) bool { return unlike(c, want) <= 24 }) {
				near++
			}
		}
	}
	return s.partOf(a) == "text" && near >= 8 || 4*near > all
}

// elsewhere counts the pixels that differ outside the nodes named, so far around them, and what is the cell's own doing.
func (s *shot) elsewhere(named map[string]bool, reach float64) int {
	mask := s.own
	for id := range named {
		b, a := relative(s.was.Cells[s.id], id), relative(s.is.Cells[s.id], id)
		mask = append(mask[:len(mask):len(mask)], around(b, a).Inset(-reach)) // with room for shadows and borders
	}
	if s.before.Rect != s.after.Rect || s.shifted(named) {
		return 0
	}
	return differing(s.before, s.after, mask)
}

// shifted reports whether anything else stands elsewhere by ever so little: letters are drawn on quarters of a pixel.
func (s *shot) shifted(named map[string]bool) bool {
	b, a := s.was.Cells[s.id], s.is.Cells[s.id]
	for node := range b.Nodes {
		if named[node] {
			continue
		}
		was, is := relative(b, node), relative(a, node)
		if math.Abs(was.X-is.X)+math.Abs(was.Y-is.Y)+math.Abs(was.W-is.W)+math.Abs(was.H-is.H) > 0.01 {
			return true
		}
	}
	return false
}

func (s *shot) diff(in Rect, mask []Rect) difference {
	d := difference{seen: map[[3]uint8]int{}, gone: map[[3]uint8]int{}}
	each(s.before, s.after, in, mask, func(was, is [3]uint8) {
		d.n++
		d.gone[was]++
		d.seen[is]++
		d.lightBefore += light(was)
		d.lightAfter += light(is)
	})
	most := 0
	for c, n := range d.seen {
		if n > most || n == most && hexOf(c) < hexOf(d.common) {
			most, d.common = n, c
		}
	}
	return d
}

// faint reports whether a node, or what it is in, is drawn see-through or switched off: then its colours are mixtures.
func faint(s *Scene, id tissue.CellID, node string) bool {
	c := s.Cells[id]
	if dc := s.Doc.Cells[id]; dc != nil && dc.Opacity > 0 && dc.Opacity < 1 {
		return true
	}
	out := false
	walkNodes(c.Tree, func(n *ui.Node) {
		if n.ID == node || len(n.ID) < len(node) && node[:len(n.ID)] == n.ID && node[len(n.ID)] == '/' || node == "" {
			look := s.look(id, n)
			out = out || n.Disabled || look.Opacity != nil && *look.Opacity < 1
		}
	})
	return out
}
