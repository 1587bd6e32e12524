package body

import (
	"bytes"
	"context"
	"fmt"
	"time"

	"cellshell/evolve"
	"cellshell/genome"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// Commit implements evolve.Trial: record, then show, then retire what was replaced.
func (t *trial) Commit(ctx context.Context, change genome.Change) (_ evolve.Committed, err error) {
	b := t.b
	defer func() {
		if err != nil {
			t.Abort()
		}
	}()
	if err := t.shadowed(ctx); err != nil {
		return evolve.Committed{}, err
	}
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
	for id, tc := range t.cells {
		b.setAsideOf(id, tc)
	}
	b.swap(doc, t.cells, out.Entry)
	b.noteBranch()
	b.pictured()
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
	return b.handOver(ctx, c.id, tc, props)
}

// handOver gives a generation its state anew.
func (b *Body) handOver(ctx context.Context, id tissue.CellID, tc *tried, props map[string]string) error {
	state, look := with(tc.given, tc.back), tc.sess.look
	if err := tc.sess.ask(func(seq uint64) ui.Message {
		return ui.Start{State: state, Props: props, Look: look, Clock: b.clock(), Seq: seq}
	}); err != nil {
		return err
	}
	if err := tc.sess.settled(ctx); err != nil {
		return fmt.Errorf("%s: the state could not be carried over: %w", id, err)
	}
	return nil
}

// giveBack hands a program from the history what later ones had no place for.
func (b *Body) giveBack(ctx context.Context, id tissue.CellID, tc *tried, props map[string]string) error {
	_, has := tc.sess.picture()
	if tc.back = fitting(b.aside(id), tc.given, has); len(tc.back) == 0 {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, viewDeadline)
	defer cancel()
	return b.handOver(ctx, id, tc, props)
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
			c.stopTimers()
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
		before := conduct{}
		if c != nil {
			before = c.conduct
			before.views = max(before.views, 1) // its first view was seen on trial
		} else {
			c = &live{id: id, timers: map[int]*timer{}, typing: map[string]int{}}
			b.cells[id] = c
			b.leave(c) // a body that died may have forgotten to
			b.putBack(id, tc.left)
		}
		c.manifest, c.rawMan, c.checked = tc.manifest, tc.rawMan, tc.checked
		if tc.checked != nil {
			c.source = tc.checked.Source
		}
		if entry.Kind == genome.KindEvolve || entry.Kind == genome.KindHand {
			c.trusted, c.change = b.now().Add(probation), entry.N
		}
		c.before, c.conduct, c.tookBack = before, conduct{}, ""
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
