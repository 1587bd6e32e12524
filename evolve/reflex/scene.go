package reflex

import "cellshell/evolve/act"

// Scene is what the desktop looks like while the sentence is said. The parser reads it and keeps nothing of it.
type Scene struct {
	Cells     []Cell // in reading order
	Hidden    []Cell // out of sight: known by their names, to be shown again
	Point     *Place // the thing or place pointed at; nil when there is none
	Point2    *Place // a second place pointed at while speaking ("put that there")
	Selection []act.Target
	Last      *act.Target  // last thing changed: "it"
	Spoken    bool         // Last is what was spoken of since the last change, and nothing came of that
	Several   []act.Target // what was spoken of since, where it was several things
	Asked     []act.Act    // the question that was said last, if nothing was said since: "turn it off"
	Astray    bool         // the last sentence was not understood, nor what it was about: one that names nothing may go on from that
	Absent    string       // the gene that was spoken of since the last change, though none is here: "it" would be that
	LastActs  []act.Act    // what was last done, for "again" and "not that big"
	Wished    []act.Act    // what the last sentence wished, where it was understood and nothing came of it: "same here"
	Unheard   bool         // the last sentence was not understood, or asked something: nobody knows what "the same" would be
	Fresh     bool         // LastActs are less than ten seconds old: "no" takes them back
	Pending   *Question    // a question that waits for its answer
	Genes     []Gene       // what can be added
	Names     []string     // names given to the whole desktop
	Left, Top float64      // where the part of the desktop begins on which cells stand: what is above it is a bar's
	W, H      float64      // of that part, logical pixels
	Mode      string       // dark or light
	Trying    string       // name of the attempt under way, "" without one
	// Shows reports whether a thing is seen in a colour, a word for one or #rrggbb: on its ground, or in its letters where that is plain.
	// nil: unknown.
	Shows func(t act.Target, color string) (ground, letters bool)
	// Color is the colour that a thing is seen in, #rrggbb, "" where it has none. nil: unknown.
	Color func(t act.Target) string
	// Back reports whether the last change took another back: "put it back" does that one again. nil: it did not.
	Back func() bool
	// Gone is the number of the change that removed the last cell of a gene, or of a name, which is still gone, 0 without one.
	// nil: unknown.
	Gone func(name string) int
	// Deeds are the changes that still hold, newest first, to take one back by what it did. nil: unknown.
	Deeds func() []Deed
	// Stood is where a cell stood before it was last moved or removed, or where it stood first; without a cell it is the newest
	// of that gene which is gone. nil: unknown.
	Stood func(cell, gene string, first bool) (Spot, bool)
}

// Spot is where a cell stood, so far from the edges that the anchor names, and how large it was there: a size of its own, or so
// many times what it is now.
type Spot struct {
	Anchor      string
	X, Y        float64
	W, H, Scale float64
}

// Cell is one cell on the desktop. Bounds are logical pixels of the desktop.
type Cell struct {
	ID, Gene, Title, Kind string
	X, Y, W, H            float64
	Styles                []Style
	Nodes                 []Node // in reading order
}

// Node is one node of a cell's tree, with its absolute bounds.
type Node struct {
	ID, Kind, Text, Key string
	Icon                string // the symbol on it
	X, Y, W, H          float64
}

// Style is a named look that a gene offers, with the words people use for it.
type Style struct {
	Name  string
	Words []string
	On    bool // the cell looks like this now
}

// Gene is a built-in cell that can be added.
type Gene struct {
	Name, Title string
	Synonyms    []string
	Styles      []Style
}

// Place is a point of the desktop and what is under it (nothing: the empty desktop).
type Place struct {
	X, Y float64
	act.Target
	// Given says that the place was named with the sentence, not just where the pointer rests: then "it" means it.
	Given bool
}

func (s *Scene) cell(id string) *Cell {
	for i := range s.Cells {
		if s.Cells[i].ID == id {
			return &s.Cells[i]
		}
	}
	for i := range s.Hidden {
		if s.Hidden[i].ID == id {
			return &s.Hidden[i]
		}
	}
	return nil
}

// node is a part of a cell, nil when there is none. c may be nil: what is pointed at may be gone.
func (c *Cell) node(id string) *Node {
	if c == nil {
		return nil
	}
	for i := range c.Nodes {
		if c.Nodes[i].ID == id {
			return &c.Nodes[i]
		}
	}
	return nil
}

// across is so far along the desktop from its left edge, down from its upper one: 0.5 is the middle.
func (s *Scene) across(share float64) float64 { return s.Left + s.W*share }
func (s *Scene) down(share float64) float64   { return s.Top + s.H*share }

// box returns the bounds of a target, zero when it is not there.
func (s *Scene) box(t act.Target) (x, y, w, h float64) {
	c := s.cell(t.Cell)
	if c == nil {
		return 0, 0, 0, 0
	}
	if n := c.node(t.Node); t.Node != "" && n != nil {
		return n.X, n.Y, n.W, n.H
	}
	return c.X, c.Y, c.W, c.H
}

// name is what a person calls the target. See [act.Called].
func (s *Scene) name(t act.Target) string {
	c := s.cell(t.Cell)
	if c == nil {
		return "the desktop"
	}
	title := c.Title
	if title == "" {
		title = c.ID
	}
	return act.Called(title, t.Node, func(yield func(act.Thing) bool) {
		for _, n := range c.Nodes {
			if !yield(act.Thing{ID: n.ID, Kind: n.Kind, Text: n.Text, Icon: n.Icon}) {
				return
			}
		}
	})
}
