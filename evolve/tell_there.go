package evolve

import (
	"strings"

	"cellshell/evolve/act"
	"cellshell/tissue"
)

// beside is how far something is at most from what it stands next to.
const beside = 64

// there tells what stands in a part of the desktop, or on one side of a thing.
func (q *asked) there() string {
	var found []act.Target
	if len(q.of) == 0 {
		for _, id := range q.IDs() {
			t := act.Target{Cell: string(id)}
			box, ok := q.NodeBounds(id, "")
			if dc := q.Doc.Cells[id]; ok && dc != nil && dc.Kind != tissue.KindWallpaper && q.visible(t) && inPart(region(box, q.Area), q.args.Anchor) {
				found = append(found, t)
			}
		}
		if len(found) == 0 {
			return "Nothing stands there."
		}
		q.told = found
		return "There: " + q.called(found) + "."
	}
	if len(q.of) > 1 || q.args.Anchor != "" {
		return q.isThere()
	}
	of := q.of[0]
	box, ok := q.NodeBounds(tissue.CellID(of.Cell), "")
	if !ok || !q.visible(of) {
		return capital(q.place(of)) + "."
	}
	for _, t := range q.all() {
		other, ok := q.NodeBounds(tissue.CellID(t.Cell), "")
		if ok && t.Cell != of.Cell && onSide(other, box, q.args.Relation) {
			found = append(found, t)
		}
	}
	name := titleOf(q.Scene, tissue.CellID(of.Cell))
	if len(found) == 0 {
		return "Nothing stands there. " + capital(q.place(act.Target{Cell: of.Cell})) + "."
	}
	q.told = found
	where := map[string]string{"left-of": "Left of ", "right-of": "Right of ", "above": "Above ", "below": "Below "}[q.args.Relation]
	return first(where, "Next to ") + name + ": " + q.called(found) + "."
}

// isThere says whether things stand where a question supposes: "is the clock left of the notes?", "is it on the left?"
func (q *asked) isThere() string {
	var lines []string
	for _, t := range q.of {
		lines = append(lines, capital(q.place(t))+".")
	}
	text := strings.Join(lines, " ")
	one, ok := q.NodeBounds(tissue.CellID(q.of[0].Cell), q.of[0].Node)
	if !ok || !q.visible(q.of...) {
		return text
	}
	var is bool
	switch {
	case q.args.Anchor != "":
		is = inPart(region(one, q.Area), q.args.Anchor)
	case len(q.of) == 2 && q.args.Relation != "":
		two, _ := q.NodeBounds(tissue.CellID(q.of[1].Cell), q.of[1].Node)
		x, y := one.Center()
		ox, oy := two.Center()
		is = map[string]bool{"left-of": x < ox, "right-of": x > ox, "above": y < oy, "below": y > oy}[q.args.Relation]
	default:
		return text
	}
	if q.args.Count == 0 {
		return text
	}
	return map[bool]string{true: "Yes. ", false: "No. "}[is] + text
}

// inPart reports whether a region ("at the top left") is in a part of the desktop ("top").
func inPart(region, part string) bool {
	for _, word := range strings.Split(part, "-") {
		if word == "center" {
			word = "middle"
		}
		if !strings.Contains(region, word) {
			return false
		}
	}
	return true
}

// onSide reports whether a box is on a side of another, on the same height or under one another; with no side, whether it is
// close to it.
func onSide(a, b Rect, side string) bool {
	dx, dy := between(a, b)
	switch side {
	case "left-of", "right-of":
		return dy == 0 && sides[side](a, b)
	case "above", "below":
		return dx == 0 && sides[side](a, b)
	}
	return dx+dy <= beside
}
