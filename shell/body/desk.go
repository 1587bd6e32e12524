package body

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"time"

	"cellshell/compositor"
	"cellshell/evolve"
	"cellshell/genome"
	"cellshell/interp/build"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// desk shows the body to the evolve pipeline.
type desk struct{ *Body }

// Scene implements evolve.Desk.
func (d desk) Scene() *evolve.Scene {
	b := d.Body
	b.mu.Lock()
	defer b.mu.Unlock()
	doc := b.doc.Clone()
	cells := make(map[tissue.CellID]*shown, len(b.cells))
	for id, c := range b.cells {
		s := &shown{tree: c.tree, source: c.source, manifest: c.manifest, rawMan: c.rawMan, dead: c.failure}
		if c.sess != nil {
			s.engine = c.sess.engine
		}
		cells[id] = s
	}
	b.shots.add(b.shoot(doc))
	return b.scene(doc, cells, b.arrange())
}

// shown is what a scene says of one cell.
type shown struct {
	tree     *ui.Node
	source   []byte
	manifest genome.Manifest
	rawMan   []byte
	engine   string
	dead     string
}

// scene makes a snapshot out of its parts. mu is held.
func (b *Body) scene(doc *tissue.Document, cells map[tissue.CellID]*shown, l *compositor.Layout) *evolve.Scene {
	out := &evolve.Scene{
		Doc: doc, Cells: make(map[tissue.CellID]*evolve.Cell, len(cells)),
		Viewport: evolve.Rect{W: b.vw, H: b.vh}, Area: evolve.Rect(l.Area),
		Selection: b.selects, Genes: builtins(),
		Resolve: func(cell tissue.CellID, node, color string) string {
			return l.Color(doc, cell, node, color)
		},
	}
	out.Place = func(_ *tissue.Document, _ tissue.Kind, w, h float64) tissue.Placement {
		if w <= 0 || h <= 0 {
			w, h = 240, 180
		}
		return compositor.FreePlace(l, w, h)
	}
	if p := b.pointer; p != nil {
		out.Point = &evolve.Point{X: p.X, Y: p.Y, Target: p.Target}
	}
	for id, s := range cells {
		c := &evolve.Cell{
			ID: id, Language: s.manifest.Run.Language, Source: s.source, Manifest: manifestFor(s.manifest, s.rawMan),
			Engine: s.engine, Dead: s.dead, Tree: s.tree, Nodes: map[string]evolve.Rect{},
		}
		if dc := doc.Cells[id]; dc != nil {
			c.Generation = dc.Generation
		}
		if p, ok := l.Cell(id); ok {
			c.Bounds, c.Z = evolve.Rect(p.Bounds), p.Z
			for node, box := range p.Nodes {
				c.Nodes[node] = evolve.Rect(box.Bounds)
			}
		}
		out.Cells[id] = c
	}
	return out
}

func manifestFor(m genome.Manifest, raw []byte) evolve.Manifest {
	out := evolve.Manifest{
		Raw: raw, Name: m.Name, Title: m.Title, Synonyms: m.Synonyms, Kind: m.Kind, Language: m.Run.Language, Placement: m.Placement,
	}
	for _, s := range m.Styles {
		out.Styles = append(out.Styles, evolve.Style{Name: s.Name, Words: s.Words, Set: s.Set})
	}
	return out
}

// trial is a proposal with its processes running unseen.
type trial struct {
	b      *Body
	base   *tissue.Document
	shot   *shot            // what the scene of base was laid out from; nil when that is not known any more
	doc    *tissue.Document // as proposed
	cells  map[tissue.CellID]*tried
	files  map[tissue.CellID]map[string][]byte
	after  *evolve.Scene
	engine string
	built  time.Duration
}

// tried is a cell that a proposal changes or adds.
type tried struct {
	sess     *session // nil when only its manifest changed
	checked  *build.Checked
	manifest genome.Manifest
	rawMan   []byte
	given    json.RawMessage // the state it was started with
	left     *left           // of a cell that comes back: what it was when it went; else nil
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
	for i, j := range jobs {
		t.built = max(t.built, took[i])
		t.engine = j.t.sess.engine
	}
	t.layOut()
	return t, nil
}

// rebased carries what happened on the desktop since base over to the wanted document.
func (b *Body) rebased(base, want *tissue.Document) (*tissue.Document, error) {
	b.mu.Lock()
	doc := b.doc.Clone()
	b.mu.Unlock()
	if base == nil {
		return want.Clone(), nil
	}
	for _, op := range tissue.Diff(base, want) {
		if err := doc.Apply(op); err != nil {
			return nil, fmt.Errorf("the desktop changed meanwhile: %w", err)
		}
	}
	return doc, nil
}

// layOut computes the scene as it would be.
func (t *trial) layOut() {
	b := t.b
	b.mu.Lock()
	defer b.mu.Unlock()
	in := b.input()
	in.Doc = t.doc
	if t.shot != nil {
		in.Edit = t.shot.edits
	}
	cells := map[tissue.CellID]*shown{}
	for id := range t.doc.Cells {
		s := &shown{}
		if c := b.cells[id]; c != nil {
			s.tree, s.source, s.manifest, s.rawMan, s.dead = c.tree, c.source, c.manifest, c.rawMan, c.failure
			if c.sess != nil {
				s.engine = c.sess.engine
			}
		}
		if was, ok := t.shot.cell(id); ok { // what nobody proposed to change counts as it was
			s.tree, s.dead = was.Tree, was.Dead
		}
		if tc := t.cells[id]; tc != nil {
			s.manifest, s.rawMan, s.dead = tc.manifest, tc.rawMan, ""
			if tc.checked != nil {
				s.source = tc.checked.Source
			}
			s.tree, _ = tc.sess.picture()
			s.engine = tc.sess.engine
		}
		cells[id] = s
		in.Cells[id] = compositor.CellInput{Tree: s.tree, Dead: s.dead}
	}
	for id := range in.Cells {
		if t.doc.Cells[id] == nil {
			delete(in.Cells, id)
		}
	}
	t.after = b.scene(t.doc, cells, compositor.Arrange(in))
}

