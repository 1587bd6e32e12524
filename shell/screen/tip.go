package screen

import (
	"time"

	"cellshell/compositor"
	"cellshell/compositor/text"
	"cellshell/gpu/paint"
)

// tip is the word of explanation that a node has for a pointer that rests on it.
type tip struct {
	of   compositor.Target
	text string
	due  time.Time // when it is shown; zero: never, as the hands have done something there
	x, y float64   // where the pointer rests
}

// tipDelay is how long the pointer rests before it gets its word.
const tipDelay = 600 * time.Millisecond

// rest notes what the pointer is on. mu is held.
func (s *Screen) rest(at compositor.Target) {
	said := ""
	for node := at.Node; node != "" && said == ""; node = around(node) {
		if box, ok := s.layout.Node(at.Cell, node); ok && box.Tooltip != "" {
			said, at.Node = box.Tooltip, node
		}
	}
	is := compositor.Target{Cell: at.Cell, Node: at.Node}
	switch {
	case said == "":
		s.stale = s.stale || s.tipped(time.Now())
		s.tip = tip{}
	case s.tip.of != is || s.tip.text != said:
		s.stale = s.stale || s.tipped(time.Now())
		s.tip = tip{of: is, text: said, due: time.Now().Add(tipDelay), x: s.x, y: s.y}
		s.later(tipDelay + time.Millisecond)
	case !s.tipped(time.Now()):
		s.tip.x, s.tip.y = s.x, s.y
	}
}

// hush takes the word away until the pointer comes to something else. mu is held.
func (s *Screen) hush() {
	s.stale = s.stale || s.tipped(time.Now())
	s.tip.due = time.Time{}
}

// tipped tells whether there is a word on the screen. mu is held.
func (s *Screen) tipped(now time.Time) bool {
	return s.tip.text != "" && !s.tip.due.IsZero() && !now.Before(s.tip.due)
}

// around is the id of the node around a node, "" for the root's.
func around(node string) string {
	for i := len(node) - 1; i >= 0; i-- {
		if node[i] == '/' {
			return node[:i]
		}
	}
	return ""
}

// paintTip paints the word below the pointer, or above it where there is no room. mu is held.
func (s *Screen) paintTip(b *brush, now time.Time) {
	if !s.tipped(now) || s.down {
		return
	}
	t := lay(s.tip.text, text.Style{Size: 12, Weight: 500}, min(280, s.w-40), 4)
	r := paint.Rect{X: s.tip.x + 10, Y: s.tip.y + 20, W: t.W + 18, H: t.H + 12}
	if r.Y+r.H > s.h-6 {
		r.Y = s.tip.y - r.H - 10
	}
	r.X = max(min(r.X, s.w-r.W-6), 6)
	r = b.snap(r)
	b.add(paint.RoundRect{
		Rect: r, Radius: 8, Fill: b.color("surface", 1), Border: b.color("outline", 1), Width: max(b.px(1), 1/b.scale),
		Shadow: paint.Shadow{Color: b.th.Shadow(), DY: 3, Blur: 8},
	})
	b.block(t, r.X+9, r.Y+6, b.color("text", 1))
}
