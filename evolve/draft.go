package evolve

import (
	"fmt"
	"slices"

	"cellshell/evolve/act"
	"cellshell/evolve/edit"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// draft is a proposal in the making, with what is to be measured of it.
type draft struct {
	keep   bool // a change that changes nothing is one all the same: it names what is
	before *Scene
	doc    *tissue.Document
	route  act.Route
	only   bool // "only this one": where one call makes several nodes, change just the one meant

	sessions  map[tissue.CellID]*edit.Session // source edits, by position
	sources   map[tissue.CellID][]byte        // whole sources: new cells, answers of a model, hand edits
	manifests map[tissue.CellID][]byte
	files     map[tissue.CellID]map[string][]byte // sources in other languages
	fresh     map[tissue.CellID]bool              // cells that did not exist
	orders    map[tissue.CellID]*order            // trees in another order
	spots     map[tissue.CellID]Rect              // where those shall stand
	moved     map[tissue.CellID]Rect              // where those that the sentence moves shall stand
	spotted   map[tissue.CellID]Rect              // places found for several at once
	sized     map[act.Target]Rect                 // how large those that the sentence sizes shall be; a side of 0 stays

	named    map[tissue.CellID]bool            // cells that the acts are about: they may move
	nodes    map[tissue.CellID]map[string]bool // nodes that the acts are about, by cell
	expected []expectation

	// miss is the trial before this attempt, when that one did not measure up: geometry is corrected by what it lacked.
	miss    *Scene
	attempt int
	resized bool       // a cell that moves has another size than before the sentence: known from miss
	target  act.Target // of the first act, for the receipt
	acts    []act.Act
	all     []act.Act // of the sentence; acts may leave some out
	doing   int       // the number of the act that is being written, as in act.Check
	remark  string    // what the receipt says instead of what its acts say
}

// expectation is one thing that must be true after, compiled before anything runs.
type expectation struct {
	what string
	of   int // the number of the act it measures, as in act.Check
	// tunable: another attempt with corrected numbers may meet it.
	tunable bool
	check   func(before, after *Scene) (was, is string, ok bool)
}

func newDraft(s *Scene) *draft {
	return &draft{
		before: s, doc: s.Doc.Clone(), route: act.RouteReflex,
		sessions: map[tissue.CellID]*edit.Session{}, sources: map[tissue.CellID][]byte{}, manifests: map[tissue.CellID][]byte{},
		fresh: map[tissue.CellID]bool{}, spots: map[tissue.CellID]Rect{}, moved: map[tissue.CellID]Rect{}, spotted: map[tissue.CellID]Rect{}, sized: map[act.Target]Rect{}, named: map[tissue.CellID]bool{}, nodes: map[tissue.CellID]map[string]bool{},
	}
}

// expect adds something to measure.
func (d *draft) expect(what string, check func(before, after *Scene) (was, is string, ok bool)) {
	d.expected = append(d.expected, expectation{what: what, of: d.doing, check: check})
}

// expectTunable adds something to measure that a corrected attempt may still meet.
func (d *draft) expectTunable(what string, check func(before, after *Scene) (was, is string, ok bool)) {
	d.expected = append(d.expected, expectation{what: what, of: d.doing, tunable: true, check: check})
}

// about finds what an act is about, and notes it as such. Locked cells refuse.
func (d *draft) about(t act.Target) (*subject, error) {
	id := tissue.CellID(t.Cell)
	c, dc := d.before.Cells[id], d.doc.Cells[id]
	if c == nil || dc == nil {
		if t.Cell == "" {
			return nil, &unsure{text: "Which cell do you mean? Point at it, or say its name."}
		}
		return nil, fmt.Errorf("there is no cell %q on the desktop", t.Cell)
	}
	if was := d.before.Doc.Cells[id]; was != nil && was.Locked && dc.Locked { // "unlock it and make it red" unlocks it first
		return nil, refuse("%s is locked. Say \"unlock %s\" first.", title(dc, id), title(dc, id))
	}
	s := &subject{draft: d, id: id, cell: c, doc: dc, name: title(dc, id)}
	d.named[id] = true
	if t.Node != "" {
		if s.node = d.before.Node(id, t.Node); s.node == nil {
			return nil, fmt.Errorf("%s has no node %q any more", s.name, t.Node)
		}
		if s.node == c.Tree {
			s.root = true
		}
		d.note(id, t.Node)
	}
	return s, nil
}

// shown is about, with the node, or the cell's root for a whole cell.
func (d *draft) shown(t act.Target) (*subject, *ui.Node, error) {
	s, err := d.about(t)
	if err != nil {
		return nil, nil, err
	}
	n := s.node
	if n == nil {
		n = s.cell.Tree
	}
	if n == nil {
		return nil, nil, fmt.Errorf("%s shows nothing yet", s.name)
	}
	return s, n, nil
}

func (d *draft) note(id tissue.CellID, node string) {
	if d.nodes[id] == nil {
		d.nodes[id] = map[string]bool{}
	}
	d.nodes[id][node] = true
}

// session opens the cell's source for edits. Positions are those of the source on screen.
func (d *draft) session(id tissue.CellID) (*edit.Session, error) {
	if s := d.sessions[id]; s != nil {
		return s, nil
	}
	src := d.before.Cells[id].Source
	if whole, ok := d.sources[id]; ok {
		src = whole
	}
	s, err := edit.Open(src)
	if err != nil {
		return nil, err
	}
	d.sessions[id] = s
	return s, nil
}

// finish prints the edited sources and gives every changed cell its next generation.
func (d *draft) finish() error {
	for id, o := range d.orders {
		d.carry(id, o)
	}
	for id, s := range d.sessions {
		src, err := s.Bytes()
		if err != nil {
			return err
		}
		if c := d.before.Cells[id]; c == nil || string(src) != string(c.Source) {
			d.sources[id] = src
		}
	}
	for id := range d.sources {
		dc := d.doc.Cells[id]
		if dc == nil {
			delete(d.sources, id) // removed by a later act
			continue
		}
		if !d.fresh[id] {
			dc.Generation = max(dc.Generation, d.before.Doc.Cells[id].Generation) + 1
		}
	}
	return nil
}

// changed lists the cells with new programs, sorted.
func (d *draft) changed() []tissue.CellID {
	ids := make([]tissue.CellID, 0, len(d.sources))
	for id := range d.sources {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// empty reports whether the draft changes nothing.
func (d *draft) empty() bool {
	return !d.keep && len(d.sources) == 0 && len(d.manifests) == 0 && len(d.files) == 0 && tissue.Equal(d.before.Doc, d.doc)
}

// subject is what one act is about: a node, or a whole cell.
type subject struct {
	*draft
	id   tissue.CellID
	cell *Cell
	doc  *tissue.Cell // of the draft, to be changed
	node *ui.Node     // nil: the whole cell
	root bool         // node is the cell's root
	name string       // of the cell, for people
}

// label says what the subject is, for people.
func (s *subject) label() string {
	if s.node == nil {
		return s.name
	}
	return s.before.Called(act.Target{Cell: string(s.id), Node: s.node.ID})
}

// isGo reports whether the cell has Go source here that can be edited.
func (s *subject) isGo() bool { return s.cell.isGo() }

func (c *Cell) isGo() bool {
	return len(c.Source) > 0 && (c.Language == "" || c.Language == "go")
}

func title(c *tissue.Cell, id tissue.CellID) string {
	if c != nil && c.Title != "" {
		return c.Title
	}
	return string(id)
}
