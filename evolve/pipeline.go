package evolve

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"time"

	"cellshell/evolve/act"
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
		err := e.write(ctx, d, j)
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
		r.Checks = append(r.Checks, sided(r.Acts, trial.After())...)
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
		src := d.sources[id]
		c, err := e.o.Gate.Check("main.go", src)
		if err != nil && d.sessions[id] != nil && mend(e.o.Gate, &src) == nil { // a name that only the part used which is gone
			d.sources[id] = src
			c, err = e.o.Gate.Check("main.go", src)
		}
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

// same reports whether two drafts propose the same.
func (d *draft) same(o *draft) bool {
	return tissue.Equal(d.doc, o.doc) && maps.EqualFunc(d.sources, o.sources, func(a, b []byte) bool { return string(a) == string(b) })
}

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
