package evolve

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"cellshell/evolve/act"
	"cellshell/genome"
	"cellshell/interp/build"
	"cellshell/tissue"
)

// job is one transaction to be made: what to write, and how it goes into the history.
type job struct {
	sentence string
	acts     []act.Act
	route    act.Route // "" as the draft says
	kind     string    // of the genome: evolve, hand, undo, redo
	of       int
	back     bool // cells that come back bring what they had when they left
	author   string
	status   act.Status // of the receipt when all went well; "" is done
	only     bool
	write    func(ctx context.Context, d *draft) error
	without  func([]act.Act) // from then on write leaves these acts out; nil where it cannot
	progress func(Progress)
	timing   act.Timing // of the stages before
	cost     *act.Cost  // of the model, as it grows
	dry      *dryRun    // set: nothing is committed, it gets what the trial came to
	told     string     // what the receipt says then; "" as its acts do
	fault    *error     // gets the error of a failure before the commit; may be nil
	started  time.Time
}

// attempts is how often a proposal is written anew because its geometry came out differently than computed.
const attempts = 3

// transact takes a job through write, gate, trial, measure, swap and record. All that can go wrong does so before
// anything changes.
func (e *Engine) transact(ctx context.Context, scene *Scene, j job) act.Receipt {
	r := act.Receipt{
		Sentence: j.sentence, Status: act.Failed, Route: j.route, Acts: j.acts, Checks: []act.Check{}, Reflowed: []string{}, Timing: j.timing,
	}
	if r.Acts == nil {
		r.Acts = []act.Act{}
	}
	if j.progress == nil {
		j.progress = func(Progress) {}
	}
	fail := func(err error) act.Receipt {
		r.Status, r.Reason = statusOf(err), reason(err)
		if j.fault != nil {
			*j.fault = err
		}
		var u *unsure
		if errors.As(err, &u) {
			r.Question, r.Choices, r.Reason = u.text, u.choices, ""
			e.ask(&question{text: u.text, labels: u.choices, sentence: j.sentence, at: r.Target, parse: u.question()})
		}
		var m *missed
		if errors.As(err, &m) {
			r.Checks = m.checks
		}
		e.finish(&r, j)
		return r
	}
	var miss *missed
	var last *draft
	var leftOut []act.Act
	for attempt := range attempts {
		d := newDraft(scene)
		d.only, d.attempt, d.all = j.only, attempt, j.acts
		if miss != nil {
			d.miss = miss.after
		}
		j.progress(Progress{Stage: "write"})
		begun := time.Now()
		err := j.write(ctx, d)
		r.Timing.Write += since(begun)
		r.Target, r.Names = d.target, scene.names(j.acts)
		if r.Route = j.route; r.Route == "" {
			r.Route = d.route
		}
		if err != nil {
			return fail(err)
		}
		if d.empty() {
			return e.already(d, r, j)
		}
		// What is expected of a new cell, or of one that grows and moves, depends on what is known of it.
		if last != nil && last.same(d) && len(d.fresh) == 0 && last.resized == d.resized {
			return fail(miss)
		}
		last = d
		trial, err := e.try(ctx, d, &r, j)
		if err != nil {
			return fail(err)
		}
		m, err := d.measure(trial.After())
		r.Checks, r.MovedOthers, r.Reflowed, r.Overlaps = m.checks, m.moved, m.reflowed, d.overlaps(trial.After())
		r.Still = d.still(trial.After())
		if err != nil {
			trial.Abort()
			if errors.As(err, &miss) && d.tunable(miss) {
				continue
			}
			if miss != nil && len(miss.same) > 0 && j.without != nil && attempt+1 < attempts {
				if leftOut = append(leftOut, miss.same...); len(minus(j.acts, leftOut)) == 0 {
					return fail(err)
				}
				j.without(leftOut)
				miss, last = nil, nil
				continue
			}
			return fail(err)
		}
		if len(leftOut) > 0 {
			r.Checks = append(r.Checks, act.Check{What: act.LeftOut, After: scene.listOf(leftOut), OK: true})
		}
		if j.dry != nil {
			j.dry.keep(trial, d)
			trial.Abort()
			r.Status = act.Done
			return r
		}
		return e.commit(ctx, trial, d, r, j, fail)
	}
	return fail(miss)
}

// try gates the draft's sources and prepares the trial.
func (e *Engine) try(ctx context.Context, d *draft, r *act.Receipt, j job) (Trial, error) {
	p := Proposal{
		Base: d.before.Doc, Doc: d.doc, Sources: map[tissue.CellID]*build.Checked{}, Manifests: d.manifests,
		Files: d.files, Restore: j.back, Of: j.of,
	}
	if len(d.sources) > 0 {
		j.progress(Progress{Stage: "gate"})
	}
	begun := time.Now()
	for _, id := range d.changed() {
		c, err := e.o.Gate.Check("main.go", d.sources[id])
		if err != nil {
			return nil, gateError(titleOf(&Scene{Doc: d.doc}, id), err)
		}
		p.Sources[id] = c
	}
	r.Timing.Gate += since(begun)
	j.progress(Progress{Stage: "trial"})
	begun = time.Now()
	trial, err := e.o.Desk.Prepare(ctx, p)
	took := since(begun)
	if err != nil {
		r.Timing.Trial += took
		return nil, err
	}
	engine, built := trial.Built()
	buildTime := float64(built) / float64(time.Millisecond)
	r.Engine = engine
	r.Timing.Build += buildTime
	r.Timing.Trial += max(0, took-buildTime)
	return trial, nil
}

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

// same reports whether two drafts propose the same.
func (d *draft) same(o *draft) bool {
	return tissue.Equal(d.doc, o.doc) && maps.EqualFunc(d.sources, o.sources, func(a, b []byte) bool { return string(a) == string(b) })
}

func since(t time.Time) float64 { return float64(time.Since(t)) / float64(time.Millisecond) }

// minus are the acts without some of them.
func minus(acts, without []act.Act) []act.Act {
	return slices.DeleteFunc(slices.Clone(acts), func(a act.Act) bool {
		return slices.ContainsFunc(without, func(o act.Act) bool { return o.Intent == a.Intent && o.Target == a.Target })
	})
}

// listOf names what acts are about.
func (s *Scene) listOf(acts []act.Act) string {
	var out []string
	for _, a := range acts {
		out = append(out, s.Called(a.Target))
	}
	return strings.Join(out, ", ")
}
