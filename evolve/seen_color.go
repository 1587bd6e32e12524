package evolve

import (
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

// mainColor is the colour that most of what is painted or written in a cell has, #rrggbb; "" where all of it is black, white or grey.
func (s *Scene) mainColor(id tissue.CellID) string {
	count, best := map[string]int{}, ""
	for _, t := range s.painted(id) {
		hex := s.seenColor(t)
		if dull(hex) {
			continue
		}
		if count[hex]++; best == "" || count[hex] > count[best] {
			best = hex
		}
	}
	return best
}

// painted are the buttons of a cell and all that is written in it.
func (s *Scene) painted(id tissue.CellID) (out []act.Target) {
	c := s.Cells[id]
	if c == nil {
		return nil
	}
	walkNodes(c.Tree, func(n *ui.Node) {
		if n.ID != "" && (n.Kind == ui.KindButton || s.shownText(id, n) != "") {
			out = append(out, act.Target{Cell: string(id), Node: n.ID})
		}
	})
	return out
}

// ownGround is the ground that a cell was given or has by its program, as its look names it; "" for that of the theme.
func (s *Scene) ownGround(id tissue.CellID) string {
	root := s.Node(id, "")
	if root == nil {
		return ""
	}
	return strings.TrimPrefix(s.look(id, root).Background, "surface")
}

// inkAndGround are the colours of the letters and of the ground of a thing, #rrggbb[aa], ground "" where it has none.
func (s *Scene) inkAndGround(t act.Target, n *ui.Node) (ink, ground string) {
	id := tissue.CellID(t.Cell)
	ink, ground = inked(n, s.look(id, n))
	if t.Node == "" {
		ground = first(ground, "surface")
	}
	switch ground {
	case "", "transparent":
		return s.hex(id, t.Node, "text", ink), ""
	}
	return s.hex(id, t.Node, "text", ink), s.hex(id, t.Node, "background", ground)
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
