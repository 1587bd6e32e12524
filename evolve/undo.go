package evolve

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"time"

	"cellshell/evolve/act"
	"cellshell/evolve/edit"
	"cellshell/evolve/reflex"
	"cellshell/genome"
	"cellshell/tissue"
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

// undoAct carries out an undo or redo act: Count of them, each a commit of its own.
func (e *Engine) undoAct(ctx context.Context, scene *Scene, r Request, a act.Act, started time.Time) act.Receipt {
	var out act.Receipt
	var done []string
	for i := range max(1, a.Args.Count) {
		var plan genome.Plan
		var err error
		switch {
		case a.Intent == act.Redo:
			plan, err = e.o.Store.PlanRedo(mergeFiles)
		case a.Args.Part == "rest":
			plan, err = e.o.Store.PlanUndoRest(a.Args.Number, mergeRest)
		default:
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
		verb := "Took back "
		if plan.Kind == genome.KindRedo {
			verb = "Did again "
		}
		done = append(done, "#"+strconv.Itoa(plan.Of))
		told := verb + done[0] + ": " + plan.Sentence
		if len(done) > 1 {
			told = verb + strings.Join(done, ", ")
		}
		out = e.carryOut(ctx, scene, plan, job{
			sentence: r.Sentence, acts: []act.Act{a}, started: started, progress: r.Progress, timing: act.Timing{Understand: since(started)},
		}, told)
		if out.Status != act.Done {
			return out
		}
	}
	return out
}

// noUndo says why a change cannot be taken back. When a later one is in the way it shows both and asks.
func (e *Engine) noUndo(sentence string, a act.Act, err error, started time.Time) act.Receipt {
	var c *genome.ConflictError
	if !errors.As(err, &c) || a.Intent == act.Redo || c.Later == 0 {
		r := e.plain(sentence, act.Failed, reason(err), started)
		r.Acts = []act.Act{a}
		return r
	}
	q := &reflex.Question{Text: fmt.Sprintf("#%d %q and #%d %q both changed %s", c.N, c.Sentence, c.Later, c.LaterMeaning, c.What)}
	if c.Made != "" {
		q.Text += fmt.Sprintf(": #%d made it %s, now it is %s", c.N, plainJSON(c.Made), plainJSON(c.Is))
	} else {
		q.Text += fmt.Sprintf(" (cell diff %d and cell diff %d show it)", c.N, c.Later)
	}
	q.Text += ". What shall be taken back?"
	undo := func(n int, part string) act.Act {
		return act.Act{Intent: act.Undo, Args: act.Args{Number: n, Part: part}}
	}
	q.Choices = append(q.Choices, reflex.Choice{
		Label: fmt.Sprintf("both: #%d, then #%d", c.Later, c.N), Acts: []act.Act{undo(c.Later, ""), undo(c.N, "")},
	})
	if rest, err := e.o.Store.PlanUndoRest(c.N, mergeRest); err == nil && e.changes(rest) {
		q.Choices = append(q.Choices, reflex.Choice{
			Label: fmt.Sprintf("only what #%d has not touched", c.Later), Acts: []act.Act{undo(c.N, "rest")},
		})
	}
	q.Choices = append(q.Choices, reflex.Choice{Label: "nothing"})
	return e.asks(sentence, q, []act.Act{a}, started)
}

// changes reports whether a plan changes anything.
func (e *Engine) changes(p genome.Plan) bool {
	return len(p.Files) > 0 || !tissue.Equal(p.Doc, e.o.Desk.Scene().Doc)
}

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
	j.write = func(_ context.Context, d *draft) error { return d.adopt(plan) }
	j.told = told
	return e.transact(ctx, scene, j)
}

// mergeRest merges what mergeFiles merges, and leaves the rest as it is.
func mergeRest(base, ours, theirs []byte) ([]byte, bool) {
	if !isGo(base) {
		return genome.MergeText(base, ours, theirs)
	}
	return edit.MergeRest(base, ours, theirs)
}

// mergeFiles merges Go by declaration and everything else by line.
func mergeFiles(base, ours, theirs []byte) ([]byte, bool) {
	if !isGo(base) {
		return genome.MergeText(base, ours, theirs)
	}
	return edit.MergeSources(base, ours, theirs)
}

func isGo(src []byte) bool {
	_, err := parser.ParseFile(token.NewFileSet(), "", src, parser.PackageClauseOnly)
	return err == nil
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
