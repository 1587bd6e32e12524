package body

import (
	"fmt"

	"cellshell/compositor"
	"cellshell/tissue"
)

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
	in := b.still()
	in.Doc = t.doc
	if t.shot != nil {
		in.Edit = t.shot.edits
	}
	cells := map[tissue.CellID]*shown{}
	for id := range t.doc.Cells {
		s := &shown{}
		if c := b.cells[id]; c != nil {
			s = c.shown()
		}
		cells[id] = s
	}
	b.mu.Unlock()
	for id, s := range cells {
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
		in.Cells[id] = compositor.CellInput{Tree: s.tree, Dead: s.dead}
	}
	for id := range in.Cells {
		if t.doc.Cells[id] == nil {
			delete(in.Cells, id)
		}
	}
	t.in = in
	l := compositor.Arrange(in)
	b.mu.Lock()
	t.after = b.scene(t.doc, cells, l)
	b.mu.Unlock()
	t.after.Paint = painter(in, l)
}
