package evolve

import (
	"fmt"
	"math"

	"cellshell/evolve/act"
)

// tooLarge asks what shall be done where something would be larger than the desktop: what there is room for.
func (s *subject) tooLarge(now, want, area Rect) error {
	wide, tall := want.W > area.W+1, want.H > area.H+1
	how := "larger"
	switch {
	case want.H == 0:
		how = "wider"
	case want.W == 0:
		how = "taller"
	}
	asked := Rect{W: orElse(want.W, now.W), H: orElse(want.H, now.H)}
	u := &unsure{text: fmt.Sprintf("%s would be %s than the desktop (%s of %s). How large shall it be?", s.label(), how, sizeText(asked), sizeText(area))}
	add := func(label string, args act.Args) {
		t := act.Target{Cell: string(s.id)}
		if s.node != nil {
			t.Node = s.node.ID
		}
		u.choices = append(u.choices, label)
		u.acts = append(u.acts, []act.Act{{Intent: act.Resize, Target: t, Args: args}})
	}
	if s.node != nil { // as much as its cell may still grow
		c := s.cell.Bounds
		room := Rect{W: now.W + area.W - 2*margin - c.W, H: now.H + area.H - 2*margin - c.H}
		switch {
		case wide && room.W > now.W:
			add("As wide as there is room", act.Args{Width: math.Floor(room.W), Axis: "width"})
		case tall && room.H > now.H:
			add("As tall as there is room", act.Args{Height: math.Floor(room.H), Axis: "height"})
		}
		return u
	}
	switch {
	case want.H == 0:
		add("As wide as the screen", act.Args{Part: "fill", Axis: "width"})
	case want.W == 0:
		add("As tall as the screen", act.Args{Part: "fill", Axis: "height"})
	default:
		if f := math.Floor(100*min(area.W/now.W, area.H/now.H)) / 100; f > 1.05 {
			add("As large as fits", act.Args{Factor: f})
		}
	}
	add("Fill the screen", act.Args{Part: "fill", Width: area.W, Height: area.H})
	return u
}
