package reflex

// laneCount is into how many columns, or rows where the axis is the height, something shall be laid out, and the words that
// say so.
type laneCount struct {
	n    int
	axis string
	toks []*token
}

func (l *laneCount) take(c *clause) {
	for _, t := range l.toks {
		t.used = true
	}
	c.drop("layout")
}

// mostLanes is how many columns or rows a layout has at most.
const mostLanes = 12

// lanesCounted reads "in three columns", "two rows" and "a 3 by 2 grid", of which the first number counts the columns. One
// column, or one row, is a layout of its own.
func (c *clause) lanesCounted() *laneCount {
	for i, t := range c.toks {
		n := t0(c.toks, i-1)
		switch {
		case n == nil || !n.counts() || n.num < 2 || n.num > mostLanes || n.num != float64(int(n.num)):
		case t.is("lanes"):
			out := &laneCount{n: int(n.num), toks: []*token{n, t}}
			if t.is("lanes", "row") {
				out.axis = "height"
			}
			return out
		case t.is("prep", "by") || t.text == "x" || t.text == "times":
			rows, grid := t0(c.toks, i+1), t0(c.toks, i+2)
			if rows != nil && rows.counts() && (grid != nil && grid.is("layout", "grid") || i > 2 && c.toks[i-2].is("layout", "grid") || i > 2 && c.toks[i-2].is("prep") && c.toks[i-3].is("layout", "grid")) {
				return &laneCount{n: int(n.num), toks: []*token{n, t, rows}}
			}
		}
	}
	return nil
}
