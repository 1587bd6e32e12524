package compositor

import (
	"cellshell/gpu/paint"
	"cellshell/tissue"
)

// Portrait turns one cell of a layout into a display list, one device pixel for each logical one, in the coordinates of the
// desktop: on the plain ground of the theme, with nothing behind and nothing in front of it. For no cell it is the wallpaper
// alone. nil for a cell that is not there.
func Portrait(in Input, l *Layout, id tissue.CellID) *paint.Scene {
	p := &painter{in: in, l: l, th: Theme(in.Doc), scale: 1}
	out := &paint.Scene{W: l.W, H: l.H, Scale: 1}
	if id == "" {
		p.wallpaper()
		out.Ops = p.ops
		return out
	}
	c, ok := l.Cell(id)
	if !ok || c.root == nil {
		return nil
	}
	ground, _ := p.th.Ground()
	ground.A = 255
	p.fill(paint.Rect{W: l.W, H: l.H}, 0, ground)
	p.cell, p.th = c, p.th.WithAccent(c.cell.Accent)
	p.placed(c, 1)
	out.Ops = p.ops
	return out
}
