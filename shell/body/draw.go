package body

import (
	"bytes"
	"image"
	"image/png"

	"cellshell/compositor"
	"cellshell/gpu/paint"
	"cellshell/gpu/soft"
	"cellshell/shell/attach"
	"cellshell/tissue"
)

// still is what the desktop of now is painted from: it does not change any more, and needs no lock. mu is held.
func (b *Body) still() compositor.Input {
	in := b.input()
	in.Edit = attach.Keep(b.edits)
	return in
}

// alone is an input of one cell, without its neighbours.
func alone(in compositor.Input, id tissue.CellID) compositor.Input {
	doc := *in.Doc
	doc.Cells = map[tissue.CellID]*tissue.Cell{id: in.Doc.Cells[id]}
	in.Doc, in.Cells = &doc, map[tissue.CellID]compositor.CellInput{id: in.Cells[id]}
	return in
}

// cut is the part of a scene that is in a rectangle, drawn by the processor; nil when that is nothing.
func cut(s *paint.Scene, r paint.Rect) image.Image {
	whole := soft.Render(s)
	part := image.Rect(int(r.X*s.Scale), int(r.Y*s.Scale), int((r.X+r.W)*s.Scale+.5), int((r.Y+r.H)*s.Scale+.5)).Intersect(whole.Bounds())
	if part.Empty() {
		return nil
	}
	return whole.SubImage(part)
}

// encodePNG makes a PNG of a picture, as small as it gets.
func encodePNG(img image.Image) ([]byte, error) {
	var out bytes.Buffer
	err := png.Encode(&out, img)
	return out.Bytes(), err
}

// decodePNG decodes a picture of ours.
func decodePNG(data []byte) (image.Image, error) { return png.Decode(bytes.NewReader(data)) }
