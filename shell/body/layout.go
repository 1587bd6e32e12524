package body

import (
	"cellshell/compositor"
	"cellshell/tissue"
)

// touch says that the picture changed. mu is held.
func (b *Body) touch() {
	b.layout = nil
	b.version++
	b.wakeScreens()
}

// arrange returns the layout of now. mu is held.
func (b *Body) arrange() *compositor.Layout {
	if b.layout == nil {
		b.layout = compositor.Arrange(b.input())
	}
	return b.layout
}

// input is what the compositor lays out. mu is held.
func (b *Body) input() compositor.Input {
	in := compositor.Input{Doc: b.doc, Cells: make(map[tissue.CellID]compositor.CellInput, len(b.cells)), W: b.vw, H: b.vh, Scale: b.scale, Edit: b.edits}
	for id, c := range b.cells {
		in.Cells[id] = compositor.CellInput{Tree: c.tree, Dead: c.failure, Note: c.note()}
	}
	return in
}
