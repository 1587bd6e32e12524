package evolve

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"cellshell/evolve/act"
	"cellshell/genome"
)

// Undo takes back change n and keeps all later ones; 0 is the newest that is not taken back. It needs no model.
func (e *Engine) Undo(ctx context.Context, n int) act.Receipt {
	return e.Travel(ctx, "undo", act.Act{Intent: act.Undo, Args: act.Args{Number: n, Count: 1}})
}

// Redo does again what was taken back last.
func (e *Engine) Redo(ctx context.Context) act.Receipt {
	return e.Travel(ctx, "redo", act.Act{Intent: act.Redo})
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
	return e.carryOut(ctx, e.o.Desk.Scene(), plan, job{
		sentence: fmt.Sprintf("roll back %q: %s", plan.Sentence, why), acts: []act.Act{{Intent: act.Undo, Args: act.Args{Number: plan.Of}}},
		status: act.RolledBack, author: "cellshell", started: started,
	}, why)
}

// tookBack begins what the receipt of an undo tells.
const tookBack = "Took back "

// toldBack are the most changes whose sentences the receipt of an undo tells.
const toldBack = 3

// undoAct carries out an undo or redo act: Count of them, each a commit of its own.
func (e *Engine) undoAct(ctx context.Context, scene *Scene, r Request, a act.Act, started time.Time) act.Receipt {
	var out act.Receipt
	var done []string
	said := r.Sentence
	for n := e.inTheWay(a); n > 0; n = e.inTheWay(a) {
		r.Sentence = stepOf(act.Undo) // several: each line of the history says what it took back
		if out = e.undoAct(ctx, scene, r, act.Act{Intent: act.Undo, Args: act.Args{Number: n}}, started); out.Status != act.Done {
			return out
		}
		done, scene = append(done, "#"+strconv.Itoa(n)), e.o.Desk.Scene()
	}
	if a.Args.Count > 1 {
		r.Sentence = stepOf(a.Intent)
	}
	for i := range max(1, a.Args.Count) {
		var plan genome.Plan
		var err error
		switch {
		case a.Intent == act.Redo:
			plan, err = e.o.Store.PlanRedo(mergeFiles)
		case a.Args.Part != "":
			plan, err = e.planSide(a)
		default:
			plan, err = e.o.Store.PlanUndo(a.Args.Number, mergeFiles)
		}
		if err != nil {
			if i > 0 && (errors.Is(err, genome.ErrNothingToUndo) || errors.Is(err, genome.ErrNothingToRedo)) {
				break // as many as there were
			}
			return e.noUndo(ctx, scene, said, a, err, started)
		}
		if i > 0 {
			scene = e.o.Desk.Scene()
		}
		verb := tookBack
		if plan.Kind == genome.KindRedo {
			verb = "Did again "
		}
		done = append(done, fmt.Sprintf("#%d: %s", plan.Of, plan.Sentence))
		told := verb + done[len(done)-1]
		out = e.carryOut(ctx, scene, plan, job{
			sentence: r.Sentence, acts: []act.Act{a}, started: started, progress: r.Progress, timing: act.Timing{Understand: since(started)},
		}, told)
		if out.Status != act.Done {
			return out
		}
		if len(done) > 1 { // the history has a line for each, who asked hears of all
			out.Sentence, out.Reason = said, verb+listDone(done)
		}
	}
	return out
}

// listDone tells the first of some changes, and how many more there are.
func listDone(done []string) string {
	told := strings.Join(done[:min(len(done), toldBack)], ", ")
	if more := len(done) - toldBack; more > 0 {
		told += fmt.Sprintf(" and %d more", more)
	}
	return told
}

// stepOf is what stands for the words of one of several steps until it is known what it takes back or does again.
func stepOf(in act.Intent) string { return string(in) }

// carryOut makes a plan of the history real, through the same gate, trial and commit as everything else. Told is what the
// receipt says then.
func (e *Engine) carryOut(ctx context.Context, scene *Scene, plan genome.Plan, j job, told string) act.Receipt {
	j.kind, j.of, j.back = plan.Kind, plan.Of, true
	if plan.Kind != genome.KindUndo && plan.Kind != genome.KindRedo {
		j.of = 0
	}
	if j.sentence == "undo" || j.sentence == "redo" { // by key or command: the history says of what
		j.sentence = fmt.Sprintf("%s #%d: %s", j.sentence, plan.Of, plan.Sentence)
	}
	if j.route == "" {
		j.route = act.RouteReflex
	}
	j.write = func(_ context.Context, d *draft) error {
		d.keep = plan.Kind == genome.KindDrop // it ends the attempt, even one that came to nothing
		return d.adopt(plan)
	}
	j.told = told
	return e.transact(ctx, scene, j)
}

// recall reads from the newest change of the history what "it" and "again" mean.
func (e *Engine) recall() {
	for h, r := range e.holding(10) {
		e.lastActs, e.lastAt = r.Acts, h.Time
		if r.Target.Cell != "" {
			t := r.Target
			e.last = &t
		}
		return
	}
}
