package reflex

import (
	"sort"
	"strings"

	"cellshell/evolve/act"
)

// pick applies ordinals, sides and sizes to candidates.
func (p *parser) pick(among []act.Target, r *ref) []act.Target {
	if r.ord > len(among) || r.count > len(among) || r.both && len(among) < 2 {
		return nil
	}
	if len(among) < 2 {
		return among
	}
	if r.countedFrom != "" {
		among = append([]act.Target{}, among...)
		sort.SliceStable(among, func(i, j int) bool {
			x, y, w, h := p.s.box(among[i])
			x2, y2, w2, h2 := p.s.box(among[j])
			return toSide(r.countedFrom, x, y, w, h) < toSide(r.countedFrom, x2, y2, w2, h2)
		})
	}
	if r.tint != "" {
		if of := p.tinted(r.tint, among); len(of) > 0 {
			among = of
		}
	}
	if r.newest || r.oldest {
		return p.aged(among, r)
	}
	if r.most != nil {
		return p.mostOf(among, r.most)
	}
	if r.ord > 0 {
		if r.head == "gene" { // the second is the one that came second, where names tell
			for _, t := range among {
				if nth(t.Cell) == r.ord && base(t.Cell) != t.Cell {
					return []act.Target{t}
				}
			}
		}
		return among[r.ord-1 : r.ord]
	}
	if r.ord < 0 {
		return among[len(among)-1:]
	}
	if r.other && !r.plural && p.s.Last != nil && len(among) > 2 {
		if besides := p.siblings(*p.s.Last, among); len(besides) == 1 {
			return besides
		}
	}
	if r.other && len(among) == 2 && p.s.Last != nil {
		for i, t := range among {
			if t == *p.s.Last || t.Node == "" && t.Cell == p.s.Last.Cell {
				return among[1-i : 2-i]
			}
		}
	}
	if r.other && p.s.Last != nil {
		if rest := keep(among, func(t act.Target) bool { return t != *p.s.Last }); len(rest) > 0 {
			among = rest
		}
	}
	if r.style != "" {
		if worn := keep(among, func(t act.Target) bool { return p.s.wears(t.Cell, r.style) }); len(worn) > 0 {
			among = worn
		}
	}
	if r.side == "" && r.size == "" || len(among) < 2 {
		return among
	}
	if r.side != "" && r.size != "" && r.count > 1 { // "the three small ones on the left"
		if among = p.inHalf(among, r.side); len(among) < r.count {
			return nil
		}
		by := *r
		by.side = ""
		return p.pick(among, &by)
	}
	if r.side == "middle" && len(among) > 2 && len(among)%2 == 1 && !r.plural {
		return p.midmost(among)
	}
	sorted := append([]act.Target{}, among...)
	measure := func(t act.Target) float64 {
		x, y, w, h := p.s.box(t)
		switch {
		case r.side != "":
			return toSide(r.side, x, y, w, h)
		case r.size == "bigger":
			return -w * h
		case r.size == "smaller":
			return w * h
		}
		return 0
	}
	sort.SliceStable(sorted, func(i, j int) bool { return measure(sorted[i]) < measure(sorted[j]) })
	switch {
	case r.count > 1:
		return sorted[:r.count]
	case r.plural && r.side != "":
		return p.inHalf(among, r.side)
	}
	if measure(sorted[0]) == measure(sorted[1]) {
		return among
	}
	return sorted[:1]
}

// inHalf are those of some things that stand in the half of the desktop on a side: "the things on the left".
func (p *parser) inHalf(among []act.Target, side string) []act.Target {
	return keep(among, func(t act.Target) bool {
		x, y, w, h := p.s.box(t)
		return !(strings.HasSuffix(side, "left") && x+w/2 > p.s.across(0.5)-1 || strings.HasSuffix(side, "right") && x+w/2 < p.s.across(0.5)+1 ||
			strings.HasPrefix(side, "top") && y+h/2 > p.s.down(0.5)-1 || strings.HasPrefix(side, "bottom") && y+h/2 < p.s.down(0.5)+1)
	})
}

// midmost is the one that has as many of some things before it as behind it, along the line they stand in.
func (p *parser) midmost(among []act.Target) []act.Target {
	along := func(down bool) ([]act.Target, float64) {
		at := func(t act.Target) float64 {
			x, y, w, h := p.s.box(t)
			if down {
				return y + h/2
			}
			return x + w/2
		}
		out := append([]act.Target{}, among...)
		sort.SliceStable(out, func(i, j int) bool { return at(out[i]) < at(out[j]) })
		return out, at(out[len(out)-1]) - at(out[0])
	}
	row, wide := along(false)
	if column, high := along(true); high > wide {
		row = column
	}
	return row[len(row)/2 : len(row)/2+1]
}
