package reflex

import (
	"math"
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// anchored reads corners, edges and the centre.
func (c *clause) anchored() bool {
	if c.vacant() {
		return true
	}
	t := c.one("place")
	var anchor string
	if t != nil && c.grows(t) {
		return false
	}
	if t != nil && c.onItsSide(t) {
		return true
	}
	switch {
	case t != nil && t.is("place", "elsewhere"):
		t.used = true
		c.p.ask = whereTo()
		return true
	case t != nil && (t.is("place", "corner") || c.one("place", "corner") != nil && !strings.Contains(t.value("place"), "-") && c.otherPlace(t) == nil):
		t.used = true
		c.take("place", "corner")
		side := c.whichCorner(t.value("place"))
		if !strings.Contains(side, "-") {
			c.corner(side)
			return true
		}
		anchor = side
	case t != nil:
		anchor = t.value("place")
		if other := c.otherPlace(t); other != nil {
			other.used = true
			anchor = joinPlaces(anchor, other)
		}
	default:
		full, d := c.one("deg", "full"), c.one("dir")
		if d == nil || full == nil && !c.onSide(d) && !some(c.toks, "sticks") && !c.goesOnTo(sideTo[d.value("dir")]) {
			return false
		}
		if full != nil {
			full.used = true
		}
		t = d
		anchor = sideTo[d.value("dir")]
	}
	if strings.Count(anchor, "-") > 1 || anchor == "" {
		return false
	}
	t.used = true
	c.drop("desk")
	c.take("place", "corner")
	for _, way := range [][2]string{{"up", "top"}, {"down", "bottom"}, {"left", "left"}, {"right", "right"}} { // "way down at the bottom"
		if strings.Contains(anchor, way[1]) && c.take("dir", way[0]) != nil {
			c.degree()
		}
	}
	if to := textTo[anchor]; to != "" && c.textAlone() {
		c.add(act.Act{Intent: act.TextStyle, Args: act.Args{Align: to}}, anything)
		return true
	}
	a := act.Act{Intent: act.Move, Args: act.Args{Anchor: anchor}}
	if along := c.one("layout", "row", "column"); anchor == "center" && along != nil && listed("sideways", along.text) != "" {
		along.used = true
		a.Args.Axis = axisAlong[along.value("layout")]
		c.add(a, movable)
		return true
	}
	if listed("exactmiddle", t.text) != "" { // "bottom center", over what stands there
		a.Args.On = ptr(true)
	}
	if some(c.toks, "sticks") || c.straight(t) || c.goesOnTo(anchor) { // it goes straight to that side
		a.Args.Axis = axisAcross[anchor]
	}
	c.add(a, movable)
	return true
}

// grows reports whether a place is how far something shall grow: "expand the notes to the right edge".
func (c *clause) grows(place *token) bool {
	i := c.at(place) - 1
	for i > 0 && c.toks[i].is("det") {
		i--
	}
	return i > 0 && c.toks[i].is("prep", "to") && c.toks[0].is("dim") && !c.carried("move")
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

// across are the relations of places by what is opposite to them.
var across = map[string]string{"left-of": "right-of", "right-of": "left-of", "above": "below", "below": "above"}

// finishMove works out places that depend on where the thing stands: the other side, the middle along one side.
func (p *parser) finishMove(a *act.Act) bool {
	if last := p.s.LastActs; a.Args.Anchor == "opposite" && len(last) == 1 && last[0].Intent == act.Move && last[0].Target == a.Target {
		if other := across[last[0].Args.Relation]; other != "" { // of what it was put beside
			*a = last[0]
			a.Args.Relation = other
			return true
		}
	}
	if a.Args.Relation == "other-of" { // from where it stands
		b, like := p.boxOf(a.Target), p.boxOf(act.Target{Cell: a.Args.LikeCell, Node: a.Args.LikeNode})
		dx, dy := b.x+b.w/2-like.x-like.w/2, b.y+b.h/2-like.y-like.h/2
		switch {
		case math.Abs(dx)*like.h >= math.Abs(dy)*like.w && dx < 0:
			a.Args.Relation = "right-of"
		case math.Abs(dx)*like.h >= math.Abs(dy)*like.w:
			a.Args.Relation = "left-of"
		case dy < 0:
			a.Args.Relation = "below"
		default:
			a.Args.Relation = "above"
		}
	}
	if a.Args.Relation == nearer {
		p.stepTowards(a)
	}
	if a.Args.Relation != "" && a.Args.LikeCell == a.Target.Cell && a.Args.LikeNode == a.Target.Node && a.Target.Cell != "" {
		p.ask = whereTo() // beside itself
		return false
	}
	if (a.Args.Axis == "" || a.Args.Anchor != "center") && a.Args.Anchor != "opposite" && a.Args.Relation != "near" {
		return true
	}
	x, y, w, h := p.s.box(act.Target{Cell: a.Target.Cell})
	if a.Args.Relation == "near" {
		likeX, _, likeW, _ := p.s.box(act.Target{Cell: a.Args.LikeCell, Node: a.Args.LikeNode})
		if a.Args.Relation = "right-of"; x+w/2 < likeX+likeW/2 {
			a.Args.Relation = "left-of"
		}
		p.withRoom(a)
		return true
	}
	a.Target.Node = ""
	switch {
	case w <= 0 || p.s.W <= 0:
		p.ask = &Question{Text: "I do not know where it stands yet. Where shall it go?"}
		return false
	case a.Args.Anchor == "opposite" && x+w/2 < p.s.across(0.5):
		a.Args.Anchor = "right"
	case a.Args.Anchor == "opposite":
		a.Args.Anchor = "left"
	case a.Args.Axis == "width":
		a.Args = act.Args{X: ptr(round(p.s.across(0.5) - w/2)), Y: ptr(y)}
	default:
		a.Args = act.Args{X: ptr(x), Y: ptr(round(p.s.down(0.5) - h/2))}
	}
	return true
}

// whither asks where something shall go when a verb of moving, or how far, is all that was said of it.
func (c *clause) whither() {
	if len(c.drafts) > 0 || c.done || c.failed || c.p.ask != nil || len(c.refs) != 1 || c.refs[0].indef || c.p.has("desk") {
		return
	}
	moves, far := false, false
	left := c.left()
	for _, t := range left {
		switch {
		case t.is("verb", "move"):
			moves = true
		case t.kind == number, t.is("num"), t.is("unit", "px"):
			far = true
		case t.is("deg"), t.text == "over":
		default:
			return
		}
	}
	if !moves {
		return
	}
	for _, t := range left {
		t.used = true
	}
	if c.p.ask = whereTo(); far {
		c.p.ask = &Question{Text: "Which way: left, right, up or down?"}
	}
}

func whereTo() *Question {
	return &Question{Text: "Where to? Say a corner, a side, or what it shall stand beside."}
}

// straight reports whether something goes over to a side and stays as high, or as far across, as it is: "shove it to the right
// edge", "over to the far left", "all the way down".
func (c *clause) straight(at *token) bool {
	words := strings.Fields(at.text)
	if slices.ContainsFunc(words, func(w string) bool { return listed("midway", w) != "" }) {
		return false
	}
	for _, t := range c.toks {
		if listed("shoves", t.text) != "" || t.is("deg", "full") && t.used {
			return true
		}
	}
	return slices.ContainsFunc(words, func(w string) bool { return listed("brinks", w) != "" })
}

// goesOnTo reports whether something that just went to one side now goes along that to another: "to the far right", "and up to the
// top".
func (c *clause) goesOnTo(anchor string) bool {
	last := c.p.s.LastActs
	if c.before != nil || c.hasVerb() || !c.bareRefs() || c.p.elsewhere() || len(last) != 1 || last[0].Intent != act.Move || !edges[anchor] || c.p.s.Point != nil && c.p.s.Point.Given {
		return false
	}
	if !c.only("dir", "place", "conj", "even", "also") {
		return false // "a little to the left" is no side
	}
	from := last[0].Args.Anchor
	the := slices.IndexFunc(c.toks, func(t *token) bool { return t.is("det", "the") })
	return the > 0 && c.toks[the-1].is("prep") && edges[from] && axisAcross[from] != axisAcross[anchor]
}

// withRoom gives a place near something another side where there is no room on the one that is nearest.
func (p *parser) withRoom(a *act.Act) {
	of, like := p.boxOf(a.Target), p.boxOf(act.Target{Cell: a.Args.LikeCell, Node: a.Args.LikeNode})
	room := map[string]float64{
		"left-of": like.x - p.s.Left - of.w, "right-of": p.s.across(1) - like.x - like.w - of.w,
		"above": like.y - p.s.Top - of.h, "below": p.s.down(1) - like.y - like.h - of.h,
	}
	if room[a.Args.Relation] >= 0 || p.s.W <= 0 {
		return
	}
	for _, side := range []string{across[a.Args.Relation], "below", "above"} {
		if room[side] >= 0 {
			a.Args.Relation = side
			return
		}
	}
}
