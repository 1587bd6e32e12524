package compositor

import (
	"cmp"
	"slices"

	"cellshell/compositor/layout"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// Sizes of frames, logical pixels at scale 1.
const (
	TitleBar     = 40.0
	PanelHeight  = 36.0
	WidgetMax    = 480.0 // width of a widget that says none, unless its content cannot be narrower
	WindowWidth  = 480.0
	leastWindow  = 160.0 // a desktop that is smaller shows a part
	WindowHeight = 360.0
	Margin       = 24.0 // between cells, and between them and the edges, where the desktop itself places them
)

// Arrange lays everything out.
func Arrange(in Input) *Layout {
	l := &Layout{W: in.W, H: in.H, Scale: in.Scale, Area: paint.Rect{W: in.W, H: in.H}, byID: map[tissue.CellID]int{}}
	if !(l.Scale > 0) {
		l.Scale = 1
	}
	if in.Doc == nil {
		return l
	}
	l.theme = in.Doc.Theme
	ids := order(in)
	for _, id := range ids {
		if c := in.Doc.Cells[id]; c.Kind == tissue.KindPanel {
			l.Cells = append(l.Cells, in.panel(id, c, &l.Area))
		}
	}
	for _, id := range ids {
		if c := in.Doc.Cells[id]; c.Kind != tissue.KindPanel {
			l.Cells = append(l.Cells, in.cell(id, c, l.Area))
		}
	}
	l.finish()
	return l
}

// order lists the cells that are shown, in the order they were made.
func order(in Input) []tissue.CellID {
	var ids []tissue.CellID
	for id, c := range in.Doc.Cells {
		if c == nil || c.Hidden || c.Kind == tissue.KindService {
			continue
		}
		if s, ok := in.Cells[id]; !ok || s.Tree == nil && s.Dead == "" {
			continue
		}
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b tissue.CellID) int {
		return cmp.Or(cmp.Compare(in.Doc.Cells[a].Order, in.Doc.Cells[b].Order), cmp.Compare(a, b))
	})
	return ids
}

func scaleOf(c *tissue.Cell) float64 {
	if s := c.Placement.Scale; s > 0 {
		return min(max(s, 0.1), 10)
	}
	return 1
}

// options are what is the same for every kind of cell.
func (in Input) options(id tissue.CellID, c *tissue.Cell) layout.Options {
	o := layout.Options{Scale: scaleOf(c), Overrides: c.Overrides, TextOverrides: c.TextOverrides, TooltipOverrides: c.TooltipOverrides}
	if e := in.Edit; e != nil {
		o.Edited = func(node string) (string, bool) {
			s, _, _, ok := e.shown(id, node)
			return s.Text, ok
		}
		o.Scrolled = func(node string) paint.Point { return e.Scroll[Key(id, node)] }
		o.Cursor = func(node string) (int, bool) {
			s, _, _, ok := e.shown(id, node)
			return s.Cursor, ok && e.focused(id, node) && e.Loose != Key(id, node)
		}
	}
	return o
}

func (in Input) placed(id tissue.CellID, c *tissue.Cell) Placed {
	p := Placed{ID: id, Kind: c.Kind, Title: c.Title, Scale: scaleOf(c), Dead: in.Cells[id].Dead, Note: in.Cells[id].Note, cell: c}
	if p.Title == "" {
		p.Title = string(id)
	}
	return p
}

// tree lays a cell's tree out. A cell that ended before it drew anything gets a card that says so.
func (in Input) tree(p *Placed, o layout.Options) *layout.Box {
	root := in.Cells[p.ID].Tree
	if root == nil {
		bold, quiet := 600.0, 13.0
		p.standIn = true
		root = &ui.Node{Kind: ui.KindRow, Children: []*ui.Node{
			{Kind: ui.KindIcon, Icon: "warning", Style: ui.Style{Color: "warning"}},
			{Kind: ui.KindColumn, Style: ui.Style{Gap: new(float64)}, Children: []*ui.Node{
				{Kind: ui.KindText, Text: p.Title, Style: ui.Style{Weight: &bold}},
				{Kind: ui.KindText, Text: p.Dead, Style: ui.Style{Size: &quiet, Color: "muted"}},
			}},
		}}
		ui.Identify(root)
	}
	return layout.Tree(root, o)
}

