package layout

import "cellshell/membrane/ui"

// item is one child on the main axis.
type item struct{ min, pref, grow, size float64 }

// share gives each item its size on the main axis. With room to spare, those that grow share it so that they come out in
// proportion, none below its wanted size; with too little, all shrink towards their minimum.
func share(items []item, room float64) {
	sum, least, flex := 0.0, 0.0, 0.0
	for i := range items {
		it := &items[i]
		it.size = it.pref
		sum, least, flex = sum+it.pref, least+it.min, flex+it.grow
	}
	switch {
	case sum < room && flex > 0:
		expand(items, room)
	case sum > room && sum > least:
		k := min(1, (sum-room)/(sum-least))
		for i := range items {
			items[i].size = items[i].pref - (items[i].pref-items[i].min)*k
		}
	}
}

func expand(items []item, room float64) {
	var small [32]bool
	frozen := small[:]
	if len(items) > len(small) {
		frozen = make([]bool, len(items))
	}
	for {
		left, flex := room, 0.0
		for i, it := range items {
			if it.grow > 0 && !frozen[i] {
				flex += it.grow
			} else {
				left -= it.pref
			}
		}
		if flex == 0 {
			return
		}
		again := false
		for i, it := range items {
			if it.grow > 0 && !frozen[i] && it.pref > left*it.grow/flex {
				frozen[i], again = true, true
				items[i].size = it.pref
			}
		}
		if again {
			continue
		}
		for i, it := range items {
			if it.grow > 0 && !frozen[i] {
				items[i].size = left * it.grow / flex
			}
		}
		return
	}
}

// items lists the children of a row or column on its main axis (0 horizontal). width is what the children of a column get.
func (b *Box) items(axis int, width func(*Box) float64) []item {
	out := make([]item, len(b.Kids))
	said := false
	for i, k := range b.Kids {
		if axis == 0 {
			out[i].min, out[i].pref = k.widths()
		} else {
			out[i].min, out[i].pref = k.heights(width(k))
		}
		if k.pinned {
			continue
		}
		out[i].grow = k.grow()
		said = said || out[i].grow > 0
	}
	if !said {
		for i, k := range b.Kids {
			if !k.pinned && k.greedy(axis) {
				out[i].grow = 1
			}
		}
	}
	return out
}

// kidWidth is the width a child of a column gets.
func (b *Box) kidWidth(k *Box, inner float64) float64 {
	lo, pref := k.widths()
	if !k.pinned && k.fills(b.Style.Align) && k.Style.Width == nil {
		return max(lo, min(inner, val(k.Style.MaxWidth, inner/k.Scale)*k.Scale))
	}
	return max(lo, min(pref, inner))
}

// fills tells whether a child takes the whole cross axis of a column.
func (b *Box) fills(align string) bool {
	switch align {
	case "stretch":
		return b.Node.Kind != ui.KindIcon
	case "":
		return b.stretches()
	}
	return b.Node.Kind == ui.KindDivider || b.Node.Kind == ui.KindSpacer
}

// tall tells whether a child of a row takes its whole height.
func (b *Box) tall(align string) bool {
	if b.pinned || b.Style.Height != nil {
		return false
	}
	switch b.Node.Kind {
	case ui.KindDivider, ui.KindScroll, ui.KindList, ui.KindArea:
		return true
	case ui.KindRow, ui.KindColumn, ui.KindStack, ui.KindGrid:
		return align == "stretch" || align == "" && (b.Style.Background != "" || b.Style.Border != "" || b.greedy(1) || b.pane())
	}
	return align == "stretch"
}

// pane tells whether a container beside others was given its share of the width: then all of them begin at the same height.
func (b *Box) pane() bool {
	return b.Node.Kind != ui.KindRow && (b.Style.Width != nil || b.grow() > 0)
}

// distribute is where the first child starts and how far the next are apart, given the room that is left.
func distribute(justify string, room, gap float64, n int) (start, step float64) {
	room = max(room, 0)
	switch justify {
	case "center":
		return room / 2, gap
	case "end":
		return room, gap
	case "between":
		if n > 1 {
			return 0, gap + room/float64(n-1)
		}
	case "around":
		each := room / float64(max(n, 1))
		return each / 2, gap + each
	}
	return 0, gap
}

func across(align string, room float64) float64 {
	switch align {
	case "center":
		return max(room, 0) / 2
	case "end":
		return max(room, 0)
	}
	return 0
}
