package evolvetest

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"cellshell/evolve"
	"cellshell/evolve/act"
	"cellshell/genes"
	"cellshell/genome"
	"cellshell/interp/build"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// Desk is a desktop in memory. It implements evolve.Desk.
type Desk struct {
	Store *genome.Store
	Gate  *build.Gate

	// Slow delays each Prepare, as compiling does.
	Slow time.Duration
	// Lie, when set, is handed what each trial shows, and what is shown now, to change it.
	Lie func(now, trial *evolve.Scene)
	// Clock, when set, is the time at which changes are recorded.
	Clock func() time.Time
	// Trials and Commits count.
	Trials, Commits int

	t testing.TB

	mu        sync.Mutex // guards what is below
	doc       *tissue.Document
	cells     map[tissue.CellID]*live
	point     *evolve.Point
	selection []act.Target
	genes     []evolve.Gene
}

// live is a cell on the desk.
type live struct {
	source   []byte
	manifest evolve.Manifest
	program  *Program // nil for a cell in another language
	tree     *ui.Node
}

var gate = sync.OnceValues(func() (*build.Gate, error) { return build.NewGate(context.Background()) })

// New returns an empty desktop of 1280×800, dark, with a history that has begun.
func New(t testing.TB) *Desk {
	t.Helper()
	g, err := gate()
	if err != nil {
		t.Fatal(err)
	}
	store, err := genome.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	d := &Desk{Store: store, Gate: g, t: t, doc: tissue.New(), cells: map[tissue.CellID]*live{}}
	d.doc.Theme = tissue.Theme{Mode: "dark", Accent: "blue"}
	if _, err := store.Commit(genome.Change{Doc: d.doc, Sentence: "first light", Status: "done", Kind: genome.KindStart, Author: "test"}); err != nil {
		t.Fatal(err)
	}
	for _, name := range genes.Names() {
		src, _ := genes.Source(name)
		raw, _ := genes.Manifest(name)
		d.genes = append(d.genes, evolve.Gene{Manifest: d.manifest(raw), Source: src})
	}
	t.Cleanup(func() {
		for _, c := range d.cells {
			c.stop()
		}
		_ = store.Close()
	})
	return d
}

func (c *live) stop() {
	if c.program != nil {
		c.program.Stop()
	}
}

func (d *Desk) manifest(raw []byte) evolve.Manifest {
	m, err := genome.ParseManifest(raw)
	if err != nil {
		d.t.Fatal(err)
	}
	out := evolve.Manifest{
		Raw: raw, Name: m.Name, Title: m.Title, Synonyms: m.Synonyms, About: m.Description, Kind: m.Kind, Language: m.Run.Language, Placement: m.Placement,
	}
	for _, s := range m.Styles {
		out.Styles = append(out.Styles, evolve.Style{Name: s.Name, Words: s.Words, Done: s.Done, Set: s.Set})
	}
	return out
}

// Put places a cell on the desktop without a sentence: with a Go source, or with a tree where the source is "".
func (d *Desk) Put(id, source string, tree *ui.Node, c tissue.Cell) {
	d.t.Helper()
	key := tissue.CellID(id)
	raw := fmt.Sprintf("name = %q\n", id)
	if source == "" {
		raw += "[run]\nlanguage = \"python\"\ncommand = [\"cell.py\"]\n"
	}
	l := &live{manifest: d.manifest([]byte(raw)), tree: tree}
	files := map[string][]byte{genome.ManifestPath(key): []byte(raw)}
	if source != "" {
		checked, err := d.Gate.Check("main.go", []byte(source))
		if err != nil {
			d.t.Fatal(err)
		}
		if l.program, err = Run(d.t, checked.Marked, ui.Start{}); err != nil {
			d.t.Fatal(err)
		}
		l.source = []byte(source)
		files[genome.SourcePath(key)] = l.source
	} else {
		ui.Identify(tree)
	}
	if c.Kind == "" {
		c.Kind = tissue.KindWidget
	}
	if c.Title == "" {
		c.Title = id
	}
	if c.Placement.Anchor == "" {
		c.Placement.Anchor = "top-left"
	}
	c.Generation, c.Order = 1, len(d.doc.Cells)+1
	doc := d.doc.Clone()
	doc.Cells[key] = &c
	if _, err := d.Store.Commit(genome.Change{Doc: doc, Files: files, Sentence: "put " + id, Status: "done", Kind: genome.KindStart, Author: "test"}); err != nil {
		d.t.Fatal(err)
	}
	d.doc, d.cells[key] = doc, l
}

// PointAt moves the pointer onto a node, or onto a cell with node "".
func (d *Desk) PointAt(cell, node string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.point = &evolve.Point{Target: act.Target{Cell: cell, Node: node}}
}

// Select selects things.
func (d *Desk) Select(targets ...act.Target) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.selection = targets
}

// Tap presses a node of a cell.
func (d *Desk) Tap(cell, node string) {
	d.t.Helper()
	d.mu.Lock()
	defer d.mu.Unlock()
	c := d.cells[tissue.CellID(cell)]
	if err := c.program.Send(ui.Event{Node: node, Kind: ui.EventTap}); err != nil {
		d.t.Fatal(err)
	}
}

// Scene implements evolve.Desk.
func (d *Desk) Scene() *evolve.Scene {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.scene(d.doc.Clone(), d.cells)
}

// Glance implements evolve.Desk.
func (d *Desk) Glance() *evolve.Scene { return d.Scene() }

// Prepare implements evolve.Desk.
func (d *Desk) Prepare(ctx context.Context, p evolve.Proposal) (_ evolve.Trial, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.Trials++
	if d.Slow > 0 {
		select {
		case <-time.After(d.Slow):
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	if err := p.Doc.Check(); err != nil {
		return nil, err
	}
	t := &trial{desk: d, doc: p.Doc.Clone(), cells: map[tissue.CellID]*live{}}
	defer func() {
		if err != nil {
			t.abort()
		}
	}()
	for id, c := range d.cells {
		if t.doc.Cells[id] != nil {
			t.cells[id] = c
		}
	}
	for id, raw := range p.Manifests {
		c := &live{manifest: d.manifest(raw)}
		if old := t.cells[id]; old != nil {
			c.source, c.program, c.tree = old.source, old.program, old.tree
		}
		t.cells[id] = c
	}
	for id, checked := range p.Sources {
		if t.doc.Cells[id] == nil {
			return nil, fmt.Errorf("a program for %q, which is not in the document", id)
		}
		start := ui.Start{Props: t.doc.Cells[id].Props}
		c := &live{source: checked.Source}
		if old := t.cells[id]; old != nil {
			c.manifest = old.manifest
			if old.program != nil {
				start.State = old.program.State
			}
		}
		if c.program, err = Run(d.t, checked.Marked, start); err != nil {
			return nil, fmt.Errorf("%s: %w", id, err)
		}
		t.cells[id] = c
		t.started = append(t.started, c)
	}
	for id := range t.doc.Cells {
		if t.cells[id] == nil {
			return nil, fmt.Errorf("cell %q has no program", id)
		}
	}
	t.after = d.scene(t.doc, t.cells)
	return t, nil
}
