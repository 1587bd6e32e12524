package evolve

import (
	"fmt"
	"slices"
	"strings"

	"cellshell/evolve/act"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// tint is a colour by its name and figure: "purple (#8340ea)".
func (q *asked) tint(id tissue.CellID, node, part, color string) string {
	hex := q.hex(id, node, part, color)
	name := hueName(hex)
	switch {
	case name == "":
		return color
	case isHue(color) && !strings.HasPrefix(color, "#"):
		name = color
	}
	return name + " (" + hex + ")"
}

// colour tells what a thing is painted with.
func (q *asked) colour(t act.Target) string {
	id, n, look := q.thing(t)
	if n == nil {
		return ""
	}
	name, on := q.Called(t), q.Called(t)+" is "
	ink, ground := inked(n, look)
	switch {
	case t.Node == "":
		ground = first(ground, "surface")
		accent := ""
		if showsAccent(q.Scene, id) {
			accent = ", its accent " + q.tint(id, "", "accent", "accent")
		}
		return on + q.tint(id, "", "background", ground) + ", its text " + q.tint(id, "", "text", ink) + accent
	case ground != "" && ground != "transparent":
		return on + q.tint(id, n.ID, "background", ground) + ", its text " + q.tint(id, n.ID, "text", ink)
	}
	return "the writing of " + name + " is " + q.tint(id, n.ID, "text", ink)
}

func (q *asked) padding(t act.Target) string {
	_, n, look := q.thing(t)
	if n == nil {
		return ""
	}
	all := numberOr(look.Padding, 0)
	x, y := numberOr(look.PadX, all), numberOr(look.PadY, all)
	switch name := q.Called(t); {
	case look.Padding == nil && look.PadX == nil && look.PadY == nil:
		return name + " has no padding of its own"
	case x == y:
		return fmt.Sprintf("the padding of %s is %s pixels on every side", name, trim(x))
	default:
		return fmt.Sprintf("the padding of %s is %s pixels at the sides and %s above and below", name, trim(x), trim(y))
	}
}

// gap tells how far apart the things inside are; of a thing with nothing inside, how far it is from its neighbours.
func (q *asked) gap(t act.Target) string {
	id, n, _ := q.thing(t)
	if n == nil {
		return ""
	}
	around := n
	if len(n.Children) == 0 {
		around = parentOf(q.Cells[id].Tree, n)
	}
	if around == nil {
		return ""
	}
	within := "the things in " + q.Called(t)
	if around != n {
		within = q.Called(t) + " and its neighbours"
	}
	if gap := numberOr(q.look(id, around).Gap, 0); gap > 0 {
		return fmt.Sprintf("there are %s pixels between %s", trim(gap), within)
	}
	return "there is no gap between " + within
}

// font tells size, weight and kind of the letters: of one text, or of each that stands in a cell.
func (q *asked) font(t act.Target) string {
	id, n, look := q.thing(t)
	if n == nil {
		return ""
	}
	if t.Node != "" && len(n.Children) == 0 {
		return "the letters of " + q.Called(t) + " are " + letters(n, look)
	}
	var parts []string
	walkNodes(n, func(m *ui.Node) {
		if len(parts) < 4 && strings.TrimSpace(q.shownText(id, m)) != "" && len(m.Children) == 0 {
			parts = append(parts, q.Called(act.Target{Cell: t.Cell, Node: m.ID})+" "+letters(m, q.look(id, m)))
		}
	})
	if len(parts) == 0 {
		return q.Called(t) + " shows no text"
	}
	return "in " + q.Called(t) + ": " + strings.Join(parts, "; ")
}

func letters(n *ui.Node, look ui.Style) string {
	weight := numberOr(look.Weight, 0)
	if weight == 0 {
		weight = 400
		if n.Kind == ui.KindButton {
			weight = 500
		}
	}
	word := "bold"
	switch {
	case weight < 500:
		word = "regular"
	case weight < 600:
		word = "medium"
	case weight < 700:
		word = "semibold"
	}
	out := fmt.Sprintf("%s pixels, %s", trim(defaultSize(n, look)), word)
	if look.Font == "mono" {
		out += ", monospaced"
	}
	if look.Italic != nil && *look.Italic {
		out += ", italic"
	}
	return out
}

func (q *asked) radius(t act.Target) string {
	_, n, look := q.thing(t)
	switch name := q.Called(t); {
	case n == nil:
		return ""
	case look.Radius == nil:
		return "the corners of " + name + " are as the theme has them"
	case *look.Radius == 0:
		return "the corners of " + name + " are square"
	default:
		return fmt.Sprintf("the corners of %s are round by %s pixels", name, trim(*look.Radius))
	}
}

func (q *asked) border(t act.Target) string {
	id, n, look := q.thing(t)
	switch name := q.Called(t); {
	case n == nil:
		return ""
	case look.Border == "" || look.BorderWidth != nil && *look.BorderWidth == 0:
		return name + " has no border of its own"
	default:
		return fmt.Sprintf("the border of %s is %s pixels wide and %s", name, trim(borderWidth(look, 1)), q.tint(id, n.ID, "border", look.Border))
	}
}

func (q *asked) shadow(t act.Target) string {
	id, n, look := q.thing(t)
	if n == nil {
		return ""
	}
	s := &subject{cell: q.Cells[id], doc: q.Doc.Cells[id]}
	if high := numberOr(look.Shadow, s.height(n)); high > 0 {
		return fmt.Sprintf("yes, %s casts a shadow, as from %s of 3 steps above the ground", q.Called(t), trim(high))
	}
	return "no, " + q.Called(t) + " casts no shadow"
}

func (q *asked) opacity(t act.Target) string {
	id, n, look := q.thing(t)
	solid := numberOr(look.Opacity, 0)
	if t.Node == "" && q.Doc.Cells[id] != nil {
		solid = q.Doc.Cells[id].Opacity
	}
	switch name := q.Called(t); {
	case n == nil && t.Node != "":
		return ""
	case solid == 0 || solid == 1:
		return name + " is solid: nothing shows through"
	default:
		return fmt.Sprintf("%s is %.0f %% solid, so %.0f %% see-through", name, 100*solid, 100-100*solid)
	}
}

// text tells what stands on a thing.
func (q *asked) text(t act.Target) string {
	id, n, _ := q.thing(t)
	var parts []string
	walkNodes(n, func(m *ui.Node) {
		if s := strings.TrimSpace(q.shownText(id, m)); s != "" && len(parts) < 6 {
			line, _, _ := strings.Cut(s, "\n")
			parts = append(parts, "“"+line+"”")
		}
	})
	if len(parts) == 0 {
		return q.Called(t) + " shows no text"
	}
	return q.Called(t) + " says " + act.InRow(parts)
}

func (q *asked) named(t act.Target) string {
	if t.Node != "" {
		return "that is " + q.Called(t) + ", in " + titleOf(q.Scene, tissue.CellID(t.Cell))
	}
	return "it is called " + q.Called(t) + " (on the command line " + t.Cell + ")"
}

func (q *asked) styles(t act.Target) string {
	c := q.Cells[tissue.CellID(t.Cell)]
	var names []string
	for _, st := range c.Manifest.Styles {
		if say := st.said(); !slices.Contains(names, say) {
			names = append(names, say)
		}
	}
	if len(names) == 0 {
		return titleOf(q.Scene, c.ID) + " has one look; its colours, size and letters can be changed"
	}
	return titleOf(q.Scene, c.ID) + " can be " + act.InRow(names)
}