func (in Input) panel(id tissue.CellID, c *tissue.Cell, area *paint.Rect) Placed {
	p := in.placed(id, c)
	o := in.options(id, c)
	o.Panel, o.Fixed = true, true
	edge := edgeOf(c.Placement.Anchor)
	upright := edge == EdgeLeft || edge == EdgeRight
	if upright {
		o.W, o.H = c.Placement.W*p.Scale, area.H
	} else {
		o.W, o.H = area.W, max(c.Placement.H, PanelHeight)*p.Scale
	}
	b := in.tree(&p, o)
	r := paint.Rect{X: area.X, Y: area.Y, W: b.Rect.W, H: b.Rect.H}
	if upright {
		r.W, r.H = min(r.W, area.W), area.H
	} else {
		r.W, r.H = area.W, min(r.H, area.H)
	}
	switch edge {
	case EdgeLeft:
		area.X, area.W = area.X+r.W, area.W-r.W
	case EdgeRight:
		r.X, area.W = area.X+area.W-r.W, area.W-r.W
	case EdgeBottom:
		r.Y, area.H = area.Y+area.H-r.H, area.H-r.H
	default:
		area.Y, area.H = area.Y+r.H, area.H-r.H
	}
	p.Bounds, p.Body = r, r
	if r.W == b.Rect.W && r.H == b.Rect.H {
		b.Shift(r.X, r.Y)
		p.root = b
		return p
	}
	o.X, o.Y, o.Clip = r.X, r.Y, r
	p.root = in.tree(&p, o)
	return p
}

func (in Input) cell(id tissue.CellID, c *tissue.Cell, area paint.Rect) Placed {
	p := in.placed(id, c)
	o := in.options(id, c)
	w, h := c.Placement.W*p.Scale, c.Placement.H*p.Scale
	switch c.Kind {
	case tissue.KindWallpaper:
		p.Bounds = paint.Rect{W: in.W, H: in.H}
		p.Body = p.Bounds
		o.W, o.H, o.Fixed, o.Clip = in.W, in.H, true, p.Bounds
	case tissue.KindWindow:
		if w <= 0 {
			w = WindowWidth * p.Scale
		}
		if h <= 0 {
			h = WindowHeight * p.Scale
		}
		bar := TitleBar * p.Scale
		w, h = min(w, max(area.W, leastWindow)), min(max(h, bar), max(area.H, leastWindow)) // with Within: all of it can be reached
		p.Bounds, p.area = anchored(area, c.Placement, w, h).Within(area), area
		p.Bar = paint.Rect{X: p.Bounds.X, Y: p.Bounds.Y, W: w, H: bar}
		b := 24 * p.Scale
		p.Close = paint.Rect{X: p.Bounds.X + w - b - (bar-b)/2, Y: p.Bounds.Y + (bar-b)/2, W: b, H: b}
		p.Body = paint.Rect{X: p.Bounds.X, Y: p.Bounds.Y + bar, W: w, H: h - bar}
		o.X, o.Y, o.W, o.H, o.Fixed, o.Clip = p.Body.X, p.Body.Y, p.Body.W, max(p.Body.H, 1), true, p.Body
	default:
		o.W, o.H, o.MaxW = w, h, WidgetMax*p.Scale
		b := in.tree(&p, o)
		p.Bounds = anchored(area, c.Placement, b.Rect.W, b.Rect.H)
		p.Body = p.Bounds
		b.Shift(p.Bounds.X-b.Rect.X, p.Bounds.Y-b.Rect.Y)
		p.root = b
		return p
	}
	p.root = in.tree(&p, o)
	return p
}
