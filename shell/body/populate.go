package body

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"sync"
	"time"

	"cellshell/genes"
	"cellshell/genome"
	"cellshell/nucleus"
	"cellshell/tissue"
)

// firstDesktop is what a first start puts on the screen.
var firstDesktop = []struct {
	gene string
}{{"panel"}, {"notes"}, {"counter"}}

// populate makes every cell of the tissue live: those that outlived an earlier body are taken over, the others started.
func (b *Body) populate(ctx context.Context) error {
	doc, files := b.store.Head()
	if doc == nil || len(doc.Cells) == 0 && b.store.Empty() {
		var err error
		if doc, files, err = b.firstStart(); err != nil {
			return err
		}
	}
	b.mu.Lock()
	b.doc = doc
	b.mu.Unlock()
	survivors := b.survivors(ctx)
	var wg sync.WaitGroup
	slots := make(chan struct{}, 4)
	for id := range doc.Cells {
		c := &live{id: id, timers: map[int]*timer{}, typing: map[string]int{}, state: b.loadState(id), seq: b.newestEdit(id)}
		if err := b.read(c, files[id]); err != nil {
			c.failure = err.Error()
			b.sup.Logf(string(id), "%v", err)
		}
		b.mu.Lock()
		b.inherit(c)
		b.cells[id] = c
		b.mu.Unlock()
		if c.failure != "" {
			continue
		}
		wg.Add(1)
		b.background(func() { // ends when the cell is there, or is not
			defer wg.Done()
			slots <- struct{}{}
			defer func() { <-slots }()
			if p := survivors[id]; p != nil && b.reattach(c, p) {
				return
			}
			b.mu.Lock() // what was sent to a process that is gone with its body may be in its state or not
			c.pending = slices.DeleteFunc(c.pending, func(p posted) bool { return p.Seq != 0 })
			b.mu.Unlock()
			b.revive(c)
		})
	}
	there := make(chan struct{})
	b.background(func() { // ends with those above
		wg.Wait()
		close(there)
	})
	select {
	case <-there:
	case <-time.After(populateTime): // whatever hangs comes later, or is killed
	case <-ctx.Done():
		return ctx.Err()
	}
	return nil
}

// populateTime is how long the desktop waits at its start for all cells to show something.
const populateTime = 2 * time.Second

// read parses a cell's files and gates its source.
func (b *Body) read(c *live, f genome.Files) error {
	m, err := genome.ParseManifest(f.Manifest)
	if err != nil {
		return fmt.Errorf("%s: %w", c.id, err)
	}
	c.manifest, c.rawMan, c.source = m, f.Manifest, f.Source
	if len(m.Run.Command) > 0 {
		return nil
	}
	c.checked, err = b.gate.Check("main.go", f.Source)
	return err
}

// survivors are the processes of an earlier body that run the generation the tissue wants; all others are ended.
func (b *Body) survivors(ctx context.Context) map[tissue.CellID]*nucleus.Process {
	found, err := b.sup.Reattach(ctx)
	if err != nil {
		b.log.Warn("could not look for living cells", "err", err)
	}
	out := map[tissue.CellID]*nucleus.Process{}
	many := map[tissue.CellID]int{} // of the wanted generation: nobody can tell which one was shown, so the saved state wins
	for _, p := range found {
		if c := b.doc.Cells[tissue.CellID(p.Cell)]; c != nil && c.Generation == p.Generation {
			many[tissue.CellID(p.Cell)]++
		}
	}
	for _, p := range found {
		id := tissue.CellID(p.Cell)
		c := b.doc.Cells[id]
		if c == nil || c.Generation != p.Generation || many[id] > 1 {
			p.Kill("left over from an earlier body")
			continue
		}
		out[id] = p
	}
	return out
}

// reattach goes on with a cell that outlived the body before: it says hello and gets the picture and state in return.
func (b *Body) reattach(c *live, p *nucleus.Process) bool {
	s := b.newSession(p)
	s.survivor = true
	s.seq.Store(c.seq)
	ctx, cancel := context.WithTimeout(b.ctx, viewDeadline)
	defer cancel()
	err := b.open(context.Background(), s) // a body that closes meanwhile kills nobody
	if err == nil {
		err = s.wait(ctx)
	}
	if err != nil && b.ctx.Err() != nil {
		s.raw.Close() // the next body may be luckier
		return true
	}
	if err != nil {
		p.Kill("did not answer the new body: " + err.Error())
		return false
	}
	b.adopt(c, s)
	b.promote(c, s)
	return true
}

// firstStart makes the default desktop and its first commit.
func (b *Body) firstStart() (*tissue.Document, map[tissue.CellID]genome.Files, error) {
	doc := &tissue.Document{Version: 1, Cells: map[tissue.CellID]*tissue.Cell{}, Theme: tissue.Theme{Mode: "light", Accent: "purple"}}
	files := map[string][]byte{}
	for i, f := range firstDesktop {
		source, _ := genes.Source(f.gene)
		raw, ok := genes.Manifest(f.gene)
		if !ok {
			return nil, nil, fmt.Errorf("body: the built-in %q is missing", f.gene)
		}
		m, err := genome.ParseManifest(raw)
		if err != nil {
			return nil, nil, fmt.Errorf("body: built-in %s: %w", f.gene, err)
		}
		id := doc.NewID(f.gene)
		doc.Cells[id] = &tissue.Cell{Gene: f.gene, Title: m.Title, Kind: m.Kind, Placement: m.Placement, Generation: 1, Order: i + 1}
		files[genome.SourcePath(id)], files[genome.ManifestPath(id)] = source, raw
	}
	_, err := b.store.Commit(genome.Change{
		Doc: doc, Files: files, Sentence: "start", Status: "done", Author: "cellshell", Time: b.now(), Kind: "start",
		Receipt: json.RawMessage(`{}`),
	})
	if err != nil {
		return nil, nil, fmt.Errorf("body: first commit: %w", err)
	}
	d, f := b.store.Head()
	return d, f, nil
}
