package evolve

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"time"

	"cellshell/evolve/act"
	"cellshell/evolve/edit"
	"cellshell/genome"
)

// Undo takes back change n and keeps all later ones; 0 is the newest that is not taken back. It needs no model.
func (e *Engine) Undo(ctx context.Context, n int) act.Receipt {
	return e.travel(ctx, "undo", act.Act{Intent: act.Undo, Args: act.Args{Number: n, Count: 1}})
}

// Redo does again what was taken back last.
func (e *Engine) Redo(ctx context.Context) act.Receipt {
	return e.travel(ctx, "redo", act.Act{Intent: act.Redo})
}

func (e *Engine) travel(ctx context.Context, sentence string, a act.Act) act.Receipt {
	started := time.Now()
	end, err := e.begin(ctx)
	if err != nil {
		return e.plain(sentence, act.Failed, reason(err), started)
	}
	defer end()
	return e.undoAct(ctx, e.o.Desk.Scene(), Request{Sentence: sentence}, a, started)
}

// RollBack takes back change n because it turned out badly after it was shown: a crash, a blown budget. The receipt's
// status is rolled_back.
func (e *Engine) RollBack(ctx context.Context, n int, why string) act.Receipt {
	started := time.Now()
	end, err := e.begin(ctx)
	if err != nil {
		return e.plain("roll back", act.Failed, reason(err), started)
	}
	defer end()
	plan, err := e.o.Store.PlanUndo(n, mergeFiles)
	if err != nil {
		return e.plain("roll back", act.Failed, reason(err), started)
	}
	r := e.carryOut(ctx, e.o.Desk.Scene(), plan, job{
		sentence: fmt.Sprintf("roll back %q: %s", plan.Sentence, why), acts: []act.Act{{Intent: act.Undo, Args: act.Args{Number: plan.Of}}},
		status: act.RolledBack, author: "cellshell", started: started,
	})
	if r.Status == act.RolledBack {
		r.Reason = why
	}
	return r
}

// undoAct carries out an undo or redo act: Count of them, each a commit of its own.
func (e *Engine) undoAct(ctx context.Context, scene *Scene, r Request, a act.Act, started time.Time) act.Receipt {
	var out act.Receipt
	for i := range max(1, a.Args.Count) {
		var plan genome.Plan
		var err error
		if a.Intent == act.Redo {
			plan, err = e.o.Store.PlanRedo(mergeFiles)
		} else {
			plan, err = e.o.Store.PlanUndo(a.Args.Number, mergeFiles)
		}
		if err != nil {
			if i > 0 && (errors.Is(err, genome.ErrNothingToUndo) || errors.Is(err, genome.ErrNothingToRedo)) {
				break // as many as there were
			}
			return e.noUndo(r.Sentence, a, err, started)
		}
		if i > 0 {
			scene = e.o.Desk.Scene()
		}
		out = e.carryOut(ctx, scene, plan, job{
			sentence: r.Sentence, acts: []act.Act{a}, started: started, progress: r.Progress, timing: act.Timing{Understand: since(started)},
		})
		if out.Status != act.Done {
			return out
		}
	}
	return out
}

func (e *Engine) noUndo(sentence string, a act.Act, err error, started time.Time) act.Receipt {
	r := e.plain(sentence, act.Failed, reason(err), started)
	r.Acts = []act.Act{a}
	var conflict *genome.ConflictError
	if errors.As(err, &conflict) {
		verb := "taken back"
		if a.Intent == act.Redo {
			verb = "done again"
		}
		r.Reason = fmt.Sprintf("#%d %q cannot be %s alone: #%d %q changed the same thing (%s) after it. Take back #%d first.",
			conflict.N, conflict.Sentence, verb, conflict.Later, conflict.LaterMeaning, conflict.What, conflict.Later)
	}
	return r
}

// carryOut makes a plan of the history real, through the same gate, trial and commit as everything else.
func (e *Engine) carryOut(ctx context.Context, scene *Scene, plan genome.Plan, j job) act.Receipt {
	j.kind, j.of = plan.Kind, plan.Of
	if j.route == "" {
		j.route = act.RouteReflex
	}
	j.write = func(_ context.Context, d *draft) error { return d.adopt(plan) }
	r := e.transact(ctx, scene, j)
	if (r.Status == act.Done || r.Status == act.RolledBack) && r.Commit != "" {
		verb := "Took back"
		if plan.Kind == genome.KindRedo {
			verb = "Did again"
		}
		r.Reason = fmt.Sprintf("%s #%d: %s", verb, plan.Of, plan.Sentence)
	}
	return r
}

// mergeFiles merges Go by declaration and everything else by line.
func mergeFiles(base, ours, theirs []byte) ([]byte, bool) {
	if _, err := parser.ParseFile(token.NewFileSet(), "", base, parser.PackageClauseOnly); err != nil {
		return genome.MergeText(base, ours, theirs)
	}
	return edit.MergeSources(base, ours, theirs)
}

// recall reads from the newest change of the history what "it" and "again" mean.
func (e *Engine) recall() {
	if e.o.Store == nil {
		return
	}
	entries, err := e.o.Store.History(10)
	if err != nil {
		return
	}
	for _, h := range entries {
		var r act.Receipt
		if h.Kind != genome.KindEvolve && h.Kind != genome.KindHand || h.Undone || json.Unmarshal(h.Receipt, &r) != nil || len(r.Acts) == 0 {
			continue
		}
		e.lastActs, e.lastAt = r.Acts, h.Time
		if r.Target.Cell != "" {
			t := r.Target
			e.last = &t
		}
		return
	}
}
