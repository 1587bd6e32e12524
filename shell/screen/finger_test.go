package screen

import (
	"slices"
	"strings"
	"testing"

	"cellshell/compositor"
	"cellshell/gpu/paint"
	"cellshell/shell/attach"
)

// A finger that stays opens the bar about what it is on, which keeps being meant; what it held down is let go.
func TestAFingerThatStaysAsks(t *testing.T) {
	s := living(t)
	placed, _ := s.layout.Cell("counter")
	i := slices.IndexFunc(placed.Order, func(id string) bool { return strings.HasSuffix(id, "/plus") })
	plus := placed.Nodes[placed.Order[i]]
	x, y := plus.Bounds.X+plus.Bounds.W/2, plus.Bounds.Y+plus.Bounds.H/2
	s.Handle(attach.Event{Kind: attach.Move, X: x, Y: y}, attach.Event{Kind: attach.Down, X: x, Y: y, Button: attach.Left, Clicks: 1})
	if !s.Ask(x, y) {
		t.Error("the bar was open before")
	}
	if !s.bar.open || !s.bar.pinned || s.touch.halo.Cell != "counter" || !strings.HasSuffix(s.touch.halo.Node, "/plus") || s.down {
		t.Errorf("open %v, about %v, pinned %v, held down %v", s.bar.open, s.touch.halo, s.bar.pinned, s.down)
	}
	if !slices.ContainsFunc(s.out.kept, func(e attach.Event) bool { return e.Kind == attach.Cancel }) {
		t.Error("nobody was told that the press is not meant")
	}
	s.Handle(attach.Event{Kind: attach.Leave})
	if !strings.HasSuffix(s.touch.halo.Node, "/plus") {
		t.Errorf("when the finger has gone, this is %v", s.touch.halo)
	}
	if s.Ask(x, y) {
		t.Error("the bar was not open before")
	}
	if s.Unask(); s.bar.open {
		t.Error("the bar stays although nobody has asked")
	}
	sent := len(s.out.kept)
	s.Handle(attach.Event{Kind: attach.Down, X: x, Y: y, Button: attach.Left, Clicks: 1}, attach.Event{Kind: attach.Up, X: x, Y: y, Button: attach.Left})
	if len(s.out.kept) != sent+2 {
		t.Error("the press that was meant does not reach the cell")
	}
}

// The button for fingers is there once there are fingers, opens and closes the bar, and is never under it.
func TestTheButtonForFingers(t *testing.T) {
	for _, size := range []paint.Point{{X: 320, Y: 240}, {X: 412, Y: 870}, {X: 760, Y: 460}, {X: 1280, Y: 800}} {
		s := living(t)
		s.w, s.h = size.X, size.Y
		tap := func() {
			r := s.fingerRect()
			at := attach.Event{Kind: attach.Down, X: r.X + r.W/2, Y: r.Y + r.H/2, Button: attach.Left, Clicks: 1}
			up := at
			up.Kind = attach.Up
			s.Handle(at, up)
		}
		if tap(); s.bar.open {
			t.Fatalf("%v: the button is there without fingers", size)
		}
		s.Fingers()
		sent := len(s.out.kept)
		if tap(); !s.bar.open {
			t.Fatalf("%v: the button does not open the bar", size)
		}
		for _, low := range []bool{false, true} {
			s.bar.low = low
			if r := s.fingerRect(); r.Meets(s.spread().panel) || r.Y < 0 || r.Y+r.H > size.Y {
				t.Errorf("%v: the button stands at %v, the bar at %v", size, r, s.spread().panel)
			}
		}
		if tap(); s.bar.open || len(s.out.kept) != sent {
			t.Errorf("%v: the button does not close the bar, or a cell has heard of it", size)
		}
	}
	s := living(t)
	s.Fingers()
	b := &brush{th: compositor.Theme(s.doc), scale: 1}
	s.paintFinger(b)
	if len(b.ops) == 0 {
		t.Error("the button is not seen")
	}
}
