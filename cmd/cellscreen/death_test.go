package main_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"cellshell/internal/testenv"
	"cellshell/shell/attach"
	"cellshell/shell/control"
)

// load makes a desktop busy until stop: a cell that moves, and evolves one after the other.
func load(t *testing.T, d *testenv.Desk) (stop func()) {
	t.Helper()
	d.Call(control.MethodSpawn, control.SpawnParams{Source: testenv.Runner, Name: "runner", At: "bottom-right"}, nil)
	d.Call(control.MethodSpawn, control.SpawnParams{Gene: "calculator", Name: "other", At: "bottom-left"}, nil)
	end := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() { // ends with stop
		for i := 0; ; i++ {
			select {
			case <-end:
				return
			case <-time.After(150 * time.Millisecond):
			}
			sentence := []string{"make this red", "make this green"}[i%2]
			_ = d.Try(control.MethodEvolve, control.EvolveParams{Sentence: sentence, At: "other"}, nil)
		}
	})
	return func() { close(end); wg.Wait() }
}

func counted(d *testenv.Desk) (n int) {
	var s struct{ Count int }
	_ = json.Unmarshal(d.Inspect("counter").State, &s)
	return s.Count
}

// TestWhatTheHandsDidIsDoneOnce types, taps and scrolls on a busy desktop while its body, and a cell, are killed again and
// again. All arrives, in order, and nothing twice.
func TestWhatTheHandsDidIsDoneOnce(t *testing.T) {
	d := testenv.Start(t)
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	rnd := rand.New(rand.NewPCG(seed, 1))
	stop := load(t, d)
	g := newGlass(t, d, 1280, 800, false)
	n := area(d)
	x, y := middle(n)
	g.Click(x, y, 1)
	testenv.Eventually(t, 5*time.Second, "the note has the keyboard", func() bool { n := area(d); return n.Cursor != nil })
	px, py := middle(node(d, "counter", "plus"))

	deaths, taps, want := 0, 0, strings.Builder{}
	var kills sync.WaitGroup
	next := time.Now().Add(300 * time.Millisecond)
	for i := 0; deaths < rounds(8); i++ {
		r := 'a' + rune(rnd.IntN(26))
		if i%60 == 30 { // away to the button, and back to the end of the note
			g.Click(px, py, 1)
			taps++
			g.Click(x, y, 1)
			g.Keys("ctrl+end")
		}
		want.WriteRune(r)
		g.Handle(attach.Event{Kind: attach.Key, Chord: string(r), Text: string(r)})
		time.Sleep(16 * time.Millisecond)
		if time.Now().After(next) {
			deaths++
			next = time.Now().Add(time.Duration(200+rnd.IntN(900)) * time.Millisecond)
			victim := rnd.IntN(3)
			kills.Wait()
			kills.Go(func() { // ends at once, or when the body answers
				if pid := d.Inspect("counter").PID; victim == 0 && pid > 0 {
					_ = syscall.Kill(pid, syscall.SIGKILL)
					return
				}
				d.KillBody()
				d.WaitUp(10 * time.Second)
			})
		}
	}
	kills.Wait()
	stop()
	d.WaitUp(10 * time.Second)
	deadline := time.Now().Add(15 * time.Second)
	for area(d).Text != want.String() && time.Now().Before(deadline) {
		time.Sleep(20 * time.Millisecond)
	}
	if got := area(d).Text; got != want.String() {
		t.Errorf("typed %d bytes, the note has %d\n%s\n%s", want.Len(), len(got), want.String(), got)
	}
	testenv.Eventually(t, 10*time.Second, "the cell knows the text", func() bool {
		s, _ := json.Marshal(want.String())
		return strings.Contains(string(d.Inspect("notes").State), string(s))
	})
	if got := counted(d); got != taps {
		t.Errorf("tapped %d times, counted %d", taps, got)
	}
}

// rounds is how often something is tried: n times, or $CELLSHELL_ROUNDS times as often.
func rounds(n int) int {
	k := 1
	_, _ = fmt.Sscan(os.Getenv("CELLSHELL_ROUNDS"), &k)
	return n * max(k, 1)
}
