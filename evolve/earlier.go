package evolve

import (
	"context"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"

	"cellshell/evolve/act"
	"cellshell/genome"
	"cellshell/tissue"
)

// planEarlier plans what a Restore asks for: the whole desktop as it was after a change or when it got a name, or one cell
// as it was at some time.
func (e *Engine) planEarlier(a act.Act) (genome.Plan, error) {
	var before time.Time // zero: what the cell began as
	now := e.o.Now()
	switch g := a.Args; {
	case g.Number > 0:
		return e.o.Store.PlanRestore(g.Number)
	case g.Text != "":
		return e.o.Store.PlanNamed(g.Text)
	case g.Part == "yesterday":
		before = time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	case g.Value > 0:
		before = now.Add(-time.Duration(g.Value * float64(time.Minute)))
	}
	if a.Target.Cell == "" {
		return e.planBefore(before, now)
	}
	return e.o.Store.PlanEarlier(tissue.CellID(a.Target.Cell), before)
}

// planBefore plans to make the whole desktop what it was at a time; the zero time is its beginning.
func (e *Engine) planBefore(before, now time.Time) (genome.Plan, error) {
	log := e.o.Store.Log() // newest first
	for i, h := range log {
		if before.IsZero() && i == len(log)-1 || !before.IsZero() && !h.Time.After(before) {
			return e.o.Store.PlanRestore(h.N)
		}
	}
	if len(log) == 0 {
		return genome.Plan{}, errors.New("the history is empty")
	}
	h := log[len(log)-1]
	return genome.Plan{}, fmt.Errorf("the history of this desktop does not go back that far: it begins with #%d, %s (\"go back to state %d\")", h.N, ago(h.Time, now), h.N)
}

// mostLettersOfName is the longest name of a desktop.
const mostLettersOfName = 60

// name gives the desktop as it is a name, in the history.
func (e *Engine) name(ctx context.Context, scene *Scene, r Request, a act.Act, started time.Time) act.Receipt {
	if n := utf8.RuneCountInString(a.Args.Text); n == 0 || n > mostLettersOfName {
		return e.noTravel(r.Sentence, a, fmt.Errorf("a desktop's name has 1 to %d letters, not %d", mostLettersOfName, n), started)
	}
	return e.transact(ctx, scene, job{
		sentence: genome.NameSentence(a.Args.Text), acts: []act.Act{a}, kind: genome.KindName, route: act.RouteReflex, started: started,
		progress: r.Progress, timing: act.Timing{Understand: since(started)},
		write: func(_ context.Context, d *draft) error { d.keep = true; return nil },
	})
}
