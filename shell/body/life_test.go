package body

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"cellshell/evolve/act"
	"cellshell/internal/testenv"
	"cellshell/shell/control"
)

const trickySource = `package main

import "cellshell/membrane/cell"

// Tricky misbehaves when it is told to.
type Tricky struct {
	Count int
	Bad   bool
}

// View shows the buttons.
func (t *Tricky) View(x *cell.Context) cell.Node {
	if t.Bad {
		panic("bad state")
	}
	return cell.Column(
		cell.Text(cell.Itoa(t.Count)).Key("count"),
		cell.Button("plus").Key("plus").OnTap(func() { t.Count++ }),
		cell.Button("loop").Key("loop").OnTap(func() {
			t.Count = 1000
			for t.Count > 0 {
				t.Count = 1
			}
		}),
		cell.Button("bad").Key("bad").OnTap(func() {
			x.Call("system", "zone", nil, func(cell.Reply) { t.Bad = true })
		}),
	)
}

func main() { cell.Run(&Tricky{}) }
`

// TestEndlessLoop: a handler that never returns costs the cell its process and nothing else.
func TestEndlessLoop(t *testing.T) {
	for _, native := range []bool{false, true} {
		o, dir := place(t)
		if !native {
			interpreted(t, dir)
		}
		b := desktop(t, o)
		spawnSource(t, b, "tricky", trickySource)
		if native {
			testenv.Eventually(t, 30*time.Second, "the native engine", func() bool { return detail(t, b, "tricky").Engine == "native" })
		}
		b.mu.Lock()
		b.cells["tricky"].trusted = time.Time{} // long ago
		b.mu.Unlock()
		tap(t, b, "tricky/plus")
		pid := detail(t, b, "tricky").PID
		tap(t, b, "tricky/loop")
		answers(t, b)
		testenv.Eventually(t, 8*time.Second, "a new process", func() bool {
			p := detail(t, b, "tricky").PID
			return p != 0 && p != pid
		})
		if n := count(t, b, "tricky"); n != 1 {
			t.Errorf("the count is %d, want that of before the loop", n)
		}
		tap(t, b, "tricky/plus")
		if n := count(t, b, "tricky"); n != 2 {
			t.Errorf("the count is %d after one more tap", n)
		}
		if log := logOf(t, b, "tricky"); !strings.Contains(log, "no answer within") {
			t.Errorf("the log does not say why:\n%s", log)
		}
	}
}

// TestCrashLoop: a cell that crashes again and again is left down, with its reason and its last picture.
func TestCrashLoop(t *testing.T) {
	o, _ := place(t)
	b := desktop(t, o)
	source := strings.Replace(trickySource, `x.Call("system", "zone", nil, func(cell.Reply) { t.Bad = true })`, `panic("pressed")`, 1)
	spawnSource(t, b, "tricky", source)
	b.mu.Lock()
	c := b.cells["tricky"]
	c.trusted = time.Time{}
	b.mu.Unlock()
	for range 3 {
		testenv.Eventually(t, 5*time.Second, "a process", func() bool { return detail(t, b, "tricky").PID != 0 })
		pid := detail(t, b, "tricky").PID
		_ = tapped(b, "tricky/bad")
		testenv.Eventually(t, 5*time.Second, "its end", func() bool { return detail(t, b, "tricky").PID != pid })
	}
	testenv.Eventually(t, 5*time.Second, "the reason", func() bool {
		return strings.Contains(detail(t, b, "tricky").Failure, "pressed")
	})
	if d := detail(t, b, "tricky"); d.Tree == nil || d.Bounds.W <= 0 {
		t.Error("the last picture is gone")
	}
	if _, err := b.screenshot(context.Background(), control.ScreenshotParams{}, nothing); err != nil {
		t.Error(err)
	}
	answers(t, b)
	done(t, by(t, b, "tricky", `panic("pressed")`, "t.Count++"))
	tap(t, b, "tricky/bad")
	if d := detail(t, b, "tricky"); d.Failure != "" || count(t, b, "tricky") != 1 {
		t.Errorf("a mended cell: failure %q, state %s", d.Failure, d.State)
	}
}

