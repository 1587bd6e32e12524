package edit

import (
	"slices"

	"github.com/dave/dst"
)

// rooms are the line breaks around the places of a list. They belong to the place, comments to what stands there.
type rooms []room

type room struct{ before, after dst.SpaceType }

func roomsOf(list []dst.Expr) rooms {
	out := make(rooms, len(list))
	for i, e := range list {
		out[i] = room{e.Decorations().Before, e.Decorations().After}
	}
	return out
}

// give gives the places' line breaks to what stands there now.
func (r rooms) give(list []dst.Expr) {
	for i, e := range list {
		e.Decorations().Before, e.Decorations().After = r[i].before, r[i].after
	}
}

// let puts an expression into a list as its i-th, on a line of its own where the others have one.
func let(list []dst.Expr, i int, e dst.Expr) []dst.Expr {
	if len(list) == 0 {
		e.Decorations().Before, e.Decorations().After = dst.None, dst.None
		return []dst.Expr{e}
	}
	r := roomsOf(list)
	first, last := r[0], r[len(r)-1]
	between := room{oneLine(r[min(1, len(r)-1)].before), r[max(0, len(r)-2)].after}
	at := between
	switch i {
	case 0:
		at.before = first.before
		r[0].before = between.before
	case len(r):
		at.after = last.after
		r[len(r)-1].after = between.after
	}
	if i > 0 && r[i-1].after == dst.EmptyLine { // it stays above what comes next
		r[i-1].after, at.after = dst.NewLine, dst.EmptyLine
	}
	r = slices.Insert(r, i, at)
	list = slices.Insert(slices.Clone(list), i, e)
	r.give(list)
	return list
}

// oneLine is a line break without an empty line.
func oneLine(s dst.SpaceType) dst.SpaceType {
	if s == dst.EmptyLine {
		return dst.NewLine
	}
	return s
}
