package text

import "cellshell/gpu/paint"

// Ops appends what paints a block with its top left at a point and its baselines on device pixels, scale of them to a logical one.
// Lines that are not near the pane are left out; an empty one leaves out none.
func (b *Block) Ops(to []paint.Op, x, y, scale float64, c paint.Color, pane paint.Rect) []paint.Op {
	for i := range b.Lines {
		l := &b.Lines[i]
		if pane.H > 0 && (y+l.Top-l.H > pane.Y+pane.H || y+l.Top+2*l.H < pane.Y) {
			continue // nobody sees it
		}
		dy := paint.Px(y+l.Baseline, scale)
		for _, r := range l.Runs {
			g := make([]paint.Glyph, len(r.Glyphs))
			for k, q := range r.Glyphs {
				g[k] = paint.Glyph{ID: q.ID, X: q.X + x + l.X, Y: q.Y + dy}
			}
			to = append(to, paint.Glyphs{Font: r.Font, Size: r.Size, Color: c, Glyphs: g})
		}
	}
	return to
}