// After implements evolve.Trial.
func (t *trial) After() *evolve.Scene { return t.after }

// Built implements evolve.Trial.
func (t *trial) Built() (string, time.Duration) { return t.engine, t.built }

// Abort implements evolve.Trial.
func (t *trial) Abort() {
	for _, tc := range t.cells {
		if tc.sess != nil {
			tc.sess.proc.Kill("trial given up")
			t.b.retire(tc.sess)
		}
	}
	t.cells = nil
}

// Commit implements evolve.Trial: record, then show, then retire what was replaced.
func (t *trial) Commit(ctx context.Context, change genome.Change) (_ evolve.Committed, err error) {
	b := t.b
	defer func() {
		if err != nil {
			t.Abort()
		}
	}()
	for id, tc := range t.cells {
		b.mu.Lock()
		c := b.cells[id]
		b.mu.Unlock()
		if c == nil {
			continue
		}
		c.turn.Lock() // in the order of a map: nobody else holds two turns, and changes come one at a time
		defer c.turn.Unlock()
		if err := b.catchUp(ctx, c, tc, t.doc.Cells[id].Props); err != nil {
			return evolve.Committed{}, err
		}
	}
	doc, err := b.rebased(t.base, t.doc)
	if err != nil {
		return evolve.Committed{}, err
	}
	change.Doc = doc
	if change.Files == nil {
		change.Files = map[string][]byte{}
	}
	out := evolve.Committed{Engine: t.engine}
	for id, tc := range t.cells {
		if tc.checked != nil {
			change.Files[genome.SourcePath(id)] = tc.checked.Source
		}
		change.Files[genome.ManifestPath(id)] = tc.rawMan
		out.Generation = doc.Cells[id].Generation
	}
	for id, files := range t.files {
		for name, data := range files {
			change.Files["cells/"+string(id)+"/"+name] = data
		}
	}
	if out.Entry, err = b.store.Commit(change); err != nil {
		return evolve.Committed{}, fmt.Errorf("could not be recorded: %w", err)
	}
	began := time.Now()
	b.swap(doc, t.cells, out.Entry)
	out.Flag = b.presented()
	out.Swap = time.Since(began)
	if t.engine == "" {
		out.Generation = 0
	}
	t.cells = nil
	return out, nil
}

// catchUp gives the new generation what happened in the old one since the trial began. The cell's turn is held.
func (b *Body) catchUp(ctx context.Context, c *live, tc *tried, props map[string]string) error {
	ctx, cancel := context.WithTimeout(ctx, viewDeadline)
	defer cancel()
	b.mu.Lock()
	old := c.sess
	b.mu.Unlock()
	if old != nil {
		_ = old.settled(ctx) // a cell that hangs has no newer state than the one known
	}
	b.mu.Lock()
	state, look := c.state, b.lookLocked()
	was := tc.sess.look
	tc.sess.look = look
	b.mu.Unlock()
	if bytes.Equal(state, tc.given) && look == was {
		return nil
	}
	tc.given = state
	if err := tc.sess.ask(func(seq uint64) ui.Message {
		return ui.Start{State: state, Props: props, Look: look, Clock: b.clock(), Seq: seq}
	}); err != nil {
		return err
	}
	if err := tc.sess.settled(ctx); err != nil {
		return fmt.Errorf("%s: the state could not be carried over: %w", c.id, err)
	}
	return nil
}

// swap shows a recorded document with its new generations, in one step, and ends what it replaced.
func (b *Body) swap(doc *tissue.Document, tried map[tissue.CellID]*tried, entry genome.Entry) {
	b.mu.Lock()
	b.doc = doc
	var gone []*session
	leaving := map[tissue.CellID]*left{}
	for id, c := range b.cells {
		if doc.Cells[id] == nil {
			if c.sess != nil {
				gone = append(gone, c.sess)
				c.sess = nil
			}
			for _, t := range c.timers {
				t.next.Stop()
			}
			delete(b.cells, id)
			leaving[id] = b.leave(c) // undo brings the cell back with it
		}
	}
	type pair struct {
		c *live
		s *session
	}
	var adopt []pair
	for id, tc := range tried {
		c := b.cells[id]
		if c == nil {
			c = &live{id: id, timers: map[int]*timer{}, typing: map[string]int{}}
			b.cells[id] = c
			b.putBack(id, tc.left)
		}
		c.manifest, c.rawMan, c.checked = tc.manifest, tc.rawMan, tc.checked
		if tc.checked != nil {
			c.source = tc.checked.Source
		}
		if entry.Kind == genome.KindEvolve || entry.Kind == genome.KindHand {
			c.trusted, c.change = b.now().Add(probation), entry.N
		}
		c.backoff.Reset()
		adopt = append(adopt, pair{c, tc.sess})
	}
	b.touch()
	b.mu.Unlock()
	for id, l := range leaving {
		if err := b.keep(id, entry.N, l); err != nil {
			b.log.Warn("the state of a removed cell could not be saved", "cell", id, "err", err)
		}
	}
	for _, p := range adopt {
		b.adopt(p.c, p.s)
		b.promote(p.c, p.s)
	}
	for _, s := range gone {
		b.retire(s)
	}
	b.tellLook()
	b.dirtyInput()
}
