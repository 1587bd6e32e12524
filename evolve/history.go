package evolve

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"maps"
	"slices"
	"time"

	"cellshell/evolve/act"
	"cellshell/evolve/edit"
	"cellshell/genome"
	"cellshell/tissue"
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

// adopt makes the draft what a plan says, and expects every field and source of it.
func (d *draft) adopt(plan genome.Plan) error {
	d.doc = plan.Doc.Clone()
	for path, data := range plan.Files {
		id, name, ok := genome.CellOf(path)
		if !ok || d.doc.Cells[id] == nil {
			continue // a cell's files go with the cell
		}
		switch {
		case name == "main.go" && data != nil:
			d.sources[id] = data
		case name == "genome.toml" && data != nil:
			d.manifests[id] = data
		default:
			if d.files == nil {
				d.files = map[tissue.CellID]map[string][]byte{}
			}
			if d.files[id] == nil {
				d.files[id] = map[string][]byte{}
			}
			d.files[id][name] = data
		}
	}
	for id := range d.doc.Cells {
		if d.before.Doc.Cells[id] == nil {
			d.fresh[id] = true
		}
	}
	for _, op := range tissue.Diff(d.before.Doc, d.doc) {
		d.named[op.Cell] = true
		if c := d.before.Doc.Cells[op.Cell]; c != nil && c.Kind == tissue.KindPanel {
			for id := range d.before.Cells {
				d.named[id] = true // a bar that comes or goes moves the desktop
			}
		}
		if d.target.Cell == "" {
			d.target.Cell = string(op.Cell)
		}
		if op.Field != "generation" && len(d.expected) < 12 {
			d.expectField(op)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(d.sources)) {
		d.named[id] = true
		want := string(d.sources[id])
		d.expect("source of "+title(d.doc.Cells[id], id), func(before, after *Scene) (string, string, bool) {
			c := after.Cells[id]
			return generationText(before, id), generationText(after, id), c != nil && string(c.Source) == want
		})
	}
	return nil
}

func generationText(s *Scene, id tissue.CellID) string {
	if c := s.Doc.Cells[id]; c != nil {
		return fmt.Sprintf("generation %d", c.Generation)
	}
	return "not there"
}

// expectField expects one field of the document.
func (d *draft) expectField(op tissue.Op) {
	what := "the desktop: " + op.Field
	if op.Cell != "" {
		what = title(first2(d.doc.Cells[op.Cell], d.before.Doc.Cells[op.Cell]), op.Cell)
		if op.Field != "" {
			what += ": " + op.Field
		}
	}
	if op.Cell != "" && op.Field == "" {
		want := d.doc.Cells[op.Cell] != nil
		d.expect(what, func(before, after *Scene) (string, string, bool) {
			is := after.Cells[op.Cell] != nil
			return there(before.Doc.Cells[op.Cell] != nil), there(is), is == want
		})
		return
	}
	want := string(d.doc.Value(op.Cell, op.Field))
	d.expect(what, func(before, after *Scene) (string, string, bool) {
		was, is := string(before.Doc.Value(op.Cell, op.Field)), string(after.Doc.Value(op.Cell, op.Field))
		return plainJSON(was), plainJSON(is), is == want
	})
}

func first2(a, b *tissue.Cell) *tissue.Cell {
	if a != nil {
		return a
	}
	return b
}

func there(is bool) string {
	if is {
		return "on the desktop"
	}
	return "gone"
}

func plainJSON(s string) string {
	if s == "null" {
		return "not set"
	}
	return unquote(s)
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
