package main

import (
	"testing"
	"time"

	"cellshell/membrane/celltest"
)

func TestTimer(t *testing.T) {
	d := celltest.Start(t, &Timer{}, celltest.Options{})
	shows := func(want string) {
		t.Helper()
		if got := d.Node("left").Text; got != want {
			t.Errorf("shows %s, want %s", got, want)
		}
	}
	shows("5:00")
	d.Tap("go")
	d.Advance(90 * time.Second)
	shows("3:30")
	d.Tap("go") // a pause
	d.Advance(time.Minute)
	shows("3:30")
	d.Key("space")
	d.Advance(4 * time.Minute)
	shows("0:00")
	if n := d.Node("title"); n.Text != "Time is up" || !d.Node("go").Disabled {
		t.Errorf("at the end: %q, start disabled %t", n.Text, d.Node("go").Disabled)
	}
	d.Tap("Reset")
	shows("5:00")
}

// What runs goes on by the clock while another generation takes over.
func TestGoesOn(t *testing.T) {
	d := celltest.Start(t, &Timer{}, celltest.Options{})
	d.Tap("go")
	d.Advance(10 * time.Second)
	next := celltest.Start(t, &Timer{}, celltest.Options{State: d.State(), Now: celltest.Noon.Add(10 * time.Second)})
	next.Advance(20 * time.Second)
	if got := next.Node("left").Text; got != "4:30" {
		t.Errorf("shows %s, want 4:30", got)
	}
}

func TestClock(t *testing.T) {
	for ms, want := range map[int64]string{0: "0:00", -5: "0:00", 1: "0:01", 59_000: "0:59", 60_000: "1:00", 5_400_000: "1:30:00"} {
		if got := clock(ms); got != want {
			t.Errorf("%d ms: %s, want %s", ms, got, want)
		}
	}
}