// TestBadState: a state in which View panics stops the cell, too, and the state on the disk is the last good one.
func TestBadState(t *testing.T) {
	o, dir := place(t)
	interpreted(t, dir)
	b := desktop(t, o)
	source := strings.Replace(trickySource, `x.Call("system", "zone", nil, func(cell.Reply) { t.Bad = true })`, `t.Bad = true`, 1)
	spawnSource(t, b, "tricky", source)
	b.mu.Lock()
	b.cells["tricky"].trusted = time.Time{}
	b.mu.Unlock()
	tap(t, b, "tricky/plus")
	pid := detail(t, b, "tricky").PID
	_ = tapped(b, "tricky/bad")
	testenv.Eventually(t, 5*time.Second, "a new process", func() bool {
		p := detail(t, b, "tricky").PID
		return p != 0 && p != pid
	})
	if n := count(t, b, "tricky"); n != 1 {
		t.Errorf("count %d", n)
	}
}

// TestProbation: new code that crashes at the first tap is taken back by itself, and history says so.
func TestProbation(t *testing.T) {
	o, _ := place(t)
	b := desktop(t, o)
	tap(t, b, "counter/plus")
	r := done(t, by(t, b, "counter", "OnTap(func() { c.Count = 0 })", `OnTap(func() { panic("no") })`))
	_ = tapped(b, "counter/reset")
	testenv.Eventually(t, 10*time.Second, "the roll-back", func() bool {
		h, err := b.store.History(2)
		if err != nil {
			t.Fatal(err)
		}
		return h[0].Status == string(act.RolledBack) && h[1].Undone && h[1].Hash == r.Commit
	})
	testenv.Eventually(t, 5*time.Second, "the cell", func() bool { return detail(t, b, "counter").PID != 0 })
	if n := count(t, b, "counter"); n != 1 {
		t.Errorf("the count is %d after the roll-back", n)
	}
	testenv.Eventually(t, 5*time.Second, "the cell says what was taken back", func() bool {
		said := detail(t, b, "counter").Note
		return strings.HasPrefix(said, "Took back #") && strings.Contains(said, ": it crashed: no")
	})
	done(t, by(t, b, "counter", "Count = 0", "Count = 1"))
	if said := detail(t, b, "counter").Note; said != "" {
		t.Errorf("the cell still says %q after the next change", said)
	}
	answers(t, b)
	if h, _ := b.store.History(2); !strings.Contains(string(h[1].Receipt), "panic: no") && !strings.Contains(h[1].Sentence, "no") {
		t.Errorf("history does not say why: %+v", h[1])
	}
}

// TestNoEventIsLost taps while the cell is promoted and evolved.
func TestNoEventIsLost(t *testing.T) {
	o, _ := place(t)
	b := desktop(t, o)
	var wg sync.WaitGroup
	wg.Go(func() {
		for range 200 {
			if err := tapped(b, "counter/plus"); err != nil {
				t.Error(err)
			}
			time.Sleep(5 * time.Millisecond)
		}
	})
	for i := range 10 {
		from, to := `cell.Text("Counter")`, `cell.Text("Zähler")`
		if i%2 == 1 {
			from, to = to, from
		}
		done(t, by(t, b, "counter", from, to))
	}
	wg.Wait()
	if n := count(t, b, "counter"); n != 200 {
		t.Errorf("200 taps made %d", n)
	}
}

// TestRemoveAndSpawnAgain: a removed cell comes back as it was, and a new one of its name begins fresh.
func TestRemoveAndSpawnAgain(t *testing.T) {
	o, _ := place(t)
	b := desktop(t, o)
	ctx := context.Background()
	for range 3 {
		tap(t, b, "counter/plus")
	}
	id := fieldOf(t, b, "notes")
	tap(t, b, id)
	typed(t, b, "remember me")
	done(t, b.engine.Remove(ctx, "counter"))
	done(t, b.engine.Remove(ctx, "notes"))
	removedNotes, _ := b.store.History(1)
	v, err := b.spawn(ctx, control.SpawnParams{Gene: "notes"}, nothing)
	if err != nil {
		t.Fatal(err)
	}
	done(t, v.(act.Receipt))
	if got := textOf(t, b, fieldOf(t, b, "notes")); got != "" {
		t.Errorf("a new note begins with %q", got)
	}
	tap(t, b, fieldOf(t, b, "notes"))
	typed(t, b, "another")
	done(t, b.engine.Undo(ctx, 0)) // the spawn
	done(t, b.engine.Undo(ctx, removedNotes[0].N))
	if got := textOf(t, b, fieldOf(t, b, "notes")); got != "remember me" {
		t.Errorf("the note came back with %q", got)
	}
	done(t, b.engine.Undo(ctx, 0))
	if n := count(t, b, "counter"); n != 3 {
		t.Errorf("the counter came back with %d", n)
	}
	v, err = b.spawn(ctx, control.SpawnParams{Gene: "counter"}, nothing)
	if err != nil {
		t.Fatal(err)
	}
	done(t, v.(act.Receipt))
	if n := count(t, b, "counter-2"); n != 0 {
		t.Errorf("a second counter begins with %d", n)
	}
}

