package evolve

import (
	"slices"

	"cellshell/evolve/act"
	"cellshell/evolve/edit"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// resizeNode scales a node, or fixes its sides when only one of them or exact sizes were asked for.
func (s *subject) resizeNode(args act.Args, want Rect) error {
	look := s.before.look(s.id, s.node)
	own := orOne(look.Scale)
	if args.Factor > 0 && args.Axis == "" && args.LikeCell == "" {
		scale := edit.Product(own, args.Factor)
		if scale < minScale || scale > maxScale {
			return refuse("%s is at the end of its scale: %s of its own size. It goes from 0.1 to 10.", s.label(), trim(own))
		}
		return s.apply(s.node, times("Scale", own, args.Factor, ui.Style{Scale: num(scale)}))
	}
	unit := s.unit() * own // pixels for one pixel of the node's own style
	var tweaks []tweak
	if want.W > 0 {
		tweaks = append(tweaks, px("Width", wholePixels(want.W/unit), ui.Style{Width: num(wholePixels(want.W / unit))}))
	}
	if want.H > 0 {
		tweaks = append(tweaks, px("Height", wholePixels(want.H/unit), ui.Style{Height: num(wholePixels(want.H / unit))}))
	}
	return s.apply(s.node, tweaks...)
}

// unit is how many pixels one pixel of the node's parent has: the scales from the desktop down to there.
func (s *subject) unit() float64 {
	unit := orOne(ptr(s.doc.Placement.Scale))
	for n := s.cell.Tree; n != nil && n != s.node; {
		unit *= orOne(s.before.look(s.id, n).Scale)
		var next *ui.Node
		for _, child := range n.Children {
			if findNode(child, s.node.ID) != nil {
				next = child
			}
		}
		n = next
	}
	return unit
}

// resizeCell magnifies a widget and gives a window its size. A placement's size counts before its scale.
func (s *subject) resizeCell(args act.Args, now, want Rect) {
	p := &s.doc.Placement
	scale := orOne(ptr(p.Scale))
	if spot, ok := s.spotted[s.id]; ok {
		s.place(spot, "top-left")
	} else if args.Part != "fill" && args.Part != "rest" && args.Anchor == "" { // those are put where they belong
		s.keepInside(now, want)
	}
	if s.doc.Kind == tissue.KindWidget && args.Factor > 0 && args.LikeCell == "" && args.Axis == "" && args.Part == "" {
		p.Scale = round4(clamp(edit.Product(scale, args.Factor), minScale, maxScale))
		return
	}
	if s.doc.Kind == tissue.KindWidget && (args.Part == "fill" || args.Part == "rest") && args.Axis == "" { // what is in it fills it too
		scale = round4(clamp(scale*min(want.W/now.W, want.H/now.H), minScale, maxScale))
		p.Scale = scale
	}
	w, h := want.W, want.H
	if s.miss != nil && s.miss.Cells[s.id] != nil { // correct by what the attempt before lacked
		got := s.miss.Cells[s.id].Bounds
		was := s.miss.Doc.Cells[s.id].Placement
		w, h = orElse(was.W*scale, now.W)+want.W-got.W, orElse(was.H*scale, now.H)+want.H-got.H
	}
	if want.W > 0 {
		p.W = wholePixels(max(minSize, w) / scale)
	}
	if want.H > 0 {
		p.H = wholePixels(max(minSize, h) / scale)
	}
}

// keepInside moves a cell that stood inside the area and would grow out of it. One larger than the area stays.
func (s *subject) keepInside(now, want Rect) {
	area, anchor := s.before.Area, first(s.doc.Placement.Anchor, "top-left")
	w, h := orElse(want.W, now.W), orElse(want.H, now.H)
	if !fits(area, now) || w > area.W || h > area.H {
		return
	}
	if s.moves() {
		return // the sentence says where it shall stand
	}
	grown := anchoredAt(now, tissue.Placement{Anchor: anchor}, w, h)
	if inside := within(area, grown); inside != grown {
		s.place(inside, anchor)
	}
}

// moves reports whether the sentence moves the cell as well.
func (s *subject) moves() bool {
	return slices.ContainsFunc(s.acts, func(a act.Act) bool {
		return a.Intent == act.Move && a.Target.Cell == string(s.id) && a.Target.Node == ""
	})
}
