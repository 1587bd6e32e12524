package layout

// columns lists the columns of a grid: equal, but for one that a scaled node makes wider.
func (b *Box) columns() []item {
	n := b.columnCount()
	cols := make([]item, n)
	var all item
	for i, k := range b.Kids {
		lo, hi := k.widths()
		if k.pinned {
			c := &cols[i%n]
			c.min, c.pref = max(c.min, lo), max(c.pref, hi)
			lo, hi = min(k.base[0]*b.Scale, lo), min(k.base[0]*b.Scale, hi)
		}
		all.min, all.pref = max(all.min, lo), max(all.pref, hi)
	}
	for i := range cols {
		cols[i].min, cols[i].pref = max(cols[i].min, all.min), max(cols[i].pref, all.pref)
	}
	return cols
}

func (b *Box) columnCount() int {
	n := b.Node.Columns
	if n <= 0 {
		n = 2
	}
	return max(1, min(n, len(b.Kids)))
}

// shareColumns sets the columns' sizes for a width: what is left over goes to all alike.
func (b *Box) shareColumns(cols []item, w float64) {
	room := w - b.gap*float64(len(cols)-1)
	for i := range cols {
		cols[i].grow = 1
	}
	share(cols, room)
}

// gridRows lists the rows of a grid whose columns have their sizes.
func (b *Box) gridRows(cols []item) []item {
	n := len(cols)
	rows := make([]item, (len(b.Kids)+n-1)/n)
	for i, k := range b.Kids {
		lo, hi := k.heights(b.cellWidth(k, cols[i%n].size))
		r := &rows[i/n]
		r.min, r.pref = max(r.min, lo), max(r.pref, hi)
	}
	return rows
}

// cellWidth is the width of a child in a grid column.
func (b *Box) cellWidth(k *Box, w float64) float64 {
	lo, pref := k.widths()
	if k.pinned || k.Style.Width != nil || !b.cellFill(k) {
		return max(lo, min(pref, w))
	}
	return max(lo, w)
}
