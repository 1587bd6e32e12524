package main_test

import (
	"strings"
	"syscall"
	"testing"
	"time"

	"cellshell/evolve/act"
	"cellshell/internal/testenv"
	"cellshell/shell/control"
)

// node finds a node of a cell by the end of its id.
func node(d *testenv.Desk, cell, end string) *control.NodeDetail {
	return testenv.Node(d.Inspect(cell).Tree, func(n *control.NodeDetail) bool { return strings.HasSuffix(n.ID, "/"+end) })
}

func middle(n *control.NodeDetail) (x, y float64) {
	return n.Bounds.X + n.Bounds.W/2, n.Bounds.Y + n.Bounds.H/2
}

// area is the field of the notes.
func area(d *testenv.Desk) *control.NodeDetail {
	return testenv.Node(d.Inspect("notes").Tree, func(n *control.NodeDetail) bool { return n.Kind == "area" })
}

func history(d *testenv.Desk) []control.HistoryEntry {
	var out []control.HistoryEntry
	d.Call(control.MethodHistory, control.HistoryParams{}, &out)
	return out
}

func TestTheDesktopInAWindow(t *testing.T) {
	d, x := testenv.StartWindow(t)
	x.Shot("window")

	plus := node(d, "counter", "plus")
	x.Click(middle(plus))
	x.Click(middle(plus))
	testenv.Eventually(t, 5*time.Second, "two clicks on +1 count to 2", func() bool {
		return node(d, "counter", "count").Text == "2"
	})
	x.Shot("counted")

	ax, ay := middle(area(d))
	x.Click(ax, ay)
	x.Type("Milk and bread")
	testenv.Eventually(t, 5*time.Second, "what is typed stands in the note", func() bool { return area(d).Text == "Milk and bread" })
	x.Key("ctrl+a", "ctrl+c", "End", "Return", "ctrl+v", "shift+ctrl+Left")
	testenv.Eventually(t, 5*time.Second, "it is copied to the next line, its last word selected", func() bool {
		n := area(d)
		return n.Text == "Milk and bread\nMilk and bread" && *n.Anchor == len(n.Text) && *n.Cursor == len(n.Text)-len("bread")
	})
	x.Shot("typed")

	x.Move(middle(plus))
	x.Key("ctrl+space")
	x.ShotAfter(100*time.Millisecond, "bar")
	x.Type("make this button bigger")
	x.Shot("sentence")
	x.Key("Return")
	testenv.Eventually(t, 10*time.Second, "the button under the pointer grows", func() bool {
		return node(d, "counter", "plus").Bounds.W > plus.Bounds.W*1.4
	})
	x.ShotAfter(600*time.Millisecond, "bigger")
	if h := history(d); h[0].Sentence != "make this button bigger" || h[0].Status != act.Done {
		t.Errorf("the newest change is %+v", h[0])
	}
	x.Key("ctrl+z")
	testenv.Eventually(t, 10*time.Second, "Ctrl+Z takes it back", func() bool {
		return node(d, "counter", "plus").Bounds == plus.Bounds
	})
	if got := area(d).Text; got != "Milk and bread\nMilk and bread" {
		t.Errorf("Ctrl+Z changed the note to %q", got)
	}
	x.ShotAfter(600*time.Millisecond, "undone")

	x.Key("ctrl+space")
	x.Type("make the thing nicer")
	n := len(history(d))
	x.Key("Return")
	x.ShotAfter(time.Second, "unclear")
	x.Key("Escape")
	if len(history(d)) != n {
		t.Errorf("what nobody understands is a change: %+v", history(d)[0])
	}
}

