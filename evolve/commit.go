package evolve

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"cellshell/evolve/act"
	"cellshell/genome"
	"cellshell/tissue"
)

// commit records and swaps.
func (e *Engine) commit(ctx context.Context, trial Trial, d *draft, r act.Receipt, j job, fail func(error) act.Receipt) act.Receipt {
	j.progress(Progress{Stage: "commit"})
	if err := ctx.Err(); err != nil { // the last moment to change one's mind
		trial.Abort()
		return fail(cancelled(err))
	}
	r.Status = act.Done
	if j.status != "" {
		r.Status = j.status
	}
	for _, id := range d.changed() {
		if dc := d.doc.Cells[id]; dc != nil {
			r.Generation = dc.Generation
			break
		}
	}
	r.Reason = first(j.told, d.remark)
	if id := tissue.CellID(r.Target.Cell); d.fresh[id] {
		r.Names[r.Target.Cell] = title(d.doc.Cells[id], id)
	}
	if j.cost != nil {
		r.Cost = *j.cost
	}
	r.Timing.Total = since(j.started)
	stored := r
	stored.Commit, stored.Undo = "", ""
	raw, err := json.Marshal(stored)
	if err != nil {
		trial.Abort()
		return fail(err)
	}
	// A sentence that reached its commit is carried out whole: its context no longer counts.
	begun, agreed := time.Now(), e.followed == e.newest()
	done, err := trial.Commit(context.WithoutCancel(ctx), genome.Change{
		Doc: d.doc, Sentence: j.sentence, Status: string(r.Status), Receipt: raw, Author: first(j.author, "user"), Kind: j.kind, Of: j.of,
	})
	if err != nil {
		r.Status, r.Generation = act.Failed, 0
		return fail(err)
	}
	r.Commit = done.Entry.Hash
	if e.followed = ""; agreed {
		e.followed = r.Commit
	}
	r.Undo = fmt.Sprintf("cell undo %d", done.Entry.N)
	if done.Engine != "" {
		r.Engine = done.Engine
	}
	if done.Generation > 0 {
		r.Generation = done.Generation
	}
	if done.Flag != "" {
		r.Checks = append(r.Checks, act.Check{What: "shown", Before: "", After: done.Flag, OK: true})
	}
	r.Timing.Swap = since(begun) // recorded, then shown
	e.finish(&r, j)
	if j.kind == genome.KindEvolve || j.kind == genome.KindHand {
		e.remember(r.Acts, r.Target)
	}
	return r
}

// already answers a sentence that asks for what is so.
func (e *Engine) already(d *draft, r act.Receipt, j job) act.Receipt {
	m, err := d.measure(d.before)
	r.Checks = m.checks
	if err != nil {
		r.Reason = reason(err)
	} else {
		r.Status, r.Reason = act.Done, "It is so already; nothing was changed."
	}
	e.finish(&r, j)
	return r
}

// finish fills in the total and logs.
func (e *Engine) finish(r *act.Receipt, j job) {
	if j.cost != nil {
		r.Cost = *j.cost
	}
	r.Timing = rounded(r.Timing, j.started)
	e.o.Log.Info("evolved", "sentence", r.Sentence, "status", r.Status, "route", r.Route, "reason", r.Reason, "ms", r.Timing.Total)
}

// rounded is a timing as receipts have it, with the total so far.
func rounded(t act.Timing, started time.Time) act.Timing {
	if !started.IsZero() {
		t.Total = since(started)
	}
	for _, v := range []*float64{&t.Understand, &t.Write, &t.Gate, &t.Build, &t.Trial, &t.Swap, &t.Total} {
		*v = round2(*v)
	}
	return t
}

func since(t time.Time) float64 { return float64(time.Since(t)) / float64(time.Millisecond) }
