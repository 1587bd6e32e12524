package main

import (
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"cellshell/evolve/act"
	"cellshell/internal/testenv"
	"cellshell/shell/control"
)

// TestSoak swaps a cell again and again on a living desktop, beside one that moves at 60 frames a second, and looks for what
// grows. With $CELLSHELL_SOAK it does so that often and looks at each frame too; make soak takes 10,000.
func TestSoak(t *testing.T) {
	swaps, long := 150, false
	if s := os.Getenv("CELLSHELL_SOAK"); s != "" {
		swaps, _ = strconv.Atoi(s)
		long = true
	}
	a := newArena(t)
	var frames *frames
	if long {
		frames = newFrames(t, a)
	}
	took := a.swap(max(20, swaps/20)&^1, 0) // caches fill
	samples := []sample{a.weigh(t, 0, took)}
	const parts = 10
	for i := range parts {
		if n := swaps / parts &^ 1; frames == nil {
			took = a.swap(n, 0)
		} else {
			took = frames.swap(n)
		}
		samples = append(samples, a.weigh(t, (i+1)*(swaps/parts&^1), took))
	}
	first, last := samples[0], samples[len(samples)-1]
	slope := func(what string, of func(sample) float64, perSwap float64) {
		if got := fitted(samples, of); got > perSwap {
			t.Errorf("%s grows by %.1f with each swap, allowed %.1f", what, got, perSwap)
		} else {
			t.Logf("%-22s %+9.2f a swap (allowed %.1f)", what, got, perSwap)
		}
	}
	// Only the history on the disk grows, and its log. What comes and goes meanwhile is caches, however many swaps there were.
	noise := 2e6 / float64(swaps) // bytes
	slope("heap of the body", func(s sample) float64 { return float64(s.body.Heap) }, noise)
	slope("memory of the body", func(s sample) float64 { return float64(s.body.Resident) }, 5*noise)
	slope("memory of a cell", func(s sample) float64 { return float64(s.cell) }, 2*noise)
	slope("heap of the screen", func(s sample) float64 { return float64(s.screen) }, 2*noise) // two of them, in a long run
	slope("bytes of the history", func(s sample) float64 { return float64(s.repo) }, 2<<10)
	slope("bytes of state", func(s sample) float64 { return float64(s.state) }, noise/10)
	slope("bytes of logs", func(s sample) float64 { return float64(s.logs) }, 64) // a line says that the old one has ended
	for what, of := range map[string]func(sample) int{
		"goroutines": func(s sample) int { return s.body.Goroutines }, "descriptors": func(s sample) int { return s.body.Files },
		"processes": func(s sample) int { return s.processes }, "sockets": func(s sample) int { return s.sockets },
		"goroutines of the screen": func(s sample) int { return s.goroutines },
	} {
		least := of(slices.MinFunc(samples, func(a, b sample) int { return of(a) - of(b) }))
		if n := of(last); n > least+4 {
			t.Errorf("%s: %d at their fewest, and %d after %d swaps", what, least, n, swaps)
		}
	}
	if last.repoFiles > 3000 { // a thousand may be loose; as many come while they are packed
		t.Errorf("the history has %d files", last.repoFiles)
	}
	if last.pictures > 400 {
		t.Errorf("the history has %d pictures", last.pictures)
	}
	if last.swap > 3*first.swap+50*time.Millisecond {
		t.Errorf("a swap took %v at first and %v after %d", first.swap, last.swap, swaps)
	}
	if frames != nil {
		frames.judge(t)
	} else if a.late > swaps/50 { // frames.judge holds a long run to none more than there are anyway
		t.Errorf("%d of %d swaps were not shown in time", a.late, swaps)
	}
}

// arena is a desktop with a cell that moves and a screen.
type arena struct {
	t    *testing.T
	d    *testenv.Desk
	ask  func() health // of its body
	g    *testenv.Glass
	made int
	late int // swaps that no screen showed within the time
}

func newArena(t *testing.T) *arena {
	t.Helper()
	a := &arena{t: t}
	a.d, a.ask = startHealthy(t)
	a.d.Call(control.MethodSpawn, control.SpawnParams{Source: testenv.Runner, Name: "runner", At: "bottom-right"}, nil)
	a.g = a.d.Attach(t)
	a.g.Watch(testenv.Step)
	return a
}

// swap changes the counter n times, each time so long after the last, and returns how long each took.
func (a *arena) swap(n int, pace time.Duration) (took []time.Duration) {
	a.t.Helper()
	for range n {
		sentence := []string{"make this red", "make this green"}[a.made%2]
		a.made++
		began := time.Now()
		var r act.Receipt
		a.d.Call(control.MethodEvolve, control.EvolveParams{Sentence: sentence, At: "counter/plus"}, &r)
		if r.Status != act.Done {
			a.t.Fatalf("%s: %s %s%s", sentence, r.Status, r.Reason, r.Question)
		}
		if slices.ContainsFunc(r.Checks, func(c act.Check) bool { return c.What == "shown" }) {
			a.late++
		}
		took = append(took, time.Since(began))
		time.Sleep(time.Until(began.Add(pace)))
	}
	return took
}
