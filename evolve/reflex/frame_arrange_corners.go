package reflex

import (
	"fmt"

	"cellshell/evolve/act"
)

// eachCorner reads "one window in each corner and the notes in the middle": the others go to the corner that is nearest to each.
func (p *parser) eachCorner() bool {
	n := len(p.toks)
	for n > 0 && p.says("eachcorner", p.toks[:n]) == "" {
		n--
	}
	if n == 0 {
		return false
	}
	var acts []act.Act
	var middle act.Target
	rest := p.toks[n:]
	for len(rest) > 0 && (rest[0].kind == mark || rest[0].is("conj", "and") || rest[0].is("prep", "with")) {
		rest = rest[1:]
	}
	if len(rest) > 0 {
		r, next := (&clause{p: p, toks: rest}).np(0)
		if r == nil || !r.cell() || p.says("inmiddle", rest[next:]) == "" {
			return false
		}
		set, ok := p.resolve(r)
		if !ok || len(set) != 1 {
			return false
		}
		middle = set[0]
		acts = append(acts, act.Act{Intent: act.Move, Target: middle, Args: act.Args{Anchor: "center"}})
	}
	var left []Cell
	for _, c := range p.s.Cells {
		if c.Kind != "wallpaper" && c.Kind != "service" && c.Kind != "panel" && c.ID != middle.Cell {
			left = append(left, c)
		}
	}
	if most := len(corners("corner")); len(left) > most {
		p.result.Ask, p.result.Conf = &Question{Text: fmt.Sprintf("There are %d windows for %d corners. Say which shall go where, one by one?", len(left), most)}, 0.5
		return true
	}
	p.result.Acts, p.result.Conf = append(toCorners(left, p.s.W, p.s.H), acts...), 0.9
	return true
}

// toCorners moves each cell to a corner of its own, the nearest that is left.
func toCorners(cells []Cell, w, h float64) (acts []act.Act) {
	free := corners("corner")
	for _, c := range cells {
		best, least := 0, -1.0
		for i, name := range free {
			x, y := 0.0, 0.0
			if name == "top-right" || name == "bottom-right" {
				x = w - c.W
			}
			if name == "bottom-left" || name == "bottom-right" {
				y = h - c.H
			}
			if far := (c.X-x)*(c.X-x) + (c.Y-y)*(c.Y-y); least < 0 || far < least {
				best, least = i, far
			}
		}
		acts = append(acts, act.Act{Intent: act.Move, Target: act.Target{Cell: c.ID}, Args: act.Args{Anchor: free[best]}})
		free = append(free[:best:best], free[best+1:]...)
	}
	return acts
}
