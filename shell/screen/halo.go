package screen

import (
	"strconv"
	"strings"

	"cellshell/compositor"
	"cellshell/compositor/text"
	"cellshell/compositor/theme"
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
		if !ok || r.W <= 0 || r.H <= 0 || len(out) == maxHalos {
			continue
		}
		h := halo{rect: r}
		h.name, _, h.source = s.meaning(target)
		if numbered { // they may stand close together
			h.number, h.source = i+1, ""
		}
		out = append(out, h)
	}
	return out
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
			if n := p.Nodes[id]; !yield(act.Thing{ID: id, Kind: string(n.Kind), Text: n.Text}) {
				return
			}
		}
	})
	if what = string(box.Kind) + " in " + p.Title; strings.HasPrefix(name, p.Title+": ") {
		what = "" // the name says it
	}
	return name, what, box.Node.Source
}

// paintHalos rings what is meant and names it. mu is held.
func (s *Screen) paintHalos(b *brush) {
	for _, h := range s.halos() {
		s.paintHalo(b, h)
	}
}

func (s *Screen) paintHalo(b *brush, h halo) {
	const radius = 11
	r, accent := h.rect, b.th.Accent
	r = b.snap(paint.Rect{X: r.X - 4, Y: r.Y - 4, W: r.W + 8, H: r.H + 8})
	b.add(paint.RoundRect{Rect: paint.Rect{X: r.X - 4, Y: r.Y - 4, W: r.W + 8, H: r.H + 8}, Radius: radius + 4, Border: theme.Alpha(accent, 0.22), Width: 4})
	b.add(paint.RoundRect{Rect: r, Radius: radius, Fill: theme.Alpha(accent, 0.06), Border: accent, Width: 2})
	bold, plain := text.Style{Size: 12, Weight: 600, Tabular: true}, text.Style{Size: 11, Mono: true}
	name := h.name
	if h.number > 0 {
		name = strings.TrimSpace(strconv.Itoa(h.number) + "  " + name)
	}
	tn, ts := b.layout(name, bold, 240, 1), b.layout(h.source, plain, 200, 1)
	w := tn.W + 16
	if h.source != "" {
		w += ts.W + 10
	}
	tag := b.snap(tagRect(r, w, s.w, s.h, s.spread().panel))
	on := theme.On(accent)
	b.add(paint.RoundRect{Rect: tag, Radius: 7, Fill: accent, Shadow: paint.Shadow{Color: b.th.Shadow(), DY: 2, Blur: 5}})
	b.block(tn, tag.X+8, tag.Y+(tag.H-tn.H)/2, on)
	if h.source != "" {
		b.block(ts, tag.X+tn.W+18, tag.Y+(tag.H-ts.H)/2, theme.Alpha(on, 0.8))
	}
}

// tagRect is where the name of a ringed thing stands: above it, or below, or in it where there is no room; on the screen, and
// not behind the bar unless the thing itself is.
func tagRect(r paint.Rect, w, sw, sh float64, bar paint.Rect) paint.Rect {
	const h, edge = 22.0, 4.0
	tag := paint.Rect{X: max(min(r.X, sw-w-edge), edge), W: w, H: h}
	for _, y := range []float64{r.Y - 30, r.Y + r.H + 8, r.Y + 8, r.Y + r.H - h - 8} {
		tag.Y = y
		if y >= edge && y+h <= sh-edge && !tag.Meets(bar) {
			return tag
		}
	}
	tag.Y = max(min(r.Y+8, sh-h-edge), edge)
	return tag
}
