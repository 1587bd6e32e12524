package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// corner asks which of the corners along a side ("corner": all four) is meant.
func (c *clause) corner(side string) {
	c.p.ask = &Question{Text: "Which corner?"}
	set, ok := c.subject()
	if !ok {
		return
	}
	for _, corner := range corners(side) {
		ch := Choice{Label: strings.ReplaceAll(corner, "-", " ")}
		for _, t := range set {
			if !c.p.pushable(t) {
				t.Node = ""
			}
			ch.Acts = append(ch.Acts, act.Act{Intent: act.Move, Target: t, Args: act.Args{Anchor: corner}})
		}
		c.p.ask.Choices = append(c.p.ask.Choices, ch)
	}
}

// corners are those along a side.
func corners(side string) []string {
	var out []string
	for _, corner := range []string{"top-left", "top-right", "bottom-left", "bottom-right"} {
		if side == "corner" || strings.Contains(corner, side) {
			out = append(out, corner)
		}
	}
	return out
}

// whichCorner is all that the clause says of a corner beside one word for it: "up in the right hand corner", "in the corner at
// the bottom". It is a corner, or only a side of two, or "corner" where nothing is said.
func (c *clause) whichCorner(said string) string {
	down, across := "", ""
	place := func(v string) {
		switch v {
		case "top", "up":
			down = "top"
		case "bottom", "down":
			down = "bottom"
		case "left", "right":
			across = v
		}
	}
	place(said)
	for _, t := range c.toks {
		if t.used {
			continue
		}
		for _, class := range []string{"place", "dir", "side"} {
			if v := t.value(class); v != "" && !(class == "dir" && t.is("place")) {
				place(v)
				t.used = true
				break
			}
		}
	}
	switch {
	case down != "" && across != "":
		return down + "-" + across
	case down+across != "":
		return down + across
	}
	return "corner"
}
