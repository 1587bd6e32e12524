package evolve

import (
	"fmt"
	"strings"

	"cellshell/evolve/act"
	"cellshell/tissue"
)

// place tells where a thing stands, in words and figures, and what is in front of it.
func (q *asked) place(t act.Target) string {
	id := tissue.CellID(t.Cell)
	box, ok := q.NodeBounds(id, t.Node)
	switch {
	case !q.visible(t):
		return q.unseen(id)
	case !ok:
		return ""
	case t.Node != "":
		return fmt.Sprintf("%s is in %s, at %s,%s", q.Called(t), titleOf(q.Scene, id), pixelText(box.X), pixelText(box.Y))
	}
	out := fmt.Sprintf("%s is %s, its upper left corner at %s,%s", q.Called(t), region(box, q.Area), pixelText(box.X), pixelText(box.Y))
	if over := q.over(id); len(over) > 0 {
		out += "; " + q.called(over) + " in front of it"
	}
	return out
}

// region says in which part of an area a box has its middle.
func region(box, area Rect) string {
	x, y := box.Center()
	col, row := third(x-area.X, area.W), third(y-area.Y, area.H)
	switch {
	case col == 1 && row == 1:
		return "in the middle"
	case row == 1:
		return "at the " + []string{"left", "", "right"}[col]
	case col == 1:
		return "at the " + []string{"top", "", "bottom"}[row]
	}
	return "at the " + []string{"top", "", "bottom"}[row] + " " + []string{"left", "", "right"}[col]
}

func third(v, of float64) int { return max(0, min(2, int(3*v/max(of, 1)))) }

func (q *asked) size(t act.Target) string {
	box, ok := q.NodeBounds(tissue.CellID(t.Cell), t.Node)
	switch {
	case !q.visible(t):
		return q.unseen(tissue.CellID(t.Cell))
	case !ok:
		return ""
	}
	return fmt.Sprintf("%s is %s pixels wide and %s high", q.Called(t), pixelText(box.W), pixelText(box.H))
}

func (q *asked) biggest() string {
	return q.extreme("biggest", func(b Rect) float64 { return b.W * b.H })
}

func (q *asked) smallest() string {
	return q.extreme("smallest", func(b Rect) float64 { return -b.W * b.H })
}

func (q *asked) widest() string { return q.extreme("widest", func(b Rect) float64 { return b.W }) }

func (q *asked) narrowest() string {
	return q.extreme("narrowest", func(b Rect) float64 { return -b.W })
}

func (q *asked) tallest() string { return q.extreme("tallest", func(b Rect) float64 { return b.H }) }

func (q *asked) lowest() string {
	return q.furthest("lowest", func(b Rect) float64 { return b.Y + b.H })
}

func (q *asked) highest() string { return q.furthest("highest", func(b Rect) float64 { return -b.Y }) }

func (q *asked) leftmost() string {
	return q.furthest("leftmost", func(b Rect) float64 { return -b.X })
}

func (q *asked) rightmost() string {
	return q.furthest("rightmost", func(b Rect) float64 { return b.X + b.W })
}

// extreme tells the biggest or smallest thing, or what else has the most of a measure, and how big it is.
func (q *asked) extreme(word string, measure func(Rect) float64) string {
	best, ok := q.most(measure)
	if !ok {
		return "There is nothing here."
	}
	q.told = []act.Target{best}
	return "The " + word + ": " + q.size(best) + "."
}

// furthest tells what stands furthest to one side, and where that is.
func (q *asked) furthest(word string, far func(Rect) float64) string {
	best, ok := q.most(far)
	if !ok {
		return "There is nothing here."
	}
	q.told = []act.Target{best}
	return "The " + word + ": " + q.place(best) + "."
}

// most is the one of what is asked about, or of all cells, of which a measure is largest.
func (q *asked) most(measure func(Rect) float64) (best act.Target, ok bool) {
	of := q.of
	if len(of) < 2 {
		of = q.all()
	}
	most := 0.0
	for _, t := range of {
		box, _ := q.NodeBounds(tissue.CellID(t.Cell), t.Node)
		if v := measure(box); !ok || v > most {
			best, most, ok = t, v, true
		}
	}
	return best, ok
}

// over are the cells that cover some of a cell.
func (q *asked) over(id tissue.CellID) []act.Target {
	var out []act.Target
	c := q.Cells[id]
	for _, t := range q.all() {
		o := q.Cells[tissue.CellID(t.Cell)]
		if o.ID != id && o.Z > c.Z && o.Bounds.Inset(0.5).Intersects(c.Bounds) {
			out = append(out, t)
		}
	}
	return out
}

// overlaps tells which cells cover which, of those asked about.
func (q *asked) overlaps() string {
	about := map[string]bool{}
	for _, t := range q.of {
		about[t.Cell] = true
	}
	var parts []string
	for _, t := range q.all() {
		for _, u := range q.over(tissue.CellID(t.Cell)) {
			if len(about) == 0 || about[t.Cell] || about[u.Cell] {
				parts = append(parts, q.Called(u)+" covers some of "+q.Called(t))
			}
		}
	}
	switch {
	case len(parts) > 0:
		return "Yes: " + strings.Join(parts, ", ") + "."
	case len(q.of) == 1:
		return "No, nothing overlaps " + q.Called(q.of[0]) + "."
	}
	return "No, nothing overlaps."
}

// hidden tells what cannot be seen: what was hidden, and what stands wholly behind something.
func (q *asked) hidden() string {
	var away, behind []string
	for _, id := range q.IDs() {
		if dc := q.Doc.Cells[id]; dc != nil && dc.Hidden {
			away = append(away, title(dc, id))
		}
	}
	away = append(away, q.parts...)
	for _, t := range q.all() {
		c := q.Cells[tissue.CellID(t.Cell)]
		for _, u := range q.all() {
			if o := q.Cells[tissue.CellID(u.Cell)]; o.Z > c.Z && fits(o.Bounds, c.Bounds) {
				behind = append(behind, q.Called(t)+" (behind "+q.Called(u)+")")
				break
			}
		}
	}
	switch {
	case len(away) > 0 && len(behind) > 0:
		return "Hidden: " + act.InRow(away) + "; not to be seen: " + act.InRow(behind) + "."
	case len(away) > 0:
		return "Hidden: " + act.InRow(away) + ". Say \"show\" and the name."
	case len(behind) > 0:
		return "Nothing was hidden, but not to be seen: " + act.InRow(behind) + "."
	}
	return "Nothing is hidden."
}

func (q *asked) front() string {
	var best *Cell
	for _, t := range q.all() {
		if c := q.Cells[tissue.CellID(t.Cell)]; best == nil || c.Z > best.Z {
			best = c
		}
	}
	if best == nil {
		return "There is nothing here."
	}
	return titleOf(q.Scene, best.ID) + " is in front."
}
