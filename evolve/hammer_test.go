package evolve_test

import (
	"context"
	"sync"
	"testing"

	"cellshell/evolve"
	"cellshell/evolve/act"
)

// Everybody speaks at once: one sentence at a time is carried out, and the history has one entry for each.
func TestHammerSentences(t *testing.T) {
	d := doorDesk(t)
	before := d.Commits
	var wg sync.WaitGroup
	var mu sync.Mutex
	done := 0
	for _, say := range []string{"make the door bigger", "make the door blue", "move the lamp left", "dark mode", "light mode", "undo", "add a counter", "call the lamp Sun"} {
		wg.Go(func() {
			for range 2 {
				if r := d.Evolve(context.Background(), evolve.Request{Sentence: say}); r.Commit != "" {
					mu.Lock()
					done++
					mu.Unlock()
				}
			}
		})
	}
	wg.Wait()
	if got := d.Commits - before; got != done || done == 0 {
		t.Errorf("%d commits, %d receipts with one", got, done)
	}
	if err := d.Close(); err != nil {
		t.Error(err)
	}
	if r := d.Evolve(context.Background(), evolve.Request{Sentence: "dark mode"}); r.Status != act.Failed {
		t.Errorf("a closed engine answered %+v", r)
	}
}
