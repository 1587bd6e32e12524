package evolve

import (
	"fmt"

	"cellshell/evolve/act"
	"cellshell/tissue"
)

// recolorLike copies the colours of another node or cell.
func (s *subject) recolorLike(args act.Args) error {
	id := tissue.CellID(args.LikeCell)
	dc := s.before.Doc.Cells[id]
	if dc == nil {
		return fmt.Errorf("there is no cell %q on the desktop", args.LikeCell)
	}
	if args.LikeNode == "" || s.node == nil {
		color := first(dc.Accent, s.before.Doc.Theme.Accent)
		if s.node != nil {
			return s.recolorNode(s.node, act.Args{Color: first(color, "accent"), Part: args.Part})
		}
		if dc.Accent == "" && args.Part == "" { // all that it was given is on its ground, or on what is in it
			if ground := s.before.ownGround(id); ground != "" {
				return s.recolorCell(act.Args{Color: ground, Part: "background"})
			}
			if s.alreadyLike(id) {
				return nil
			}
			color = first(s.before.mainColor(id), color)
		}
		return s.recolorCell(act.Args{Color: first(color, "accent"), Part: args.Part})
	}
	like := s.before.Node(id, args.LikeNode)
	if like == nil {
		return fmt.Errorf("%s has no node %q any more", title(dc, id), args.LikeNode)
	}
	p, look := part(like, args.Part), s.before.look(id, like)
	if err := s.recolorNode(s.node, act.Args{Color: now(p, look), Part: args.Part}); err != nil || p != "background" || args.Part != "" || like.Style.Color == "" || s.node.Text == "" {
		return err
	}
	return s.recolorNode(s.node, act.Args{Color: now("text", look), Part: "text"}) // its letters too, where they got a colour of their own
}

// alreadyLike reports whether a cell has the colours of another that has none of its own, and expects that it keeps them.
func (s *subject) alreadyLike(like tissue.CellID) bool {
	if s.before.ownGround(s.id) != "" || s.before.mainColor(s.id) != s.before.mainColor(like) {
		return false
	}
	s.expect("colour", func(before, after *Scene) (string, string, bool) {
		is := after.mainColor(s.id)
		return before.mainColor(s.id), is, is == after.mainColor(like)
	})
	return true
}
