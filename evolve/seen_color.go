package evolve

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// inked are the colours that a node is written in and stands on, as its look names them; ground is "" where it has none of its own.
func inked(n *ui.Node, look ui.Style) (ink, ground string) {
	ink, ground = first(look.Color, "text"), look.Background
	if n.Kind == ui.KindButton {
		ground = now("background", look)
		if look.Variant == "primary" && look.Color == "" {
			ink = "on-accent"
		}
		if look.Variant == "plain" && look.Background == "" {
			ground = ""
		}
	}
	return ink, ground
}

// shows reports whether a person would call a thing by a colour, "the blue button": that of its ground, or of its letters where the
// ground is none or plain. A cell is called by its ground alone.
func (s *Scene) shows(t act.Target, color string) (onGround, inLetters bool) {
	id := tissue.CellID(t.Cell)
	n := s.Node(id, t.Node)
	if n == nil || color == "" {
		return false, false
	}
	wanted := family(s.hex(id, t.Node, "background", color))
	ink, ground := s.inkAndGround(t, n)
	return wanted != "" && family(ground) == wanted, wanted != "" && t.Node != "" && dull(ground) && family(ink) == wanted
}

// seenColor is the colour that a person would say a thing has, #rrggbb: see [Scene.shows].
func (s *Scene) seenColor(t act.Target) string {
	n := s.Node(tissue.CellID(t.Cell), t.Node)
	if n == nil {
		return ""
	}
	ink, ground := s.inkAndGround(t, n)
	if ground == "" || t.Node != "" && dull(ground) && !dull(ink) {
		return ink
	}
	return ground
}

// mainColor is the colour that most of what is coloured in a cell has, #rrggbb; "" where all of it is black, white or grey.
func (s *Scene) mainColor(id tissue.CellID) string {
	c := s.Cells[id]
	if c == nil {
		return ""
	}
	count, best := map[string]int{}, ""
	walkNodes(c.Tree, func(n *ui.Node) {
		if n.Kind != ui.KindButton && s.shownText(id, n) == "" {
			return
		}
		hex := s.seenColor(act.Target{Cell: string(id), Node: n.ID})
		if dull(hex) {
			return
		}
		if count[hex]++; best == "" || count[hex] > count[best] {
			best = hex
		}
	})
	return best
}

// inkAndGround are the colours of the letters and of the ground of a thing, #rrggbb[aa], ground "" where it has none.
func (s *Scene) inkAndGround(t act.Target, n *ui.Node) (ink, ground string) {
	id := tissue.CellID(t.Cell)
	ink, ground = inked(n, s.look(id, n))
	if t.Node == "" {
		ground = first(ground, "surface")
	}
	if ground = strings.TrimSuffix(ground, "transparent"); ground != "" {
		ground = s.hex(id, t.Node, "background", ground)
	}
	return s.hex(id, t.Node, "text", ink), ground
}

// ownColor says where the colour comes from that a thing has by itself, "" where the question is not about colours or that is plain.
func (s *Scene) ownColor(t act.Target, d doubt) string {
	id := tissue.CellID(t.Cell)
	n := s.Node(id, t.Node)
	if n == nil || !slices.Contains(d.acts, act.Recolor) {
		return ""
	}
	look := s.look(id, n)
	accent := "the accent, " + hueName(s.hex(id, t.Node, "accent", "accent")) + `; "make the accent green" changes that.`
	switch ink, ground := inked(n, look); {
	case t.Node == "" && showsAccent(s, id):
		return "Some of it has " + accent
	case t.Node == "":
	case n.Kind == ui.KindButton && look.Variant == "primary" && ground == "accent":
		return "It is a main button, and those have " + accent
	case ground == "accent":
		return "Its ground is " + accent
	case ink == "accent":
		return "Its letters have " + accent
	case ink == "muted":
		return "Its letters have the quiet colour of the theme."
	}
	return ""
}

// dull reports whether a colour is none to call a thing by while its letters have one: no colour, a grey, black or white.
func dull(hex string) bool {
	switch family(hex) {
	case "", "black", "white", "grey":
		return true
	}
	return false
}

// family is the colour that a shade #rrggbb[aa] is one of: blue for a very dark blue, black for what is nearly black.
func family(hex string) string {
	name := hueName(hex)
	return name[strings.LastIndex(name, " ")+1:]
}
