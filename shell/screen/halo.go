package screen

import (
	"strconv"
	"strings"

	"cellshell/compositor"
	"cellshell/evolve/act"
	"cellshell/gpu/paint"
	"cellshell/shell/control"
	"cellshell/tissue"
)

// maxHalos is how many things are ringed at once; of more, none is told apart.
const maxHalos = 8

// halo is a ring around something that a sentence means.
type halo struct {
	rect         paint.Rect
	name, source string
	number       int // of the choice that means it, from 1; 0: it is meant as it is
}

// halos are the rings to draw: around what the choices mean, else what the sentence names, else what is pointed at. mu is held.
func (s *Screen) halos() []halo {
	b := &s.bar
	var targets []control.HearTarget
	numbered := false
	switch {
	case b.question != "" && len(b.options) == len(b.choices):
		targets, numbered = b.options, true
	case b.field != nil && b.field.Text != "" && !b.seeking && len(b.heard.Targets) > 0:
		targets, numbered = b.heard.Targets, b.heard.Route == control.RouteAsk
	default:
		targets = []control.HearTarget{{Cell: string(s.touch.halo.Cell), Node: s.touch.halo.Node}}
	}
	var out []halo
	for i, t := range targets {
		target := compositor.Target{Cell: tissue.CellID(t.Cell), Node: t.Node}
		r, ok := s.rectOf(target)
		if !ok || r.Empty() || len(out) == maxHalos || s.covered(target.Cell, r) {
			continue
		}
		h := halo{rect: r}
		if h.name, _, h.source = s.meaning(target); numbered { // the choice has the name, and they may stand close together
			h.number, h.name, h.source = i+1, strconv.Itoa(i+1), ""
		}
		out = append(out, h)
	}
	return out
}

// covered says whether other cells stand in front of a place of a cell, so that a ring there would be around something else.
// mu is held.
func (s *Screen) covered(id tissue.CellID, r paint.Rect) bool {
	const in = 2
	for _, p := range []paint.Point{{X: r.X + r.W/2, Y: r.Y + r.H/2}, {X: r.X + in, Y: r.Y + in}, {X: r.X + r.W - in, Y: r.Y + in}, {X: r.X + in, Y: r.Y + r.H - in}, {X: r.X + r.W - in, Y: r.Y + r.H - in}} {
		if at := s.layout.Hit(p.X, p.Y).Cell; at == id || at == "" {
			return false
		}
	}
	return true
}

// haloRects are where the rings are. mu is held.
func (s *Screen) haloRects() (out []paint.Rect) {
	for _, h := range s.halos() {
		if h.rect.H < s.h/2 {
			out = append(out, h.rect)
		}
	}
	return out
}

// rectOf is where a target is seen. mu is held.
func (s *Screen) rectOf(t compositor.Target) (paint.Rect, bool) {
	if s.layout == nil || t.Cell == "" {
		return paint.Rect{}, false
	}
	if _, r, ok := s.motion.Seen(s.layout, t); ok {
		return r, true
	}
	r, _, ok := s.motion.Seen(s.layout, compositor.Target{Cell: t.Cell})
	return r, ok
}

// meaning is a target in words: a name, what it is, and the line of source that made it. mu is held.
func (s *Screen) meaning(t compositor.Target) (name, what, source string) {
	if s.layout == nil {
		return "", "", ""
	}
	p, ok := s.layout.Cell(t.Cell)
	if !ok {
		return "", "", ""
	}
	box, ok := s.layout.Node(t.Cell, t.Node)
	if !ok || box.Node == nil {
		return p.Title, string(p.Kind), ""
	}
	name = act.Called(p.Title, t.Node, func(yield func(act.Thing) bool) {
		for _, id := range p.Order {
			n := p.Nodes[id]
			thing := act.Thing{ID: id, Kind: string(n.Kind), Text: n.Text}
			if n.Node != nil {
				thing.Icon = n.Node.Icon
			}
			if !yield(thing) {
				return
			}
		}
	})
	if what = string(box.Kind) + " in " + p.Title; strings.HasPrefix(name, p.Title+": ") {
		what = "" // the name says it
	}
	return name, what, box.Node.Source
}
