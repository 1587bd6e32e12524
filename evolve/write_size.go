package evolve

import (
	"fmt"
	"math"
	"slices"

	"cellshell/evolve/act"
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
	if a.Args.Factor > 0 && a.Args.Axis == "" && a.Args.LikeCell == "" && s.stretchedText() {
		return d.textStyle(act.Act{Intent: act.TextStyle, Target: a.Target, Args: act.Args{Factor: a.Args.Factor}})
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
	panel := s.node == nil && s.doc.Kind == tissue.KindPanel
	if panel && a.Args.Factor > 0 && a.Args.Axis == "" { // as long as its edge: it gets thicker or thinner
		a.Args.Axis = "height"
		if side := s.doc.Placement.Anchor; side == "left" || side == "right" {
			a.Args.Axis = "width"
		}
	}
	if !partly || s.node != nil {
		if want, err = d.wantedSize(s, a.Args, now); err != nil {
			return err
		}
	}
	if panel { // only its thickness changes
		if a := s.doc.Placement.Anchor; a == "left" || a == "right" {
			want.H = 0
		} else {
			want.W = 0
		}
		for id := range d.before.Cells {
			d.named[id] = true
		}
	}
	d.sized[a.Target] = want
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
		if a.Args.Axis != "" && s.moves() {
			return nil // the sentence says where it shall stand
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
		like = d.asSized(act.Target{Cell: args.LikeCell, Node: args.LikeNode}, like)
		f := orOne(ptr(args.Factor))
		want = Rect{W: like.W * f, H: like.H * f}
		if share := d.before.lettersTo(s, args); share > 0 { // of texts it is their letters, however long each is
			want = Rect{W: now.W * share * f, H: now.H * share * f}
		}
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

// expectSize expects each side that was asked for within one pixel or two in a hundred, and the other side of a cell
// unchanged when only one was named.
func (s *subject) expectSize(node string, args act.Args, want Rect) {
	id := s.id
	alone, lettered := 0, false // acts that change this size, and whether one changes the letters
	for _, a := range s.acts {
		lettered = lettered || node != "" && a.Intent == act.TextStyle && a.Target == (act.Target{Cell: string(id), Node: node})
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
		if lettered && args.Factor > 1 {
			good = good || is.W >= was.W && is.H >= was.H // bolder letters are wider by themselves
		}
		if node == "" && alone == 1 && (args.Axis == "width" && !near(is.H, was.H) || args.Axis == "height" && !near(is.W, was.W)) {
			good = false
		}
		if !good {
			asked := Rect{W: orElse(want.W, was.W), H: orElse(want.H, was.H)}
			return sizeText(was), sizeText(is) + " instead of the " + sizeText(asked) + " asked for" + s.needed(is, asked), false
		}
		return sizeText(was), sizeText(is), true
	})
}

// needed says why a cell stays larger than it shall be: along one side it is never smaller than what is in it.
func (s *subject) needed(is, asked Rect) string {
	if s.node != nil || is.W < asked.W+1 && is.H < asked.H+1 {
		return ""
	}
	return ", as what is in it needs that room; \"make it smaller\" shrinks that too"
}

// restyled reports whether the sentence gives the cell another look as well.
func (s *subject) restyled() bool {
	return slices.ContainsFunc(s.acts, func(a act.Act) bool { return a.Intent == act.Style && a.Target.Cell == string(s.id) })
}

// near is within one pixel or two in a hundred.
func near(is, want float64) bool { return math.Abs(is-want) <= max(1, 0.02*want) }

func sizeText(r Rect) string { return pixelText(r.W) + "×" + pixelText(r.H) }
