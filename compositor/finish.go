package compositor

import (
	"cmp"
	"slices"

	"cellshell/tissue"
)

// layer is how near a kind is: every cell of a higher layer covers those below.
func layer(k tissue.Kind) int {
	switch k {
	case tissue.KindWallpaper:
		return 0
	case tissue.KindWindow:
		return 2
	case tissue.KindPanel:
		return 3
	case tissue.KindOverlay:
		return 4
	}
	return 1
}

// finish brings the cells into reading order, finds which is nearer, and indexes their nodes.
func (l *Layout) finish() {
	l.readingOrder()
	for i := range l.Cells {
		l.stack = append(l.stack, i)
		l.byID[l.Cells[i].ID] = i
		l.Cells[i].index()
	}
	slices.SortFunc(l.stack, func(i, j int) int {
		a, b := &l.Cells[i], &l.Cells[j]
		return cmp.Or(cmp.Compare(layer(a.Kind), layer(b.Kind)), cmp.Compare(a.cell.Placement.Z, b.cell.Placement.Z),
			cmp.Compare(a.cell.Order, b.cell.Order), cmp.Compare(a.ID, b.ID))
	})
	for z, i := range l.stack {
		l.Cells[i].Z = z
	}
}

// readingOrder sorts the cells by rows, as an eye reads them: what begins above the middle of a row's first cell is in it.
func (l *Layout) readingOrder() {
	byTop := func(a, b Placed) int {
		return cmp.Or(cmp.Compare(a.Bounds.Y, b.Bounds.Y), cmp.Compare(a.Bounds.X, b.Bounds.X), cmp.Compare(a.ID, b.ID))
	}
	byLeft := func(a, b Placed) int {
		return cmp.Or(cmp.Compare(a.Bounds.X, b.Bounds.X), cmp.Compare(a.Bounds.Y, b.Bounds.Y), cmp.Compare(a.ID, b.ID))
	}
	slices.SortFunc(l.Cells, byTop)
	for i := 0; i < len(l.Cells); {
		first := l.Cells[i].Bounds
		j := i + 1
		for j < len(l.Cells) && l.Cells[j].Bounds.Y < first.Y+first.H/2 {
			j++
		}
		slices.SortFunc(l.Cells[i:j], byLeft)
		i = j
	}
}
