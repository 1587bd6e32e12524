package body

import (
	"context"
	"encoding/json"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"cellshell/evolve"
	"cellshell/internal/testenv"
	"cellshell/interp/build"
	"cellshell/shell/control"
	"cellshell/tissue"
)

// TestHammerSwaps swaps many times and looks for what grows.
func TestHammerSwaps(t *testing.T) {
	swaps := 300
	if testing.Short() {
		swaps = 30
	}
	o, _ := place(t)
	b := desktop(t, o)
	// spares counts the hosts that wait for their next cell by what they write into: each has several files.
	spares := func() (n int) {
		fds, err := os.ReadDir("/proc/self/fd")
		if err != nil {
			t.Fatal(err)
		}
		for _, fd := range fds {
			if to, err := os.Readlink("/proc/self/fd/" + fd.Name()); err == nil && strings.Contains(to, "/_stem.") { // closed meanwhile: none
				n++
			}
		}
		return n
	}
	measure := func() (goroutines, files, heap int) {
		testenv.Eventually(t, 10*time.Second, "the retired processes to end", func() bool { return len(b.sup.Processes()) <= 3 })
		testenv.Eventually(t, 10*time.Second, "the waiting hosts to be there again", func() bool { return spares() == 2 })
		time.Sleep(300 * time.Millisecond)
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		fds, err := os.ReadDir("/proc/self/fd")
		if err != nil {
			t.Fatal(err)
		}
		return runtime.NumGoroutine(), len(fds), int(m.HeapAlloc)
	}
	swap := func(n int) {
		for i := range n {
			from, to := `cell.Text("Counter")`, `cell.Text("Zähler")`
			if i%2 == 1 {
				from, to = to, from
			}
			done(t, by(t, b, "counter", from, to))
		}
	}
	swap(20)
	g, f, h := measure()
	began := time.Now()
	swap(swaps)
	took := time.Since(began)
	g2, f2, h2 := measure()
	// A packing or a compilation of the last swaps may still go on, and what it opened is closed after it; a leak stays.
	for end := time.Now().Add(10 * time.Second); (g2 > g+4 || f2 > f+4) && time.Now().Before(end); {
		g2, f2, h2 = measure()
	}
	t.Logf("%d swaps, %v each; goroutines %d → %d, files %d → %d, heap %d → %d KiB", swaps, took/time.Duration(swaps), g, g2, f, f2, h>>10, h2>>10)
	if g2 > g+4 || f2 > f+4 || h2 > h+(8<<20) {
		t.Error("something grows")
	}
	answers(t, b)
}

// TestIdle: a desktop in which nothing changes does nothing.
func TestIdle(t *testing.T) {
	o, dir := place(t)
	interpreted(t, dir)
	b := desktop(t, o)
	b.mu.Lock()
	panel := b.cells["panel"] // it has a clock
	s := panel.sess
	panel.sess = nil
	delete(b.cells, "panel")
	panel.stopTimers()
	b.mu.Unlock()
	b.retire(s)
	first, err := b.store.Commits(1, 1)
	if err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(10 * time.Second); b.picture(first[0]) == nil && time.Now().Before(end); {
		time.Sleep(20 * time.Millisecond) // the history gets its picture once
	}
	least := time.Hour
	for range 3 { // a busy machine makes the same work dearer; a view is one too many on any
		time.Sleep(500 * time.Millisecond)
		used, views := idle(t, b)
		if views != 0 {
			t.Fatalf("%d views in 2 s of idleness", views)
		}
		if least = min(least, used); least <= 40*time.Millisecond {
			return
		}
	}
	t.Errorf("%v of processor time in 2 s of idleness", least)
}

// idle is the processor time of this process in 2 s, and how many views came.
func idle(t *testing.T, b *Body) (used time.Duration, views uint64) {
	t.Helper()
	b.mu.Lock()
	for _, c := range b.cells {
		views -= c.sess.views.Load()
	}
	b.mu.Unlock()
	var before, after syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &before)
	time.Sleep(2 * time.Second)
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &after)
	b.mu.Lock()
	for _, c := range b.cells {
		views += c.sess.views.Load()
	}
	b.mu.Unlock()
	used = time.Duration(after.Utime.Nano() - before.Utime.Nano() + after.Stime.Nano() - before.Stime.Nano())
	t.Logf("%v of processor time in 2 s", used)
	return used, views
}