func TestWindowsAreMovedResizedAndClosedByHand(t *testing.T) {
	d, x := testenv.StartWindow(t)
	was, before := d.Inspect("notes").Bounds, len(history(d))
	x.Drag(was.X+200, was.Y+20, 80, 60, 4)
	x.Shot("dragged")
	x.Do("mouseup", "1")
	testenv.Eventually(t, 5*time.Second, "the window is moved by 80, 60", func() bool {
		is := d.Inspect("notes").Bounds
		return is.X == was.X+80 && is.Y == was.Y+60 && is.W == was.W && is.H == was.H
	})
	was = d.Inspect("notes").Bounds
	x.Drag(was.X+was.W-4, was.Y+was.H-4, -60, -50, 2)
	x.Do("mouseup", "1")
	testenv.Eventually(t, 5*time.Second, "the window is smaller by 60, 50", func() bool {
		is := d.Inspect("notes").Bounds
		return is.W == was.W-60 && is.H == was.H-50 && is.X == was.X && is.Y == was.Y
	})
	if n := len(history(d)) - before; n != 2 {
		t.Errorf("a move and a resize made %d changes", n)
	}
	was = d.Inspect("notes").Bounds
	x.Click(was.X+was.W-20, was.Y+20)
	testenv.Eventually(t, 5*time.Second, "the close button removes the window", func() bool {
		_, _, code := d.Cell("inspect", "notes")
		return code != 0
	})
	x.Shot("closed")
}

func TestKilledScreenComesBack(t *testing.T) {
	d, x := testenv.StartWindow(t)
	ax, ay := middle(area(d))
	x.Click(ax, ay)
	x.Type("kept")
	testenv.Eventually(t, 5*time.Second, "the note is typed", func() bool { return area(d).Text == "kept" })
	for range 6 { // more often in a row than a window may fail by itself
		old := d.WaitScreen(5 * time.Second)
		if err := syscall.Kill(old.PID, syscall.SIGKILL); err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		testenv.Eventually(t, 10*time.Second, "another screen shows the desktop", func() bool {
			s := d.Screens()
			return len(s) == 1 && s[0].PID != old.PID && s[0].Shown > 0
		})
		took := time.Since(began)
		t.Logf("back after %v", took.Round(time.Millisecond))
		if took > 3*time.Second {
			t.Errorf("the window came back after %v", took)
		}
	}
	time.Sleep(300 * time.Millisecond)
	x.Type(" and on")
	testenv.Eventually(t, 5*time.Second, "focus and text are as they were", func() bool { return area(d).Text == "kept and on" })
	x.Shot("back")

	d.KillBody()
	testenv.Eventually(t, 10*time.Second, "the body is back with the screen attached", func() bool {
		var s []struct{ Shown uint64 }
		return d.Try("screens", nil, &s) == nil && len(s) == 1 && s[0].Shown > 0
	})
	x.Type("!")
	testenv.Eventually(t, 5*time.Second, "what is typed after the body's death arrives", func() bool { return area(d).Text == "kept and on!" })
	handsGoOn(t, d, x)
}

func TestIdleDrawsNothing(t *testing.T) {
	d, x := testenv.StartWindow(t)
	x.Move(640, 780)
	time.Sleep(2 * time.Second) // motion comes to rest, and the screen says how much it has drawn
	before, views := d.Screens()[0].Drawn, panelViews(d)
	time.Sleep(4 * time.Second)
	n, told := d.Screens()[0].Drawn-before, panelViews(d)-views
	if n > told {
		t.Errorf("the panel showed something else at most %d times in 4 s, and the window drew %d pictures", told, n)
	}
	if before == 0 {
		t.Error("the window says that it has drawn nothing at all")
	}
	before += n
	x.Click(middle(node(d, "counter", "plus")))
	testenv.Eventually(t, 5*time.Second, "it draws again when something changes", func() bool { return d.Screens()[0].Drawn > before })
}

// panelViews is how often the panel, which shows the time and the load, has sent a view.
func panelViews(d *testenv.Desk) uint64 {
	var all []control.Usage
	d.Call(control.MethodTop, nil, &all)
	for _, u := range all {
		if u.ID == "panel" {
			return u.Views
		}
	}
	return 0
}
