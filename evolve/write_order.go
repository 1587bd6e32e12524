package evolve

import (
	"fmt"
	"math"

	"cellshell/evolve/act"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// Distances of a move as sentences have them without a number: one place among the neighbours. Any other is pixels.
const (
	oneStep = 40
	farStep = 120
)

// goal is where a node shall stand: beside another of its cell.
type goal struct {
	node   *ui.Node // that moves: the one meant, or what holds nothing else
	beside *ui.Node
	after  bool
	kind   ui.Kind // of a new container for the two; "" for none
	swap   bool    // the two change places instead
}

// moveNode moves a node: among its siblings or out of them where the program says so in its source, by pixels where it has
// nobody to pass. What cannot be done inside of its cell, the cell does with it.
func (s *subject) moveNode(args act.Args) error {
	o := s.arranged()
	n := o.twins[s.node]
	parent := parentOf(o.root, n)
	if parent == nil {
		return fmt.Errorf("%s has no neighbours to move among", s.label())
	}
	var g *goal
	var err error
	switch {
	case args.Anchor == "center":
		return s.centerIn(parentOf(s.cell.Tree, s.node))
	case args.Relation != "" && args.LikeCell != "":
		like := s.before.Node(tissue.CellID(args.LikeCell), args.LikeNode)
		if args.LikeCell != string(s.id) {
			return s.takeAlong(args)
		}
		if args.LikeNode == "" || like == nil {
			return &unsure{text: fmt.Sprintf("%s is in %s. Where in it shall it go?", s.label(), s.name), choices: []string{
				"move " + s.label() + " to the top", "move " + s.label() + " to the bottom",
			}}
		}
		g, err = o.related(n, o.twins[like], args.Relation)
	case args.X != nil && args.Y != nil:
		if !s.inside(*args.X, *args.Y) {
			return s.takeAlong(args)
		}
		g = o.pointed(n, s.cell, *args.X, *args.Y)
		if g == nil {
			box := s.cell.Nodes[s.node.ID]
			x, y := box.Center()
			return s.nudge(*args.X-x, *args.Y-y, false)
		}
	case args.Anchor != "":
		return s.toEnd(o, n, args.Anchor)
	case args.DX != 0 || args.DY != 0:
		if stepwise(args.DX) && stepwise(args.DY) && (args.DX == 0 || args.DY == 0) {
			g = o.step(n, args.DX, args.DY)
		}
		if g == nil {
			return s.nudge(args.DX, args.DY, !stepwise(args.DX) || !stepwise(args.DY))
		}
	default:
		return &unsure{text: fmt.Sprintf("Where should %s go?", s.label()), choices: []string{"move it to the left", "move it to the right", "move it to the top"}}
	}
	if err != nil {
		return err
	}
	if err := s.settle(o, g); err != nil {
		return err
	}
	s.expectSide(args, g)
	return nil
}

// stepwise reports whether a distance means places among neighbours.
func stepwise(d float64) bool { return d == 0 || math.Abs(d) == oneStep || math.Abs(d) == farStep }

// settle carries a goal out in the source and in the order, and notes what may move for it.
func (s *subject) settle(o *order, g *goal) error {
	if g.node == g.beside {
		if len(s.acts) > 1 { // another act has brought it there: "save on the right and cancel on the left"
			s.keep = true
			return nil
		}
		return fmt.Errorf("%s is there already", s.label())
	}
	from, to := parentOf(o.root, g.node), parentOf(o.root, g.beside)
	if from == to && g.kind == "" && indexOf(from, g.node) == indexOf(from, g.beside)+map[bool]int{true: 1, false: -1}[g.after] {
		s.keep = true // it is so already: the receipt says so
		return nil
	}
	if g.swap {
		return s.exchange(o, g.node, g.beside)
	}
	if err := s.reorder(g, from, to); err != nil {
		return err
	}
	o.put(g.node, g.beside, g.after, g.kind)
	s.noteAll(from, to)
	return nil
}

// expectSide expects that the node stands on the side of the other one that was asked for.
func (s *subject) expectSide(args act.Args, g *goal) {
	relation := args.Relation
	switch {
	case args.DX < 0:
		relation = "left-of"
	case args.DX > 0:
		relation = "right-of"
	case args.DY < 0:
		relation = "above"
	case args.DY > 0:
		relation = "below"
	}
	good := sides[relation]
	if good == nil {
		return
	}
	o, id, n, beside := s.orders[s.id], s.id, s.orders[s.id].twins[s.node], g.beside
	if like := s.before.Node(s.id, args.LikeNode); args.LikeNode != "" && like != nil {
		beside = o.twins[like]
	}
	was := s.before.inCell(id, s.node.ID)
	s.expect(relationName(relation), func(_, after *Scene) (string, string, bool) {
		names := o.names()
		is := after.inCell(id, names[n])
		return pointText(was), pointText(is), !is.Empty() && good(is, after.inCell(id, names[beside]))
	})
}

// sides says of the relations that name one whether a box stands so to another.
var sides = map[string]func(is, beside Rect) bool{
	"left-of":  func(is, o Rect) bool { return is.X+is.W <= o.X+1 },
	"right-of": func(is, o Rect) bool { return is.X >= o.X+o.W-1 },
	"above":    func(is, o Rect) bool { return is.Y+is.H <= o.Y+1 },
	"below":    func(is, o Rect) bool { return is.Y >= o.Y+o.H-1 },
	"under":    func(is, o Rect) bool { return is.Y >= o.Y+o.H-1 },
}

// inside reports whether a point of the desktop is in the node's cell.
func (s *subject) inside(x, y float64) bool {
	b := s.cell.Bounds
	return x >= b.X && x < b.X+b.W && y >= b.Y && y < b.Y+b.H
}

// holds reports whether a node is another, or around it.
func holds(n, in *ui.Node) bool {
	found := false
	walkNodes(n, func(m *ui.Node) { found = found || m == in })
	return found
}

func parentOf(root, n *ui.Node) *ui.Node {
	var found *ui.Node
	walkNodes(root, func(p *ui.Node) {
		if indexOf(p, n) >= 0 {
			found = p
		}
	})
	return found
}

func indexOf(parent, n *ui.Node) int {
	for i, c := range parent.Children {
		if c == n {
			return i
		}
	}
	return -1
}
