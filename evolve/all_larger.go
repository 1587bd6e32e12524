package evolve

import (
	"errors"
	"fmt"
	"slices"

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
	for g := f; g >= leastGrowth; g -= 0.01 {
		places, ok := roomForAll(d.before.Area, boxes, others, g)
		if !ok {
			continue
		}
		out := slices.Clone(acts)
		for i, id := range ids {
			d.spotted[id] = places[i]
			out[i].Args.Factor = round2(g)
		}
		if g < f {
			d.expect(act.Lessened, func(_, _ *Scene) (string, string, bool) {
				return "", fmt.Sprintf("by %.0f %% only: larger, they would cover one another", 100*(g-1)), true
			})
		}
		return out, nil
	}
	return nil, errors.New("there is no room for it: larger, they would cover one another")
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

// roomForAll are places for boxes that are so much larger: as they stand, pushed apart, else each near where it is, else as
// they are tidied up.
func roomForAll(area Rect, boxes, others []Rect, f float64) ([]Rect, bool) {
	grown := grownBy(boxes, f)
	good := func(places []Rect) bool { return holdsAll(area, places) && disjoint(slices.Concat(places, others)) }
	if places, ok := loosen(area, grown, func(was float64) float64 { return max(was, gap) }); ok && good(places) {
		return places, true
	}
	if places, ok := fitTogether(area, grown, "center", others); ok && good(places) {
		return places, true
	}
	places := tidy(area.Inset(gap/2), grown, gap, others...)
	return places, good(places)
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
