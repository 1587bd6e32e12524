package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// lane reads "line the clock, the form and the todo up along the top": several things in one row or column at an edge. One
// alone goes to the edge.
func (c *clause) lane(layout *token) bool {
	t := c.one("lane")
	if t == nil || c.hasAny("color", "part") || c.one("dim") != nil && c.extending() == nil || c.verb("arrange", "tile", "stack", "spread", "align", "move", "make") == nil && c.hasVerb() {
		return false
	}
	side := t.value("lane")
	t.used = true
	for _, o := range c.toks {
		if o.is("verb", "move", "align", "stack", "arrange", "spread", "make", "tile") || o.is("desk") || o.is("dir", "up") || o.is("deg") || o == layout {
			o.used = true
		}
	}
	if v := c.extending(); v != nil && len(c.refs) == 1 && !c.refs[0].plural { // "stretch the notes along the top"
		v.used = true
		axis, other := "width", "height"
		if layoutAt(side) == "column" {
			axis, other = other, axis
		}
		c.add(act.Act{Intent: act.Resize, Args: act.Args{Part: "fill", Axis: axis}}, cells)
		c.add(act.Act{Intent: act.Move, Args: act.Args{Anchor: side, Axis: other, On: ptr(false)}}, cells)
		return true
	}
	if len(c.refs) == 1 && !c.refs[0].plural && !c.refs[0].all && c.refs[0].head != "all" {
		c.add(act.Act{Intent: act.Move, Args: act.Args{Anchor: side}}, movable)
		return true
	}
	a := act.Act{Intent: act.Arrange, Args: act.Args{Layout: layoutAt(side), Anchor: side}}
	if layout != nil && layout.is("layout", "row", "column") {
		a.Args.Layout = layout.value("layout")
	}
	if c.verb("spread") != nil {
		a.Args.Layout = map[string]string{"row": "across", "column": "down"}[a.Args.Layout]
	}
	if px := c.pixels(false); px > 0 {
		a.Args.Pixels = px
	}
	c.arrangeThese(a)
	return true
}

// layoutAt is how things stand along a side.
func layoutAt(side string) string {
	if axisAcross[side] == "width" {
		return "column"
	}
	return "row"
}

// alongSide takes where a row, a column or a stack shall stand: "in a column on the left", "in a row at the bottom".
func (c *clause) alongSide(a *act.Act) {
	if l := a.Args.Layout; l != "row" && l != "column" {
		return
	}
	at := c.one("place", "top", "bottom", "left", "right", "center", "top-left", "top-right", "bottom-left", "bottom-right")
	if at == nil {
		for _, d := range c.toks {
			if !d.used && d.is("dir", "left", "right") && c.onSide(d) {
				d.used, a.Args.Anchor = true, d.value("dir")
				return
			}
		}
		return
	}
	at.used, a.Args.Anchor = true, at.value("place")
	for _, o := range c.toks { // "in the bottom left corner"
		if o.is("place", "corner") && strings.Contains(a.Args.Anchor, "-") {
			o.used = true
		}
	}
}

// linedToo reads ", one under the other", said behind what went to a side: it stands there in a row or a column.
func (c *clause) linedToo(v, layout *token) bool {
	if v != nil || layout == nil || c.before == nil || len(c.refs) > 0 || c.hasVerb() || !layout.is("layout", "row", "column") || !c.only("layout") {
		return false
	}
	set := wholes(c.before.targets)
	n := len(c.p.acts) - len(set)
	if len(set) < 2 || n < 0 {
		return false
	}
	a := act.Act{Intent: act.Arrange, Args: act.Args{Layout: layout.value("layout")}}
	for _, moved := range c.p.acts[n:] {
		if moved.Intent != act.Move || moved.Args.Anchor == "" || a.Args.Anchor != "" && moved.Args.Anchor != a.Args.Anchor {
			return false
		}
		a.Args.Anchor = moved.Args.Anchor
	}
	c.p.acts = c.p.acts[:n]
	c.drop("layout")
	c.addTo(a, cells, set...)
	return true
}

// centres reports whether "horizontally" says along which side something goes to the middle; done: it was said of the clause
// before.
func (c *clause) centres(layout *token) bool {
	if c.one("place", "center") != nil {
		return len(c.refs) < 2 && !c.pluralRef()
	}
	if n := len(c.p.acts); c.before != nil && n > 0 && len(c.refs) == 0 {
		if a := &c.p.acts[n-1]; a.Intent == act.Move && a.Args.Anchor == "center" && a.Args.Axis == "" {
			a.Args.Axis = axisAlong[layout.value("layout")]
			if !c.p.finishMove(a) {
				return false
			}
			layout.used = true
			c.ofBefore()
			return true
		}
	}
	return false
}
