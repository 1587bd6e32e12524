package reflex

import (
	"math"
	"strings"

	"cellshell/evolve/act"
)

// Steps of a move without a number, logical pixels.
const (
	step      = 40
	smallStep = 8
	bigStep   = 120
)

// moving reads places, directions and relations.
func (c *clause) moving() {
	if c.one("verb", "center") != nil && c.one("part", "text", "label") == nil {
		c.take("verb", "center")
		c.drop("place", "desk")
		c.add(act.Act{Intent: act.Move, Args: act.Args{Anchor: "center"}}, movable)
		c.moved()
		return
	}
	verb := c.carried("move", "nudge")
	if t := c.one("dirmove"); t != nil && verb {
		t.senses = []sense{{class: "dir", value: t.value("dirmove")}}
	}
	strong := verb || c.carried("make", "want", "use", "give", "show") || !c.hasVerb()
	if !strong || c.points() || c.relates() || c.exactPlace(verb) || c.anchored(verb) {
		c.moved()
		return
	}
	c.shifted(verb)
	c.moved()
}

// moved marks the verbs of a move that was understood.
func (c *clause) moved() {
	for _, d := range c.drafts {
		if d.Intent == act.Move || d.Intent == act.SetText {
			for _, t := range c.toks {
				if t.is("verb", "move", "nudge") {
					t.used = true
				}
			}
		}
	}
}

// points reads "here" and "over there".
func (c *clause) points() bool {
	t := c.one("here")
	at := c.p.s.Point
	if t == nil {
		if t = c.one("there"); t == nil {
			return false
		}
		if at = c.p.s.Point2; at == nil && c.p.s.Point != nil && c.p.s.Point.Cell == "" {
			at = c.p.s.Point
		}
	}
	if at == nil {
		t.used = true
		c.p.ask = &Question{Text: "Where? Point at the place."}
		return true
	}
	t.used = true
	c.add(act.Act{Intent: act.Move, Args: act.Args{X: ptr(at.X), Y: ptr(at.Y)}}, movable)
	return true
}

// relates reads "below the clock", "where the notes are".
func (c *clause) relates() bool {
	t := c.one("rel")
	if t == nil {
		return false
	}
	i := c.at(t)
	r := c.refAfter(i)
	if r == nil || t.poss {
		if wideScript(t.text) {
			r = c.refBefore(i)
		}
		if r == nil {
			return false
		}
	}
	if len(c.refs) > 1 && r == c.refs[0] && !wideScript(t.text) && r.from < i {
		return false
	}
	set, ok := c.p.resolve(r)
	r.own = true
	if !ok {
		t.used = true
		return true
	}
	if len(set) != 1 {
		return false
	}
	t.used = true
	for _, o := range c.toks[i:] {
		if o.is("be") {
			o.used = true
		}
	}
	c.add(act.Act{Intent: act.Move, Args: act.Args{Relation: t.value("rel"), LikeCell: set[0].Cell, LikeNode: set[0].Node}}, movable)
	return true
}

func wideScript(s string) bool {
	for _, r := range s {
		return wide(r)
	}
	return false
}

// exactPlace reads "to 100, 200".
func (c *clause) exactPlace(verb bool) bool {
	if !verb {
		return false
	}
	var nums []*token
	for _, t := range c.toks {
		if !t.used && (t.kind == number || t.is("num")) {
			nums = append(nums, t)
			if axis := t0(c.toks, c.at(t)-1); axis != nil && (axis.text == "x" || axis.text == "y") {
				axis.used = true
			}
		}
	}
	if len(nums) != 2 || c.hasAny("dir") {
		return false
	}
	between := c.toks[c.at(nums[0])+1 : c.at(nums[1])]
	for _, t := range between {
		if t.content() && !t.is("unit", "px") && t.kind != mark && !t.used {
			return false
		}
	}
	nums[0].used, nums[1].used = true, true
	c.drop("unit")
	c.add(act.Act{Intent: act.Move, Args: act.Args{X: ptr(nums[0].num), Y: ptr(nums[1].num)}}, movable)
	return true
}

