package evolve

import (
	"fmt"
	"math"
	"slices"

	"cellshell/evolve/act"
	"cellshell/evolve/edit"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

const (
	minSize  = 8.0   // nothing is made smaller, logical pixels
	maxSize  = 20000 // or larger
	minScale = 0.1
	maxScale = 10.0
)

// resize makes a node or a cell larger or smaller.
func (d *draft) resize(a act.Act) error {
	if a.Args.Part == "fit" {
		return d.fit(a)
	}
	s, err := d.about(a.Target)
	if err != nil {
		return err
	}
	node := ""
	if s.node != nil {
		node = s.node.ID
	}
	now, ok := d.before.NodeBounds(s.id, node)
	if !ok || now.Empty() {
		return fmt.Errorf("%s is not on the screen, so it has no size to change", s.label())
	}
	room, partly, err := s.filled(a.Args)
	if err != nil {
		return err
	}
	want := room
	if !partly || s.node != nil {
		if want, err = d.wantedSize(s, a.Args, now); err != nil {
			return err
		}
	}
	if s.node == nil && s.doc.Kind == tissue.KindPanel { // as long as its edge: only its thickness changes
		if a := s.doc.Placement.Anchor; a == "left" || a == "right" {
			want.H = 0
		} else {
			want.W = 0
		}
		for id := range d.before.Cells {
			d.named[id] = true
		}
	}
	s.expectSize(node, a.Args, want)
	if (a.Args.Part == "most" || a.Args.Part == "least") && (want.W == 0 || near(now.W, want.W)) && (want.H == 0 || near(now.H, want.H)) {
		return nil // it is so already
	}
	if s.node != nil {
		err = s.resizeNode(a.Args, want)
	} else {
		s.resizeCell(a.Args, now, want)
	}
	if err != nil {
		return err
	}
	if a.Args.Anchor != "" && (a.Args.Part == "" || a.Args.Part == "edge") && s.node == nil {
		return s.grown(a.Args.Anchor, now, want)
	}
	if (partly || a.Args.Part == "fill") && s.node == nil {
		for id, c := range d.doc.Cells {
			if id != s.id && c.Kind == s.doc.Kind {
				s.doc.Placement.Z = max(s.doc.Placement.Z, c.Placement.Z+1)
			}
		}
		at := d.before.Area
		if partly {
			at = room
		}
		switch a.Args.Axis {
		case "width":
			at.Y, at.H = now.Y, now.H
		case "height":
			at.X, at.W = now.X, now.W
		}
		s.place(at, "top-left")
	}
	return nil
}

// wantedSize computes the target size. Zero width or height means: not asked for.
func (d *draft) wantedSize(s *subject, args act.Args, now Rect) (want Rect, err error) {
	switch {
	case args.Part == "fill" && s.node == nil:
		switch args.Axis {
		case "width":
			return Rect{W: d.before.Area.W}, nil
		case "height":
			return Rect{H: d.before.Area.H}, nil
		}
		return Rect{W: d.before.Area.W, H: d.before.Area.H}, nil
	case args.Part == "edge":
		want = untilEdge(d.before.Area, now, args.Anchor)
	case args.LikeCell != "":
		like, ok := d.before.NodeBounds(tissue.CellID(args.LikeCell), args.LikeNode)
		if !ok {
			return Rect{}, fmt.Errorf("%s is not on the screen", args.LikeCell)
		}
		f := orOne(ptr(args.Factor))
		want = Rect{W: like.W * f, H: like.H * f}
		switch args.Part {
		case "most": // no wider than that
			want = Rect{W: min(want.W, now.W), H: min(want.H, now.H)}
		case "least":
			want = Rect{W: max(want.W, now.W), H: max(want.H, now.H)}
		}
	case args.Pixels != 0:
		want = Rect{W: max(now.W+args.Pixels, minSize), H: max(now.H+args.Pixels, minSize)}
	case args.Width > 0 || args.Height > 0:
		want = Rect{W: args.Width, H: args.Height}
	case args.Factor > 0:
		want = Rect{W: now.W * args.Factor, H: now.H * args.Factor}
	default:
		return Rect{}, &unsure{text: fmt.Sprintf("How large should %s be?", s.label()), choices: []string{"bigger", "much bigger", "smaller"}}
	}
	switch args.Axis {
	case "width":
		want.H = 0
	case "height":
		want.W = 0
	}
	if a := d.before.Area; want.W > a.W+1 && want.W > now.W || want.H > a.H+1 && want.H > now.H {
		return Rect{}, s.tooLarge(now, want, a)
	}
	for _, v := range []*float64{&want.W, &want.H} {
		if math.IsNaN(*v) || *v > maxSize {
			return Rect{}, refuse("%s cannot become that large: at most %d pixels.", s.label(), int(maxSize))
		}
		if *v > 0 {
			*v = max(*v, minSize)
		}
	}
	return want, nil
}

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
	if args.Part != "fill" && args.Part != "rest" && args.Anchor == "" { // those are put where they belong
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
	for _, a := range s.acts {
		if a.Intent == act.Move && a.Target.Cell == string(s.id) && a.Target.Node == "" {
			return // the sentence says where it shall stand
		}
	}
	x, y := side(anchor)
	grown := Rect{corner(now.X, now.W, w, x), corner(now.Y, now.H, h, y), w, h}
	if inside := within(area, grown); inside != grown {
		s.place(inside, anchor)
	}
}

// expectSize expects each side that was asked for within one pixel or two in a hundred, and the other side of a cell
// unchanged when only one was named.
func (s *subject) expectSize(node string, args act.Args, want Rect) {
	id := s.id
	alone := 0 // acts that change this size
	for _, a := range s.acts {
		if a.Intent == act.Resize && a.Target == (act.Target{Cell: string(id), Node: node}) {
			alone++
		}
	}
	s.expectTunable("size", func(before, after *Scene) (string, string, bool) {
		was, _ := before.NodeBounds(id, node)
		is, ok := after.NodeBounds(id, node)
		if !ok {
			return sizeText(was), "gone", false
		}
		good := (want.W == 0 || near(is.W, want.W)) && (want.H == 0 || near(is.H, want.H))
		if p := after.Doc.Cells[id]; node == "" && args.Factor > 0 && args.Axis == "" && s.restyled() && p != nil {
			// In another look it has another size by itself; it is that one which grows.
			good = good || near(orOne(&p.Placement.Scale), orOne(&before.Doc.Cells[id].Placement.Scale)*args.Factor)
		}
		if node == "" && alone == 1 && (args.Axis == "width" && !near(is.H, was.H) || args.Axis == "height" && !near(is.W, was.W)) {
			good = false
		}
		if !good {
			asked := Rect{W: orElse(want.W, was.W), H: orElse(want.H, was.H)}
			return sizeText(was), sizeText(is) + " instead of the " + sizeText(asked) + " asked for", false
		}
		return sizeText(was), sizeText(is), true
	})
}

// restyled reports whether the sentence gives the cell another look as well.
func (s *subject) restyled() bool {
	return slices.ContainsFunc(s.acts, func(a act.Act) bool { return a.Intent == act.Style && a.Target.Cell == string(s.id) })
}

// near is within one pixel or two in a hundred.
func near(is, want float64) bool { return math.Abs(is-want) <= max(1, 0.02*want) }

func sizeText(r Rect) string { return pixelText(r.W) + "×" + pixelText(r.H) }
