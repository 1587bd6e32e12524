package evolvetest

import (
	"cellshell/compositor"
	"cellshell/evolve"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// tree is what the cell shows now.
func (c *live) picture() *ui.Node {
	if c.program != nil {
		return c.program.Tree
	}
	return c.tree
}

// scene lays everything out and makes a snapshot. mu is held.
func (d *Desk) scene(doc *tissue.Document, cells map[tissue.CellID]*live) *evolve.Scene {
	in := compositor.Input{Doc: doc, Cells: map[tissue.CellID]compositor.CellInput{}, W: 1280, H: 800}
	for id, c := range cells {
		in.Cells[id] = compositor.CellInput{Tree: c.picture()}
	}
	l := compositor.Arrange(in)
	s := &evolve.Scene{
		Doc: doc, Cells: map[tissue.CellID]*evolve.Cell{}, Viewport: evolve.Rect{W: 1280, H: 800}, Area: evolve.Rect(l.Area),
		Selection: d.selection, Genes: d.genes,
		Place: func(_ *tissue.Document, _ tissue.Kind, w, h float64) tissue.Placement {
			return compositor.FreePlace(l, w, h)
		},
	}
	s.Paint = func(id tissue.CellID) *paint.Scene { return compositor.Portrait(in, l, id) }
	if d.point != nil {
		p := *d.point
		s.Point = &p
	}
	s.Resolve = func(cell tissue.CellID, node, color string) (string, string) { return l.Color(doc, cell, node, color) }
	for id, c := range cells {
		dc := doc.Cells[id]
		if dc == nil {
			continue
		}
		e := &evolve.Cell{
			ID: id, Language: c.manifest.Language, Source: c.source, Manifest: c.manifest, Generation: dc.Generation, Tree: c.picture(),
			Nodes: map[string]evolve.Rect{}, Texts: map[string]evolve.Text{},
		}
		if p, ok := l.Cell(id); ok {
			e.Bounds, e.Z = evolve.Rect(p.Bounds), p.Z
			for node, box := range p.Nodes {
				e.Nodes[node] = evolve.Rect(box.Bounds)
				if box.FontSize > 0 {
					e.Texts[node] = evolve.Text{Size: box.FontSize, Letters: box.Letters, Line: box.Line, Lines: box.Lines}
				}
			}
		}
		s.Cells[id] = e
	}
	return s
}
