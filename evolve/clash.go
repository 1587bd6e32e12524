package evolve

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"cellshell/evolve/act"
	"cellshell/evolve/edit"
	"cellshell/evolve/reflex"
	"cellshell/genome"
	"cellshell/tissue"
)

// noUndo says why a change cannot be taken back. When a later one is in the way it shows both and asks.
func (e *Engine) noUndo(ctx context.Context, scene *Scene, sentence string, a act.Act, err error, started time.Time) act.Receipt {
	c, ok := errors.AsType[*genome.ConflictError](err)
	if !ok || a.Intent == act.Redo || c.Later == 0 {
		return e.noTravel(sentence, a, err, started)
	}
	versions := versionsOf(c)
	var what []string
	for _, v := range versions {
		what = append(what, v.What)
	}
	q := &reflex.Question{Text: fmt.Sprintf("#%d %q and #%d %q both changed %s. Which shall it be?", c.N, c.Sentence, c.Later, c.LaterMeaning, strings.Join(what, " and "))}
	back, now := undoTaking(c.N, act.TakeBack), undoTaking(c.N, act.TakeNow)
	q.Choices = append(q.Choices, reflex.Choice{Label: fmt.Sprintf("as it was before #%d", c.N), Acts: []act.Act{back}})
	rest, err := e.planSide(now)
	if err != nil || !e.changes(rest) {
		rest = genome.Plan{}
	}
	if rest.Doc != nil {
		q.Choices = append(q.Choices, reflex.Choice{Label: fmt.Sprintf("as it is now; only the rest of #%d is taken back", c.N), Acts: []act.Act{now}}, reflex.Choice{Label: "nothing is taken back"})
	} else {
		q.Choices = append(q.Choices, reflex.Choice{Label: "as it is now"})
	}
	r := e.asks(sentence, q, []act.Act{a}, started)
	r.Versions = versions
	if plan, err := e.planSide(back); err == nil {
		r.Pictures = e.sketched(ctx, scene, cellOf(c.Clashes[0]), plan, rest)
	}
	return r
}

// cellOf is the cell that a clash is about, "" for the desktop.
func cellOf(c genome.Clash) tissue.CellID {
	if c.Path != "" {
		id, _, _ := genome.CellOf(c.Path)
		return id
	}
	return c.Cell
}

// sketched draws a cell as plans would make it, one picture for each, each in a trial of its own that nobody sees. A plan of
// nothing is the cell as it is. nil where no picture came out.
func (e *Engine) sketched(ctx context.Context, scene *Scene, id tissue.CellID, plans ...genome.Plan) []string {
	if scene.Cells[id] == nil {
		return nil
	}
	out := make([]string, len(plans))
	for i, plan := range plans {
		var dry dryRun
		e.transact(ctx, scene, job{
			sentence: "look at " + string(id), kind: genome.KindUndo, back: true, started: time.Now(), dry: &dry,
			write: func(_ context.Context, d *draft) error {
				d.keep = true
				if plan.Doc != nil {
					if err := d.adopt(plan); err != nil {
						return err
					}
				}
				d.target = act.Target{Cell: string(id)}
				return nil
			},
		})
		out[i] = dry.picture
	}
	return somePictures(out)
}

// undoTaking takes change n back, and where a later one is in the way that side.
func undoTaking(n int, side string) act.Act {
	return act.Act{Intent: act.Undo, Args: act.Args{Number: n, Part: side}}
}

// planSide plans what undoTaking asks for.
func (e *Engine) planSide(a act.Act) (genome.Plan, error) {
	switch a.Args.Part {
	case act.TakeNow:
		return e.o.Store.PlanUndoTaking(genome.Now, a.Args.Number, mergeTaking(edit.Ours))
	case act.TakeBack:
		return e.o.Store.PlanUndoTaking(genome.Back, a.Args.Number, mergeTaking(edit.Theirs))
	}
	return genome.Plan{}, fmt.Errorf("a change cannot be taken back by %q", a.Args.Part)
}

// inTheWay finds the change that is to be taken back before a, so that a takes back what is left: a later one that did nothing
// else than what a takes back too. 0 when there is none.
func (e *Engine) inTheWay(a act.Act) int {
	if a.Args.Part != act.TakeBack {
		return 0
	}
	_, err := e.o.Store.PlanUndo(a.Args.Number, mergeFiles)
	c, ok := errors.AsType[*genome.ConflictError](err)
	if !ok || c.Later == 0 {
		return 0
	}
	plan, err := e.o.Store.PlanUndo(c.Later, mergeFiles)
	if err != nil {
		return 0
	}
	clash := func(fits func(genome.Clash) bool) bool { return slices.ContainsFunc(c.Clashes, fits) }
	for _, op := range tissue.Diff(e.o.Desk.Glance().Doc, plan.Doc) {
		if op.Field != "generation" && !clash(func(cl genome.Clash) bool { return cl.Path == "" && cl.Cell == op.Cell && cl.Field == op.Field }) {
			return 0
		}
	}
	for path, after := range plan.Files {
		if !clash(func(cl genome.Clash) bool { return cl.Path == path && subset(edit.Changed(cl.Is, after), clashing(cl)) }) {
			return 0
		}
	}
	return c.Later
}

// clashing names the declarations of a file that clash.
func clashing(c genome.Clash) (names []string) {
	for _, d := range edit.Clashes(c.Made, c.Is, c.Back) {
		names = append(names, d.Name)
	}
	return names
}

func subset(some, all []string) bool {
	return !slices.ContainsFunc(some, func(s string) bool { return !slices.Contains(all, s) })
}

// changes reports whether a plan changes anything.
func (e *Engine) changes(p genome.Plan) bool {
	return len(p.Files) > 0 || !tissue.Equal(p.Doc, e.o.Desk.Glance().Doc)
}
