package evolve

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"cellshell/evolve/act"
	"cellshell/tissue"
)

// Who wants all of the desktop larger wants to read it. Windows that cover one another are no help with that: all of them make
// room for one another, and grow by no more than there is room for.

// leastGrowth is how much larger something must become at least for anybody to see it.
const leastGrowth = 1.03

// allLarger gives the acts that make all that stands on the desktop larger the factor that there is room for, and its place to
// each cell. Other acts stay as they are.
func (d *draft) allLarger(acts []act.Act) ([]act.Act, error) {
	f, ids := d.grownTogether(acts)
	if len(ids) == 0 {
		return acts, nil
	}
	others := d.occupied(ids...)
	var boxes []Rect
	for _, id := range ids {
		boxes = append(boxes, d.before.Cells[id].Bounds)
	}
	if !disjoint(slices.Concat(boxes, others)) || apartAsGrown(d.before.Area, boxes, others, f) {
		return acts, nil // they cover one another anyway, or do not come to
	}
	g, places := growth(d.before.Area, boxes, others, f)
	if places == nil {
		return nil, errors.New("there is no room for it: larger, they would cover one another")
	}
	out := slices.Clone(acts)
	for i, id := range ids {
		d.spotted[id] = places[i]
		out[i].Args.Factor = round2(g)
	}
	var told []string
	if !sameOrder(boxes, places) {
		told = append(told, "in other places")
	}
	if g < f {
		told = append(told, fmt.Sprintf("by %.0f %% only: larger, they would cover one another", 100*(g-1)))
	}
	if len(told) > 0 {
		d.expect(act.Lessened, func(_, _ *Scene) (string, string, bool) { return "", strings.Join(told, ", "), true })
	}
	return out, nil
}

// growth is how much larger boxes can become, at most f times, and where they stand then; no places where there is no room. They
// keep their places to one another where they grow enough for somebody to read them better, and only change them for something.
func growth(area Rect, boxes, others []Rect, f float64) (g float64, places []Rect) {
	for _, try := range []struct {
		least float64
		room  func(area Rect, grown, others []Rect) []Rect
	}{{1.1, asTheyStand}, {1.05, anywhere}, {leastGrowth, asTheyStand}} {
		for g := f; g >= try.least; g -= 0.01 {
			if places := try.room(area, grownBy(boxes, g), others); places != nil {
				return g, places
			}
		}
	}
	return 1, nil
}

// grownTogether are the cells that the acts make larger by the same factor, one for each act, where those are all that stand on
// the desktop but for one at most that is left out.
func (d *draft) grownTogether(acts []act.Act) (f float64, ids []tissue.CellID) {
	for _, a := range acts {
		id := tissue.CellID(a.Target.Cell)
		if a.Intent != act.Resize || a.Target.Node != "" || !a.Args.Same(act.Args{Factor: a.Args.Factor}) || a.Args.Factor <= 1 || f > 0 && a.Args.Factor != f {
			return 0, nil
		}
		if c, dc := d.before.Cells[id], d.doc.Cells[id]; c == nil || dc == nil || dc.Hidden || c.Bounds.Empty() || !standing(dc.Kind) {
			return 0, nil
		}
		f, ids = a.Args.Factor, append(ids, id)
	}
	if len(ids) < 2 || len(ids) < len(d.movable())-1 {
		return 0, nil
	}
	return f, ids
}

// apartAsGrown reports whether boxes that grow where they stand cover neither one another nor the others.
func apartAsGrown(area Rect, boxes, others []Rect, f float64) bool {
	grown := grownBy(boxes, f)
	for i := range grown {
		grown[i] = within(area, grown[i])
	}
	return disjoint(slices.Concat(grown, others)) && holdsAll(area, grown)
}

// asTheyStand are places for boxes that have grown, pushed apart or each near where it is; nil where they would not stay to the left
// of, and above, what they stand beside.
func asTheyStand(area Rect, grown, others []Rect) []Rect {
	places, ok := loosen(area, grown, func(was float64) float64 { return max(was, gap) })
	if !ok || !holdsAll(area, places) || !disjoint(slices.Concat(places, others)) {
		places, ok = fitTogether(area, grown, "center", others)
	}
	if !ok || !sameOrder(grown, places) {
		return nil
	}
	return places
}

// anywhere are places for boxes that have grown, each near where it is, else as they are tidied up; nil where there are none.
func anywhere(area Rect, grown, others []Rect) []Rect {
	if places, ok := fitTogether(area, grown, "center", others); ok {
		return places
	}
	places := tidy(area.Inset(gap/2), grown, gap, others...)
	if !holdsAll(area, places) || !disjoint(slices.Concat(places, others)) {
		return nil
	}
	return places
}

// sameOrder reports whether boxes in new places stay to the left of, and above, what they stood beside.
func sameOrder(boxes, places []Rect) bool {
	was, is := [2][]Rect{boxes, turned(boxes)}, [2][]Rect{places, turned(places)}
	for k := range was {
		for i, a := range was[k] {
			for j, b := range was[k] {
				if _, beside := leftOf(a, b); beside && is[k][i].X > is[k][j].X {
					return false
				}
			}
		}
	}
	return true
}

// grownBy are boxes that grow to the right and down.
func grownBy(boxes []Rect, f float64) []Rect {
	out := slices.Clone(boxes)
	for i := range out {
		out[i].W *= f
		out[i].H *= f
	}
	return out
}
