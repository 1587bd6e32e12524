package body

import (
	"cellshell/compositor"
	"cellshell/shell/attach"
	"cellshell/tissue"
)

// shot is what one scene was laid out from. A trial is measured against its scene, so it is laid out from the same trees and
// the same typed text but for the cells it changes: what a cell draws by itself meanwhile is nobody's doing.
type shot struct {
	doc   *tissue.Document // of the scene: names it
	cells map[tissue.CellID]compositor.CellInput
	edits *compositor.Edits
}

func (s *shot) cell(id tissue.CellID) (compositor.CellInput, bool) {
	if s == nil {
		return compositor.CellInput{}, false
	}
	c, ok := s.cells[id]
	return c, ok
}

// shoot takes down what the layout of now is made from. mu is held.
func (b *Body) shoot(doc *tissue.Document) *shot {
	return &shot{doc: doc, cells: b.input().Cells, edits: attach.Keep(b.edits)}
}

// shots are the newest scenes handed out: a sentence that waits for a model lets others have their turn.
type shots struct {
	list [8]*shot
	next int
}

func (s *shots) add(n *shot) {
	s.list[s.next%len(s.list)] = n
	s.next++
}

func (s *shots) of(doc *tissue.Document) *shot {
	for _, n := range s.list {
		if n != nil && n.doc == doc {
			return n
		}
	}
	return nil
}
