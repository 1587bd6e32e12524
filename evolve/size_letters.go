package evolve

import (
	"cellshell/evolve/act"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// lettersTo is how many times as large the letters of the text are that another one shall be like, 0 where not both are texts,
// or only one side of them shall be alike.
func (s *Scene) lettersTo(of *subject, args act.Args) float64 {
	like := s.Node(tissue.CellID(args.LikeCell), args.LikeNode)
	if of.node == nil || like == nil || args.LikeNode == "" || args.Axis != "" || of.node.Kind != ui.KindText || like.Kind != ui.KindText {
		return 0
	}
	if tissue.CellID(args.LikeCell) != of.id { // each cell has a scale of its own
		a, ok := s.NodeBounds(tissue.CellID(args.LikeCell), args.LikeNode)
		b, ok2 := s.NodeBounds(of.id, of.node.ID)
		if !ok || !ok2 || b.H <= 0 {
			return 0
		}
		return a.H / b.H
	}
	letters := func(n *ui.Node) float64 {
		look := s.look(of.id, n)
		return defaultSize(n, look) * orOne(look.Scale)
	}
	return letters(like) / letters(of.node)
}

// stretchedText reports whether the node is a text as wide as its column, whatever it says: it gets bigger by its letters.
func (s *subject) stretchedText() bool {
	if s.node == nil || s.node.Kind != ui.KindText {
		return false
	}
	parent := parentOf(s.cell.Tree, s.node)
	return parent != nil && parent.Kind == ui.KindColumn && s.before.look(s.id, parent).Align == "stretch"
}
