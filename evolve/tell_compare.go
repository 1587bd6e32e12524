package evolve

import (
	"fmt"
	"slices"
	"strings"

	"cellshell/evolve/act"
	"cellshell/tissue"
)

// compared says which of two things is bigger, along one side where only that is asked.
func (q *asked) compared() string {
	a, _ := q.NodeBounds(tissue.CellID(q.of[0].Cell), q.of[0].Node)
	b, _ := q.NodeBounds(tissue.CellID(q.of[1].Cell), q.of[1].Node)
	one, two := q.Called(q.of[0]), q.Called(q.of[1])
	switch q.args.Axis {
	case "width":
		return lengthsOf(one, two, a.W, b.W, "wide", "wider")
	case "height":
		return lengthsOf(one, two, a.H, b.H, "high", "higher")
	}
	text := q.size(q.of[0]) + ", " + fmt.Sprintf("%s %s wide and %s high: ", two, pixelText(b.W), pixelText(b.H))
	switch {
	case a.W*a.H > b.W*b.H:
		return text + one + " is bigger"
	case a.W*a.H < b.W*b.H:
		return text + two + " is bigger"
	}
	return text + "they are equally big"
}

// lengthsOf compares two lengths that are called alike.
func lengthsOf(one, two string, a, b float64, is, more string) string {
	text := fmt.Sprintf("%s is %s pixels %s, %s %s: ", one, pixelText(a), is, two, pixelText(b))
	switch {
	case pixelText(a) == pixelText(b):
		return text + "they are equally " + is
	case a > b:
		return text + fmt.Sprintf("%s is %s by %s pixels", one, more, pixelText(a-b))
	}
	return text + fmt.Sprintf("%s is %s by %s pixels", two, more, pixelText(b-a))
}

// distance says how much room is between two things.
func (q *asked) distance() string {
	a, _ := q.NodeBounds(tissue.CellID(q.of[0].Cell), q.of[0].Node)
	b, _ := q.NodeBounds(tissue.CellID(q.of[1].Cell), q.of[1].Node)
	one, two := q.Called(q.of[0]), q.Called(q.of[1])
	dx, dy := between(a, b)
	switch {
	case dx == 0 && dy == 0:
		return one + " and " + two + " touch."
	case dy == 0:
		return fmt.Sprintf("%s and %s are %s pixels apart, side by side.", one, two, pixelText(dx))
	case dx == 0:
		return fmt.Sprintf("%s and %s are %s pixels apart, one above the other.", one, two, pixelText(dy))
	}
	return fmt.Sprintf("%s and %s are %s pixels apart from side to side and %s up and down.", one, two, pixelText(dx), pixelText(dy))
}

// between is the room between two boxes from side to side, and up and down.
func between(a, b Rect) (dx, dy float64) {
	return max(0, max(a.X, b.X)-min(a.X+a.W, b.X+b.W)), max(0, max(a.Y, b.Y)-min(a.Y+a.H, b.Y+b.H))
}

// toEdges says how far something is from the edges of the desktop that a question names; one that names none of them is told all.
func (q *asked) toEdges() string {
	box, _ := q.NodeBounds(tissue.CellID(q.of[0].Cell), q.of[0].Node)
	all := q.Area
	far := []struct {
		edge string
		px   float64
	}{{"left", box.X - all.X}, {"right", all.X + all.W - box.X - box.W}, {"top", box.Y - all.Y}, {"bottom", all.Y + all.H - box.Y - box.H}}
	var some, every []string
	for _, f := range far {
		text := fmt.Sprintf("%s pixels from the %s edge", pixelText(f.px), f.edge)
		every = append(every, text)
		if slices.Contains(strings.Split(q.args.Anchor, "-"), f.edge) {
			some = append(some, text)
		}
	}
	if len(some) == 0 {
		some = every
	}
	return q.Called(q.of[0]) + " is " + act.InRow(some)
}
