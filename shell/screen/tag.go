package screen

import (
	"math"
	"slices"

	"cellshell/compositor/text"
	"cellshell/compositor/theme"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
)

// paintHalos rings what is meant and names it. mu is held.
func (s *Screen) paintHalos(b *brush) {
	halos := s.halos()
	if len(halos) == 0 {
		return
	}
	for i := range halos {
		halos[i].rect = b.ring(halos[i].rect)
	}
	bar, shown := s.spread().panel, s.shows()
	for i, h := range halos {
		for k, other := range halos {
			if k != i {
				shown = append(shown, other.rect)
			}
		}
		shown = append(shown, s.paintTag(b, h, bar, shown))
	}
}

// ring paints a ring around a place, and returns its edge.
func (b *brush) ring(r paint.Rect) paint.Rect {
	const radius = 11
	accent := b.th.Accent
	r = b.snap(paint.Rect{X: r.X - 4, Y: r.Y - 4, W: r.W + 8, H: r.H + 8})
	b.add(paint.RoundRect{Rect: paint.Rect{X: r.X - 4, Y: r.Y - 4, W: r.W + 8, H: r.H + 8}, Radius: radius + 4, Border: theme.Alpha(accent, 0.22), Width: 4})
	b.add(paint.RoundRect{Rect: r, Radius: radius, Fill: theme.Alpha(accent, 0.06), Border: accent, Width: 2})
	return r
}

// paintTag paints the name of what is ringed where it covers least, and returns the place. mu is held.
func (s *Screen) paintTag(b *brush, h halo, bar paint.Rect, shown []paint.Rect) paint.Rect {
	tn, ts := lay(h.name, text.Style{Size: 12, Weight: 600, Tabular: true}, 240, 1), lay(h.source, text.Style{Size: 11, Mono: true}, 200, 1)
	w := tn.W + 16
	if h.source != "" {
		w += ts.W + 10
	}
	tag := b.snap(tagRect(h.rect, w, s.w, s.h, bar, shown))
	on := theme.On(b.th.Accent)
	b.add(paint.RoundRect{Rect: tag, Radius: 7, Fill: b.th.Accent, Shadow: paint.Shadow{Color: b.th.Shadow(), DY: 2, Blur: 5}})
	b.block(tn, tag.X+8, tag.Y+(tag.H-tn.H)/2, on)
	if h.source != "" {
		b.block(ts, tag.X+tn.W+18, tag.Y+(tag.H-ts.H)/2, theme.Alpha(on, 0.8))
	}
	return tag
}

// shows are the places of all that has something to see in itself: texts, buttons, pictures, title bars. mu is held.
func (s *Screen) shows() (out []paint.Rect) {
	for i := range s.layout.Cells {
		c := &s.layout.Cells[i]
		if !c.Bar.Empty() {
			out = append(out, c.Bar)
		}
		for _, id := range c.Order {
			n := c.Nodes[id]
			if room := n.Kind != ui.KindShader && slices.Contains(ui.Containers, n.Kind) || n.Kind == ui.KindSpacer; !room && !n.Visible.Empty() {
				out = append(out, n.Visible)
			}
		}
	}
	return out
}

// tagRect is where the name of a ringed thing stands: above the ring, below, beside it or in it, whichever covers least of
// what is shown; on the screen, and not behind the bar unless the thing itself is.
func tagRect(r paint.Rect, w, sw, sh float64, bar paint.Rect, shown []paint.Rect) paint.Rect {
	const h, edge, off = 22.0, 4.0, 8.0
	x, mid := max(min(r.X, sw-w-edge), edge), r.Y+(r.H-h)/2
	best, least := paint.Rect{X: x, Y: max(min(r.Y+off, sh-h-edge), edge), W: w, H: h}, math.Inf(1)
	for _, at := range []paint.Point{{X: x, Y: r.Y - h - off}, {X: x, Y: r.Y + r.H + off}, {X: r.X + r.W + off, Y: mid}, {X: r.X - w - off, Y: mid}, {X: x, Y: r.Y + off}, {X: x, Y: r.Y + r.H - h - off}} {
		tag := paint.Rect{X: at.X, Y: at.Y, W: w, H: h}
		if tag.X < edge || tag.X+w > sw-edge || tag.Y < edge || tag.Y+h > sh-edge || tag.Meets(bar) {
			continue
		}
		covers := 0.0
		for _, o := range shown {
			c := tag.Intersect(o)
			covers += c.W * c.H
		}
		if covers < least {
			best, least = tag, covers
		}
	}
	return best
}
