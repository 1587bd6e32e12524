package compositor

import (
	"cellshell/compositor/layout"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// Layout is where everything stands. It does not change once made.
type Layout struct {
	W, H  float64
	Scale float64
	Area  paint.Rect // the desktop less the panels: placements count from its edges
	Cells []Placed   // in reading order: rows from the top, each from the left
	stack []int      // indices of Cells from back to front
	byID  map[tissue.CellID]int
	theme tissue.Theme
}

// Placed is a cell with its place. All rectangles are absolute, logical pixels.
type Placed struct {
	ID     tissue.CellID
	Kind   tissue.Kind
	Title  string
	Bounds paint.Rect
	Bar    paint.Rect // title bar of a window; empty for other kinds
	Close  paint.Rect // the button in it
	Body   paint.Rect // where the tree is shown
	Z      int        // position from back to front among all cells, from 0
	Scale  float64
	Dead   string
	Note   string
	Nodes  map[string]NodeBox
	Order  []string // ids of the nodes in reading order, parents before children

	Scroll    paint.Point // how far the whole tree is scrolled, in a window
	ScrollMax paint.Point // how far it can be

	root    *layout.Box
	area    paint.Rect // of a window: what it stands in
	standIn bool       // root is not the cell's
	cell    *tissue.Cell
}

// NodeBox is a node with its place.
type NodeBox struct {
	ID        string
	Kind      ui.Kind
	Bounds    paint.Rect  // absolute
	Visible   paint.Rect  // what of Bounds is not clipped away
	Text      string      // as shown
	Style     ui.Style    // with overrides merged in and what the node inherits
	Scale     float64     // all scales around it and its own multiplied
	FontSize  float64     // of its text as shown, logical pixels; 0 for kinds without
	Letters   float64     // room between its letters as shown beyond what suits the size, logical pixels
	Line      float64     // from line to line of its text as shown, logical pixels; 0 for kinds without
	Lines     int         // of its text as shown
	Tooltip   string      // what is shown while the pointer rests on it
	Accent    string      // what the role accent means in it; "" as the theme has it
	Color     string      // of its text and icons, a role or #rrggbb; "" as its kind has it
	Disabled  bool        // by itself or by a container
	Scroll    paint.Point // how far its content is scrolled
	ScrollMax paint.Point // how far it can be
	Clipped   bool        // its text does not fit and ends in an ellipsis
	Node      *ui.Node
}

// Cell is a cell's place.
func (l *Layout) Cell(id tissue.CellID) (*Placed, bool) {
	i, ok := l.byID[id]
	if !ok {
		return nil, false
	}
	return &l.Cells[i], true
}

// Node is a node's place.
func (l *Layout) Node(id tissue.CellID, node string) (NodeBox, bool) {
	c, ok := l.Cell(id)
	if !ok {
		return NodeBox{}, false
	}
	n, ok := c.Nodes[node]
	return n, ok
}

// Stack lists the cells from back to front.
func (l *Layout) Stack() []*Placed {
	out := make([]*Placed, len(l.stack))
	for i, at := range l.stack {
		out[i] = &l.Cells[at]
	}
	return out
}

// index fills Nodes and Order from the box tree.
func (p *Placed) index() {
	p.Nodes = map[string]NodeBox{}
	var walk func(b *layout.Box, off bool)
	walk = func(b *layout.Box, off bool) {
		n := NodeBox{
			ID: b.ID, Kind: b.Node.Kind, Bounds: b.Rect, Visible: b.Rect.Intersect(b.Clip), Text: b.Text, Style: b.Style, Scale: b.Scale,
			Tooltip: b.Tooltip, Accent: b.Accent, Color: b.Color, Disabled: b.Dim || off, Scroll: b.Scroll, Node: b.Node,
			ScrollMax: paint.Point{X: max(0, b.Content.W-b.Inner.W), Y: max(0, b.Content.H-b.Inner.H)},
		}
		if b.Block != nil {
			n.FontSize, n.Clipped = b.Font.Size, b.Block.Truncated
			n.Letters, n.Line, n.Lines = b.LetterRoom(), b.Block.Lines[0].H, len(b.Block.Lines)
		}
		p.Nodes[b.ID] = n
		p.Order = append(p.Order, b.ID)
		for _, k := range b.Kids {
			walk(k, off || b.Node.Kind == ui.KindShader) // what stands in for a picture is as deaf as one
		}
	}
	if p.standIn {
		return
	}
	walk(p.root, false)
	if e := p.root.Extent; p.Kind == tissue.KindWindow && e.W > 0 {
		p.Scroll = paint.Point{X: p.Body.X - e.X, Y: p.Body.Y - e.Y}
		p.ScrollMax = paint.Point{X: max(0, e.W-p.Body.W), Y: max(0, e.H-p.Body.H)}
	}
}
