package evolve

import (
	"context"
	"strings"
	"time"

	"cellshell/evolve/act"
	"cellshell/genome"
	"cellshell/tissue"
)

// earlier makes one cell what it was at some time. It is a change like any other: undo takes it back.
func (e *Engine) earlier(ctx context.Context, scene *Scene, r Request, a act.Act, started time.Time) act.Receipt {
	var before time.Time // zero: what it began as
	now := e.o.Now()
	switch {
	case a.Args.Part == "yesterday":
		before = time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	case a.Args.Value > 0:
		before = now.Add(-time.Duration(a.Args.Value * float64(time.Minute)))
	}
	var plan genome.Plan
	var err error
	if a.Args.Text != "" {
		plan, err = e.o.Store.PlanNamed(a.Args.Text)
	} else {
		plan, err = e.o.Store.PlanEarlier(tissue.CellID(a.Target.Cell), before)
	}
	if err != nil {
		out := e.plain(r.Sentence, act.Failed, strings.TrimPrefix(reason(err), "genome: "), started)
		out.Acts = []act.Act{a}
		return out
	}
	j := job{
		sentence: r.Sentence, acts: []act.Act{a}, kind: genome.KindEvolve, route: act.RouteReflex, started: started, progress: r.Progress,
		timing: act.Timing{Understand: since(started)},
		write:  func(_ context.Context, d *draft) error { return d.adopt(plan) },
	}
	return e.transact(ctx, scene, j)
}

// name gives the desktop as it is a name, in the history.
func (e *Engine) name(ctx context.Context, scene *Scene, r Request, a act.Act, started time.Time) act.Receipt {
	return e.transact(ctx, scene, job{
		sentence: genome.NameSentence(a.Args.Text), acts: []act.Act{a}, kind: genome.KindName, route: act.RouteReflex, started: started,
		progress: r.Progress, timing: act.Timing{Understand: since(started)},
		write: func(_ context.Context, d *draft) error { d.keep = true; return nil },
	})
}
