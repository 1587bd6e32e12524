package evolvetest

import (
	"bytes"
	"context"
	"errors"
	"time"

	"cellshell/evolve"
	"cellshell/genome"
	"cellshell/tissue"
)

type trial struct {
	desk    *Desk
	doc     *tissue.Document
	cells   map[tissue.CellID]*live
	started []*live
	after   *evolve.Scene
	ended   bool
}

func (t *trial) After() *evolve.Scene {
	if t.desk.Lie != nil {
		t.desk.Lie(t.desk.Scene(), t.after)
	}
	return t.after
}

func (t *trial) Built() (string, time.Duration) {
	if len(t.started) == 0 {
		return "", 0
	}
	return "yaegi", 0
}

func (t *trial) Abort() {
	t.desk.mu.Lock()
	defer t.desk.mu.Unlock()
	t.abort()
}

func (t *trial) abort() {
	if t.ended {
		t.desk.t.Error("a trial ended twice")
	}
	t.ended = true
	for _, c := range t.started {
		c.stop()
	}
}

func (t *trial) Commit(_ context.Context, c genome.Change) (evolve.Committed, error) {
	d := t.desk
	d.mu.Lock()
	defer d.mu.Unlock()
	if t.ended {
		return evolve.Committed{}, errors.New("a trial ended twice")
	}
	t.ended = true
	if d.Clock != nil {
		c.Time = d.Clock()
	}
	c.Files = map[string][]byte{}
	for id, l := range t.cells {
		old := d.cells[id]
		if old == nil || !bytes.Equal(old.source, l.source) {
			c.Files[genome.SourcePath(id)] = l.source
		}
		if old == nil || !bytes.Equal(old.manifest.Raw, l.manifest.Raw) {
			c.Files[genome.ManifestPath(id)] = l.manifest.Raw
		}
	}
	entry, err := d.Store.Commit(c)
	if err != nil {
		for _, l := range t.started {
			l.stop()
		}
		return evolve.Committed{}, err
	}
	d.Commits++
	for id, old := range d.cells {
		if l := t.cells[id]; old.program != nil && (l == nil || l.program != old.program) {
			old.stop()
		}
	}
	d.doc, d.cells = t.doc, t.cells
	out := evolve.Committed{Entry: entry}
	if len(t.started) > 0 {
		out.Engine = "yaegi"
	}
	return out, nil
}
