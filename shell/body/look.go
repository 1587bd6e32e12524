package body

import (
	"bytes"
	"fmt"
	"image"
	"image/png"

	"cellshell/compositor"
	"cellshell/gpu/soft"
	"cellshell/tissue"
)

// longestSide bounds what a model gets to see, pixels.
const longestSide = 512

// drawAlone is a PNG of one cell without what stands behind or in front of it, scaled down.
func (b *Body) drawAlone(id tissue.CellID) ([]byte, error) {
	b.mu.Lock()
	dc := b.doc.Cells[id]
	if dc == nil {
		b.mu.Unlock()
		return nil, fmt.Errorf("there is no cell %q", id)
	}
	in := b.input()
	in.Doc = b.doc.Clone()
	for other := range in.Doc.Cells {
		if other != id {
			delete(in.Doc.Cells, other)
		}
	}
	in.Cells = map[tissue.CellID]compositor.CellInput{id: in.Cells[id]}
	in.Scale = 1
	placed, ok := compositor.Arrange(in).Cell(id)
	if !ok {
		b.mu.Unlock()
		return nil, fmt.Errorf("%s is not on the screen", id)
	}
	in.Scale = min(1, longestSide/max(placed.Bounds.W, placed.Bounds.H))
	layout := compositor.Arrange(in)
	placed, _ = layout.Cell(id)
	scene := compositor.Paint(in, layout, nil, 0)
	b.mu.Unlock()
	scene.Scale = in.Scale
	whole := soft.Render(scene)
	r := placed.Bounds
	crop := image.Rect(int(r.X*in.Scale), int(r.Y*in.Scale), int((r.X+r.W)*in.Scale), int((r.Y+r.H)*in.Scale)).Intersect(whole.Bounds())
	if crop.Empty() {
		return nil, fmt.Errorf("%s stands outside of the screen", id)
	}
	var out bytes.Buffer
	if err := png.Encode(&out, whole.SubImage(crop)); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