const ticking = `package main

import (
	"time"

	"cellshell/membrane/cell"
)

// Ticker counts ticks.
type Ticker struct {
	Ticks int
	Off   bool
	Late  int
}

// View counts.
func (t *Ticker) View(x *cell.Context) cell.Node {
	if !t.Off {
		x.Every(100*time.Millisecond, func() {
			t.Ticks++
			if x.Now().Nanosecond()/1000000%100 > 50 {
				t.Late++
			}
		})
	}
	return cell.Button("stop").Key("stop").OnTap(func() { t.Off = true })
}

func main() { cell.Run(&Ticker{}) }
`

// TestTimers: ticks fall on whole multiples, stop when they are cancelled, and go on after a swap.
func TestTimers(t *testing.T) {
	o, _ := place(t)
	b := desktop(t, o)
	spawnSource(t, b, "ticker", ticking)
	state := func() (s struct{ Ticks, Late int }) {
		_ = json.Unmarshal(detail(t, b, "ticker").State, &s)
		return s
	}
	time.Sleep(time.Second)
	if s := state(); s.Ticks < 6 || s.Ticks > 11 || s.Late > s.Ticks/2 {
		t.Errorf("after a second: %+v", s)
	}
	done(t, by(t, b, "ticker", `"stop")`, `"halt")`))
	was := state().Ticks
	time.Sleep(500 * time.Millisecond)
	if s := state(); s.Ticks < was+3 {
		t.Errorf("after a swap %d ticks in 0.5 s", s.Ticks-was)
	}
	tap(t, b, "ticker/stop")
	was = state().Ticks
	time.Sleep(300 * time.Millisecond)
	if s := state(); s.Ticks != was {
		t.Errorf("%d ticks after the end", s.Ticks-was)
	}
	b.mu.Lock()
	n := len(b.cells["ticker"].timers)
	b.mu.Unlock()
	if n != 0 {
		t.Errorf("%d timers are left", n)
	}
}

// TestSecondBody: the second one says that there is one, and how to end it.
func TestSecondBody(t *testing.T) {
	o, _ := place(t)
	desktop(t, o)
	_, err := Open(context.Background(), o)
	var e *control.Error
	if !errors.As(err, &e) || e.Hint == "" {
		t.Errorf("%T %v", err, err)
	}
}

// TestLeaveAndComeBack: cells outlive a body that closes, and go on with the next.
func TestLeaveAndComeBack(t *testing.T) {
	o, dir := place(t)
	interpreted(t, dir)
	b := open(t, o)
	spawnSource(t, b, "ticker", ticking)
	answers(t, b)
	id := fieldOf(t, b, "notes")
	tap(t, b, id)
	typed(t, b, "half a")
	pids := map[string]int{}
	for _, cell := range []string{"counter", "notes", "panel", "ticker"} {
		pids[cell] = detail(t, b, cell).PID
	}
	began := time.Now()
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(began); took > time.Second {
		t.Errorf("closing took %v", took)
	}
	b = desktop(t, o)
	for cell, pid := range pids {
		if now := detail(t, b, cell).PID; now != pid {
			t.Errorf("%s: process %d, want %d", cell, now, pid)
		}
	}
	if n := count(t, b, "counter"); n != 1 {
		t.Errorf("count %d", n)
	}
	typed(t, b, " note")
	if got := textOf(t, b, id); got != "half a note" {
		t.Errorf("typed %q", got)
	}
	answers(t, b)
	was := string(detail(t, b, "ticker").State)
	testenv.Eventually(t, 2*time.Second, "ticks", func() bool { return string(detail(t, b, "ticker").State) != was })
}
