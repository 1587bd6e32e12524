package body

import (
	"fmt"

	"cellshell/compositor"
	"cellshell/tissue"
)

// longestSide bounds what a model gets to see, pixels.
const longestSide = 512

// drawAlone is a PNG of one cell without what stands behind or in front of it, scaled down.
func (b *Body) drawAlone(id tissue.CellID) ([]byte, error) {
	b.mu.Lock()
	if b.doc.Cells[id] == nil {
		b.mu.Unlock()
		return nil, fmt.Errorf("there is no cell %q", id)
	}
	in := alone(b.still(), id)
	b.mu.Unlock()
	in.Scale = 1
	placed, ok := compositor.Arrange(in).Cell(id)
	if !ok {
		return nil, fmt.Errorf("%s is not on the screen", id)
	}
	in.Scale = min(1, longestSide/max(placed.Bounds.W, placed.Bounds.H))
	layout := compositor.Arrange(in)
	placed, _ = layout.Cell(id)
	img := cut(compositor.Paint(in, layout, nil, 0), placed.Bounds)
	if img == nil {
		return nil, fmt.Errorf("%s stands outside of the screen", id)
	}
	return encodePNG(img)
}
