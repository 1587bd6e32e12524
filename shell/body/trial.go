package body

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"

	"cellshell/compositor"
	"cellshell/evolve"
	"cellshell/genome"
	"cellshell/interp/build"
	"cellshell/tissue"
)

// trial is a proposal with its processes running unseen.
type trial struct {
	b      *Body
	base   *tissue.Document
	shot   *shot            // what the scene of base was laid out from; nil when that is not known any more
	doc    *tissue.Document // as proposed
	cells  map[tissue.CellID]*tried
	files  map[tissue.CellID]map[string][]byte
	after  *evolve.Scene
	in     compositor.Input // what after was laid out from
	engine string
	built  time.Duration

	verdict   chan error // of the shadow runs; nil without any
	endShadow func()     // gives them up
}

// tried is a cell that a proposal changes or adds.
type tried struct {
	sess     *session // nil when only its manifest changed
	checked  *build.Checked
	manifest genome.Manifest
	rawMan   []byte
	given    json.RawMessage            // the state it was started with
	back     map[string]json.RawMessage // what it was given beside that: fields that an earlier program had no place for
	left     *left                      // of a cell that comes back: what it was when it went; else nil
}

// Prepare implements evolve.Desk.
func (d desk) Prepare(ctx context.Context, p evolve.Proposal) (_ evolve.Trial, err error) {
	b := d.Body
	t := &trial{b: b, base: p.Base, cells: map[tissue.CellID]*tried{}}
	b.mu.Lock()
	t.shot = b.shots.of(p.Base)
	b.mu.Unlock()
	defer func() {
		if err != nil {
			t.Abort()
		}
	}()
	if t.doc, err = b.rebased(p.Base, p.Doc); err != nil {
		return nil, err
	}
	if err := t.doc.Check(); err != nil {
		return nil, err
	}
	type job struct {
		l     launch
		t     *tried
		fresh bool // not on the desktop now
	}
	var jobs []job
	b.mu.Lock()
	ids := map[tissue.CellID]bool{}
	for id := range p.Sources {
		ids[id] = true
	}
	for id := range p.Manifests {
		ids[id] = true
	}
	t.files = p.Files
	for id := range ids {
		dc := t.doc.Cells[id]
		if dc == nil {
			b.mu.Unlock()
			return nil, fmt.Errorf("the change has a program for %q, which is not on the desktop", id)
		}
		tc := &tried{}
		var seq uint64
		if old := b.cells[id]; old != nil {
			tc.manifest, tc.rawMan, tc.checked, tc.given = old.manifest, old.rawMan, old.checked, old.state
			seq = old.seq
			if old.sess != nil {
				seq = old.sess.seq.Load()
			}
		}
		if raw, ok := p.Manifests[id]; ok {
			m, err := genome.ParseManifest(raw)
			if err != nil {
				b.mu.Unlock()
				return nil, err
			}
			tc.manifest, tc.rawMan = m, raw
		}
		if c, ok := p.Sources[id]; ok {
			tc.checked = c
		}
		t.cells[id] = tc
		jobs = append(jobs, job{t: tc, fresh: b.cells[id] == nil, l: launch{
			id: id, generation: dc.Generation, checked: tc.checked, manifest: tc.manifest, state: tc.given, props: dc.Props, trial: true, seq: seq,
		}})
	}
	b.mu.Unlock()
	if p.Restore {
		for i := range jobs {
			if jobs[i].fresh {
				jobs[i].t.left = b.recall(jobs[i].l.id, p.Of)
				jobs[i].l.state = jobs[i].t.left.State
				jobs[i].t.given = jobs[i].l.state
			}
		}
	}
	var wg sync.WaitGroup
	errs := make([]error, len(jobs))
	took := make([]time.Duration, len(jobs))
	for i, j := range jobs {
		wg.Go(func() { j.t.sess, took[i], errs[i] = b.run(ctx, j.l) })
	}
	wg.Wait()
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	for _, j := range jobs {
		if tree, _ := j.t.sess.picture(); j.l.checked != nil && !p.Restore {
			if err := refusedShader(tree); err != nil {
				return nil, err
			}
		}
	}
	for _, j := range jobs {
		if p.Restore && !j.fresh && p.Sources[j.l.id] != nil {
			if err := b.giveBack(ctx, j.l.id, j.t, j.l.props); err != nil {
				return nil, err
			}
		}
	}
	for i, j := range jobs {
		t.built = max(t.built, took[i])
		t.engine = j.t.sess.engine
	}
	var runs []shadowRun
	b.mu.Lock()
	for _, j := range jobs {
		if c := b.cells[j.l.id]; c != nil && !p.Restore && p.Sources[j.l.id] != nil && len(c.recent) > 0 {
			runs = append(runs, shadowRun{j.l.id, j.l, slices.Clone(c.recent), maps.Clone(c.replies)})
		}
	}
	b.mu.Unlock()
	t.shadow(runs)
	t.layOut()
	return t, nil
}

// After implements evolve.Trial.
func (t *trial) After() *evolve.Scene { return t.after }

// Built implements evolve.Trial.
func (t *trial) Built() (string, time.Duration) { return t.engine, t.built }

// Abort implements evolve.Trial.
func (t *trial) Abort() {
	if t.endShadow != nil {
		t.endShadow()
	}
	for _, tc := range t.cells {
		if tc.sess != nil {
			tc.sess.proc.Kill("trial given up")
			t.b.retire(tc.sess)
		}
	}
	t.cells = nil
}
