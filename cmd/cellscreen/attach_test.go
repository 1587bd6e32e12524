package main_test

import (
	"sync/atomic"
	"testing"
	"time"

	"cellshell/gpu/paint"
	"cellshell/internal/testenv"
	"cellshell/shell/attach"
	"cellshell/shell/screen"
)

// glass is a screen without a window: it takes pictures as a window does, and throws them away.
type glass struct {
	testenv.Hands
	pictures atomic.Int64
	newest   atomic.Pointer[paint.Scene]
}

// newGlass attaches a screen of a size to a desktop. One that is blind never takes a picture.
func newGlass(t *testing.T, d *testenv.Desk, w, h float64, blind bool) *glass {
	t.Helper()
	g := &glass{}
	g.Hands.Screen = d.Screen(t, w, h, func(s *screen.Screen) bool {
		if blind {
			return false
		}
		scene, moves := s.Picture()
		if scene == nil {
			return false
		}
		g.newest.Store(scene)
		g.pictures.Add(1)
		s.Shown()
		return moves
	})
	testenv.Eventually(t, 5*time.Second, "the screen is attached", func() bool {
		for _, s := range d.Screens() {
			if s.W == w && s.H == h && (blind || s.Shown > 0) {
				return true
			}
		}
		return false
	})
	return g
}

func TestHandsReachTheCells(t *testing.T) {
	d := testenv.Start(t)
	g := newGlass(t, d, 1000, 700, false)
	if p := d.Inspect("panel").Bounds; p.W != 1000 {
		t.Errorf("the panel is %g wide on a screen of 1000", p.W)
	}
	x, y := middle(node(d, "counter", "plus"))
	g.Click(x, y, 3)
	testenv.Eventually(t, 5*time.Second, "three clicks count to 3", func() bool { return node(d, "counter", "count").Text == "3" })
	g.Handle(attach.Event{Kind: attach.Down, X: x, Y: y, Button: attach.Left}, attach.Event{Kind: attach.Move, X: 900, Y: 600},
		attach.Event{Kind: attach.Up, X: 900, Y: 600, Button: attach.Left})
	g.Keys("enter")
	testenv.Eventually(t, 5*time.Second, "a press that is let go elsewhere is none, Enter on the focused button is one", func() bool {
		return node(d, "counter", "count").Text == "4"
	})

	note := area(d)
	g.Click(note.Bounds.X+40, note.Bounds.Y+20, 1)
	g.Handle(attach.Event{Kind: attach.Paste, Text: "one two\nthree"})
	testenv.Eventually(t, 5*time.Second, "a paste is typed", func() bool { return area(d).Text == "one two\nthree" })
	g.Click(note.Bounds.X+55, note.Bounds.Y+20, 2)
	testenv.Eventually(t, 5*time.Second, "two clicks select a word", func() bool { n := area(d); return *n.Anchor == 4 && *n.Cursor == 7 })
	g.Click(note.Bounds.X+55, note.Bounds.Y+20, 3)
	testenv.Eventually(t, 5*time.Second, "three the line", func() bool { n := area(d); return *n.Anchor == 0 && *n.Cursor == 7 })
	g.Keys("x", "y")
	testenv.Eventually(t, 5*time.Second, "typing replaces the selection", func() bool { return area(d).Text == "xy\nthree" })

	other := newGlass(t, d, 800, 600, false)
	if p := d.Inspect("panel").Bounds; p.W != 1000 {
		t.Errorf("a second screen changed the layout of the first: %g", p.W)
	}
	before := other.pictures.Load()
	g.Keys("z")
	testenv.Eventually(t, 5*time.Second, "what is typed at one screen is drawn on the other", func() bool { return other.pictures.Load() > before })

	time.Sleep(100 * time.Millisecond) // what was typed in the last 15 ms is not on the disk yet
	d.KillBody()
	testenv.Eventually(t, 10*time.Second, "both screens are attached to the next body", func() bool {
		var all []attach.Screen
		return d.Try(attach.MethodScreens, nil, &all) == nil && len(all) == 2 && all[0].Shown > 0 && all[1].Shown > 0
	})
	g.Keys("!")
	testenv.Eventually(t, 5*time.Second, "the keyboard is where it was", func() bool { return area(d).Text == "xyz!\nthree" })
}

func TestTheBar(t *testing.T) {
	d := testenv.Start(t)
	g := newGlass(t, d, 1280, 800, false)
	plus := node(d, "counter", "plus")
	x, y := middle(plus)
	g.Handle(attach.Event{Kind: attach.Move, X: x, Y: y})
	g.Keys("ctrl+space")
	for _, r := range "make this button bigger" {
		g.Handle(attach.Event{Kind: attach.Key, Chord: string(r), Text: string(r)})
	}
	g.Keys("enter")
	testenv.Eventually(t, 10*time.Second, "the button that was pointed at grows", func() bool {
		return node(d, "counter", "plus").Bounds.W > plus.Bounds.W*1.4
	})
	testenv.Eventually(t, 10*time.Second, "Ctrl+Z takes it back", func() bool {
		g.Keys("ctrl+z")
		time.Sleep(50 * time.Millisecond)
		return node(d, "counter", "plus").Bounds == plus.Bounds
	})
}

func TestABlindScreenDelaysNobody(t *testing.T) {
	d := testenv.Start(t)
	newGlass(t, d, 1280, 800, true)
	r := d.Must("counter/plus", "make this button bigger")
	flagged := false
	for _, c := range r.Checks {
		flagged = flagged || c.What == "shown"
	}
	if !flagged {
		t.Errorf("nobody saw the change, and the receipt does not say so: %+v", r.Checks)
	}
	began := time.Now()
	d.Must("counter/plus", "make this button red")
	if took := time.Since(began); took > 3*time.Second {
		t.Errorf("a second change beside a screen that shows nothing took %v", took)
	}
	newGlass(t, d, 1281, 800, false)
	for _, c := range d.Must("counter/plus", "make this button green").Checks {
		if c.What == "shown" {
			t.Errorf("another screen showed it, and the receipt says %q", c.After)
		}
	}
}