// anchored reads corners, edges and the centre.
func (c *clause) anchored(verb bool) bool {
	t := c.one("place")
	anchor := ""
	switch {
	case t != nil && (t.is("place", "corner") || c.one("place", "corner") != nil && !strings.Contains(t.value("place"), "-") && c.otherPlace(t) == nil):
		t.used = true
		c.take("place", "corner")
		c.corner(t.value("place"))
		return true
	case t != nil:
		anchor = t.value("place")
		if other := c.otherPlace(t); other != nil {
			other.used = true
			anchor = joinPlaces(anchor, other)
		}
	default:
		full, d := c.one("deg", "full"), c.one("dir")
		if d == nil || full == nil && !c.onSide(d) {
			return false
		}
		if full != nil {
			full.used = true
		}
		t = d
		anchor = map[string]string{"left": "left", "right": "right", "up": "top", "down": "bottom"}[d.value("dir")]
	}
	if strings.Count(anchor, "-") > 1 || anchor == "" {
		return false
	}
	t.used = true
	c.drop("desk")
	c.take("place", "corner")
	c.add(act.Act{Intent: act.Move, Args: act.Args{Anchor: anchor}}, movable)
	return true
}

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

// onSide reports whether a direction is meant as a place: "on the left".
func (c *clause) onSide(d *token) bool {
	i := c.at(d)
	return i >= 2 && c.toks[i-1].is("det", "the") && c.toks[i-2].is("prep", "on", "at", "in") && c.toks[i-2].start < c.toks[i-1].start
}

// otherPlace is a second half of a place, said apart: "in the corner on the top … right".
func (c *clause) otherPlace(t *token) *token {
	for _, o := range c.toks {
		if o != t && !o.used && (o.is("place", "top", "bottom", "left", "right") || o.is("dir", "left", "right")) {
			return o
		}
	}
	return nil
}

func joinPlaces(a string, t *token) string {
	b := t.value("place")
	if b == "" {
		b = t.value("dir")
	}
	switch {
	case (a == "top" || a == "bottom") && (b == "left" || b == "right"):
		return a + "-" + b
	case (b == "top" || b == "bottom") && (a == "left" || a == "right"):
		return b + "-" + a
	}
	return ""
}

// shifted reads directions with or without a distance: "up a bit", "20 pixels left".
func (c *clause) shifted(verb bool) {
	d := c.one("dir")
	if d == nil {
		return
	}
	if !verb && len(c.left()) > 1 && c.pixelsAhead() == 0 && c.one("deg") == nil {
		return
	}
	d.used = true
	by := c.pixels(verb)
	if by == 0 {
		by = step
		if c.verb("nudge") != nil {
			by = smallStep
		}
		switch deg := c.degreeNear(c.at(d)); {
		case deg >= 2:
			by = bigStep
		case deg > 0:
			by = smallStep
		}
	}
	by = math.Min(by, 4000)
	a := act.Act{Intent: act.Move}
	switch d.value("dir") {
	case "left":
		a.Args.DX = -by
	case "right":
		a.Args.DX = by
	case "up":
		a.Args.DY = -by
	case "down":
		a.Args.DY = by
	}
	if other := c.one("dir"); other != nil { // "up left"
		other.used = true
		switch other.value("dir") {
		case "left":
			a.Args.DX = -by
		case "right":
			a.Args.DX = by
		case "up":
			a.Args.DY = -by
		case "down":
			a.Args.DY = by
		}
	}
	c.drop("unit")
	c.add(a, movable)
}

func (c *clause) pixelsAhead() float64 {
	for _, t := range c.toks {
		if !t.used && (t.kind == number || t.is("num")) {
			return t.num
		}
	}
	return 0
}