// TestTrialStandsStill: what a cell draws by itself during a trial is not part of it.
func TestTrialStandsStill(t *testing.T) {
	o, dir := place(t)
	interpreted(t, dir)
	b := desktop(t, o)
	d := desk{b}
	before := d.Scene()
	was := before.Cells["counter"].Bounds
	for range 12 { // the number grows, and the card with it
		tap(t, b, "counter/plus")
	}
	done(t, by(t, b, "counter", ".MinWidth(120)", ".MinWidth(420)"))
	if now := d.Scene().Cells["counter"].Bounds; now.W < was.W+100 {
		t.Fatalf("the counter was %v wide and is %v", was.W, now.W)
	}
	source := strings.Replace(string(before.Cells["notes"].Source), `"New"`, `"More"`, 1)
	checked, err := b.gate.Check("main.go", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	doc := before.Doc.Clone()
	doc.Cells["notes"].Generation++
	trial, err := d.Prepare(context.Background(), evolve.Proposal{
		Base: before.Doc, Doc: doc, Sources: map[tissue.CellID]*build.Checked{"notes": checked},
	})
	if err != nil {
		t.Fatal(err)
	}
	defer trial.Abort()
	if now := trial.After().Cells["counter"].Bounds; now != was {
		t.Errorf("an untouched cell is at %v in the trial, and was at %v in its scene", now, was)
	}
}

// TestKilledUnderLoad kills cells and the body while people tap and type.
func TestKilledUnderLoad(t *testing.T) {
	d := testenv.Start(t)
	d.Call(control.MethodTap, control.NodeParams{Target: "counter/plus"}, nil)
	area := testenv.Node(d.Inspect("notes").Tree, func(n *control.NodeDetail) bool { return n.Kind == "area" })
	d.Call(control.MethodTap, control.NodeParams{Target: area.ID}, nil)
	text := func() string {
		return testenv.Node(d.Inspect("notes").Tree, func(n *control.NodeDetail) bool { return n.Kind == "area" }).Text
	}
	stop := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		for {
			select {
			case <-stop:
				return
			default:
				_ = d.Try(control.MethodTap, control.NodeParams{Target: "counter/plus"}, nil)
				time.Sleep(2 * time.Millisecond)
			}
		}
	})
	want := ""
	for i := range 12 {
		word := "w" + strconv.Itoa(i) + " "
		if err := d.Try(control.MethodType, control.TypeParams{Text: word}, nil); err != nil {
			t.Fatal(err)
		}
		want += word
		time.Sleep(55 * time.Millisecond)
		switch i % 3 {
		case 0:
			if pid := d.Inspect("notes").PID; pid > 0 {
				_ = syscall.Kill(pid, syscall.SIGKILL)
			}
			testenv.Eventually(t, 5*time.Second, "notes", func() bool { return d.Inspect("notes").PID != 0 || d.Inspect("notes").Failure != "" })
		case 1:
			d.KillBody()
			d.WaitUp(5 * time.Second)
			testenv.Eventually(t, 5*time.Second, "notes", func() bool { return d.Inspect("notes").Tree != nil })
		}
		if got := text(); got != want {
			t.Fatalf("after %d: typed %q, shown %q", i, want, got)
		}
		time.Sleep(4 * time.Second / 12)
	}
	close(stop)
	wg.Wait()
	testenv.Eventually(t, 5*time.Second, "the text in the cell's state", func() bool {
		var s struct{ All []struct{ Text string } }
		_ = json.Unmarshal(d.Inspect("notes").State, &s)
		return len(s.All) > 0 && s.All[0].Text == want
	})
	if n := d.Inspect("counter"); n.PID == 0 {
		t.Error("the counter is down")
	}
}
