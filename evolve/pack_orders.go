package evolve

import (
	"iter"
	"sort"
)

// packOrders are the orders in which boxes are tried where they must find room: as they are given, then the tall ones, the large
// ones, the wide ones first. Each is a list of their numbers.
func packOrders(boxes []Rect) iter.Seq[[]int] {
	return func(yield func([]int) bool) {
		for _, before := range []func(a, b Rect) bool{
			func(_, _ Rect) bool { return false },
			func(a, b Rect) bool { return a.H > b.H },
			func(a, b Rect) bool { return a.W*a.H > b.W*b.H },
			func(a, b Rect) bool { return a.W > b.W },
		} {
			index := make([]int, len(boxes))
			for i := range index {
				index[i] = i
			}
			sort.SliceStable(index, func(i, j int) bool { return before(boxes[index[i]], boxes[index[j]]) })
			if !yield(index) {
				return
			}
		}
	}
}
