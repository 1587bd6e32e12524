package body

import (
	"cellshell/compositor"
	"cellshell/evolve"
	"cellshell/genome"
	"cellshell/gpu/paint"
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
	shot := b.shoot(doc)
	b.shots.add(shot)
	out := b.present(doc)
	in := b.input()
	in.Doc, in.Cells, in.Edit = doc, shot.cells, shot.edits
	out.Paint = painter(in, b.arrange())
	return out
}

// painter paints the cells of a layout. Nothing of it may change any more.
func painter(in compositor.Input, l *compositor.Layout) func(tissue.CellID) *paint.Scene {
	return func(id tissue.CellID) *paint.Scene { return compositor.Portrait(in, l, id) }
}

// Glance implements evolve.Desk. The document is not copied: it is replaced as a whole, never changed.
func (d desk) Glance() *evolve.Scene {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.present(d.doc)
}

// present is a scene of now. mu is held.
func (b *Body) present(doc *tissue.Document) *evolve.Scene {
	cells := make(map[tissue.CellID]*shown, len(b.cells))
	for id, c := range b.cells {
		cells[id] = c.shown()
	}
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

// shown is what a scene says of a live cell. mu is held.
func (c *live) shown() *shown {
	s := &shown{tree: c.tree, source: c.source, manifest: c.manifest, rawMan: c.rawMan, dead: c.failure}
	if c.sess != nil {
		s.engine = c.sess.engine
	}
	return s
}

// scene makes a snapshot out of its parts. mu is held.
func (b *Body) scene(doc *tissue.Document, cells map[tissue.CellID]*shown, l *compositor.Layout) *evolve.Scene {
	out := &evolve.Scene{
		Doc: doc, Cells: make(map[tissue.CellID]*evolve.Cell, len(cells)),
		Viewport: evolve.Rect{W: b.vw, H: b.vh}, Area: evolve.Rect(l.Area),
		Selection: b.selects, Genes: builtins(),
		Resolve: func(cell tissue.CellID, node, color string) (string, string) {
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
			Engine: s.engine, Dead: s.dead, Tree: s.tree, Nodes: map[string]evolve.Rect{}, Texts: map[string]evolve.Text{},
		}
		if dc := doc.Cells[id]; dc != nil {
			c.Generation = dc.Generation
		}
		if p, ok := l.Cell(id); ok {
			c.Bounds, c.Z = evolve.Rect(p.Bounds), p.Z
			for node, box := range p.Nodes {
				c.Nodes[node] = evolve.Rect(box.Bounds)
				if box.FontSize > 0 {
					c.Texts[node] = evolve.Text{Size: box.FontSize, Letters: box.Letters, Line: box.Line, Lines: box.Lines}
				}
			}
		}
		out.Cells[id] = c
	}
	return out
}

func manifestFor(m genome.Manifest, raw []byte) evolve.Manifest {
	out := evolve.Manifest{
		Raw: raw, Name: m.Name, Title: m.Title, Synonyms: m.Synonyms, About: m.Description, Kind: m.Kind, Language: m.Run.Language, Placement: m.Placement,
	}
	for _, s := range m.Styles {
		out.Styles = append(out.Styles, evolve.Style{Name: s.Name, Words: s.Words, Done: s.Done, Set: s.Set})
	}
	return out
}
