package evolve

import (
	"sort"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// Cell is one cell of a [Scene].
type Cell struct {
	ID         tissue.CellID
	Language   string // of its source: "go"; other languages are changed by style overrides only
	Source     []byte // main.go; nil for programs without source here
	Manifest   Manifest
	Generation int
	Engine     string
	Dead       string // why it does not run; "" while it does

	// Tree is the newest interface tree, ids assigned, overrides of the tissue NOT merged in. nil before the first view.
	Tree *ui.Node
	// Bounds is the cell with its frame as laid out, desktop coordinates.
	Bounds Rect
	// Nodes are the boxes of the tree's nodes by id, desktop coordinates, scaled as drawn, not clipped.
	Nodes map[string]Rect
	// Texts are how the texts of those that have one are laid out.
	Texts map[string]Text
	Z     int // place in the stack over all cells, 0 at the back
}

// Text is how a text is laid out, logical pixels as drawn.
type Text struct {
	Size    float64 // of its letters
	Letters float64 // room between them beyond what suits the size
	Line    float64 // from line to line
	Lines   int     // how many there are
}

// Manifest is what the pipeline reads of a cell's genome.toml.
type Manifest struct {
	Raw       []byte
	Name      string
	Title     string
	Synonyms  []string
	About     string // one sentence for people
	Kind      tissue.Kind
	Language  string // "" and "go": Go
	Placement tissue.Placement
	Styles    []Style
}

// Style is a named look of a gene ("analog"): constants of its source and the expressions they get.
type Style struct {
	Name  string
	Words []string
	Done  string            // what the cell does then: "shows no seconds"; "" where nobody said
	Set   map[string]string // constant name → Go expression
}

// Gene is a built-in that a sentence can spawn.
type Gene struct {
	Manifest
	Source []byte
}

// Center returns the middle of r.
func (r Rect) Center() (x, y float64) { return r.X + r.W/2, r.Y + r.H/2 }

// Empty reports whether r has no area.
func (r Rect) Empty() bool { return !(r.W > 0 && r.H > 0) }

// Intersects reports whether r and o share area.
func (r Rect) Intersects(o Rect) bool {
	return r.X < o.X+o.W && o.X < r.X+r.W && r.Y < o.Y+o.H && o.Y < r.Y+r.H
}

// Inset returns r smaller by d on every side.
func (r Rect) Inset(d float64) Rect { return Rect{r.X + d, r.Y + d, r.W - 2*d, r.H - 2*d} }

// IDs returns the cells in reading order: rows from top to bottom, within a row from left to right, ties by creation.
func (s *Scene) IDs() []tissue.CellID {
	ids := make([]tissue.CellID, 0, len(s.Cells))
	for id := range s.Cells {
		ids = append(ids, id)
	}
	sort.Slice(ids, func(i, j int) bool {
		a, b := s.Cells[ids[i]], s.Cells[ids[j]]
		if ra, rb := int(a.Bounds.Y/32), int(b.Bounds.Y/32); ra != rb {
			return ra < rb
		}
		if a.Bounds.X != b.Bounds.X {
			return a.Bounds.X < b.Bounds.X
		}
		return ids[i] < ids[j]
	})
	return ids
}

// Node returns the node of a cell by id, nil when there is none. "" is the root.
func (s *Scene) Node(cell tissue.CellID, id string) *ui.Node {
	c := s.Cells[cell]
	if c == nil || c.Tree == nil {
		return nil
	}
	if id == "" {
		return c.Tree
	}
	return findNode(c.Tree, id)
}

// NodeBounds returns the box of a node, or of the cell for an empty id.
func (s *Scene) NodeBounds(cell tissue.CellID, id string) (Rect, bool) {
	c := s.Cells[cell]
	if c == nil {
		return Rect{}, false
	}
	if id == "" {
		return c.Bounds, true
	}
	r, ok := c.Nodes[id]
	return r, ok
}

func findNode(n *ui.Node, id string) *ui.Node {
	if n == nil || n.ID == id {
		return n
	}
	for _, child := range n.Children {
		if found := findNode(child, id); found != nil {
			return found
		}
	}
	return nil
}

func walkNodes(n *ui.Node, f func(*ui.Node)) {
	if n == nil {
		return
	}
	f(n)
	for _, child := range n.Children {
		walkNodes(child, f)
	}
}

// names are what people call all that acts speak of.
func (s *Scene) names(acts []act.Act) act.Names {
	out := act.NamesOf(acts, s.Called, func(gene string) string {
		if g := s.gene(gene); g != nil {
			return first(g.Title, gene)
		}
		return gene
	}, s.does)
	for _, a := range acts {
		out.Colored(a.Args.Color, reflex.ColorWord(a.Args.Color))
	}
	return out
}

// does says what a cell does in one of its styles: "shows no seconds".
func (s *Scene) does(cell, style string) string {
	if c := s.Cells[tissue.CellID(cell)]; c != nil {
		if st := c.Manifest.style(style); st != nil {
			return st.Done
		}
	}
	return ""
}

// Called is what a person calls a target. See [act.Called].
func (s *Scene) Called(t act.Target) string {
	id := tissue.CellID(t.Cell)
	dc, c := s.Doc.Cells[id], s.Cells[id]
	switch {
	case t.Cell == "":
		return "the desktop"
	case dc == nil || c == nil:
		return t.Cell
	}
	return act.Called(title(dc, id), t.Node, func(yield func(act.Thing) bool) {
		more := true
		walkNodes(c.Tree, func(n *ui.Node) {
			more = more && yield(act.Thing{ID: n.ID, Kind: string(n.Kind), Text: s.shownText(id, n), Icon: n.Icon})
		})
	})
}
