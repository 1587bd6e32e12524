package reflex

import (
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
	if c.one("verb", "center") != nil && c.one("between") != nil && c.amid() {
		c.take("verb", "center")
		return
	}
	if n := len(c.p.acts); c.before != nil && n > 0 && len(c.refs) == 0 && c.one("verb", "center") != nil && c.only("verb") && edges[c.p.acts[n-1].Args.Anchor] && c.p.acts[n-1].Intent == act.Move {
		c.take("verb", "center") // "at the very top, centred": in the middle of that edge
		c.ofBefore()
		return
	}
	if rel := c.one("rel", "above", "below", "left-of", "right-of"); rel != nil && c.one("verb", "center") != nil && c.refAfterToken(rel) != nil && c.relates() {
		c.moved()
		return
	}
	if c.one("verb", "center") != nil && c.one("part", "text", "label", "title") == nil {
		c.take("verb", "center")
		c.drop("place", "desk")
		if c.textInMind() {
			c.add(act.Act{Intent: act.TextStyle, Args: act.Args{Align: "center"}}, anything)
			return
		}
		a := act.Act{Intent: act.Move, Args: act.Args{Anchor: "center"}}
		if along := c.take("layout", "row", "column"); along != nil {
			a.Args.Axis = axisAlong[along.value("layout")]
		}
		c.add(a, movable)
		c.moved()
		return
	}
	verb := c.carried("move", "nudge") || c.verb("stack") != nil
	if c.take("offscreen") != nil && verb {
		c.takeAll()
		c.p.ask = &Question{Text: "Nothing is put beyond the edges of the desktop, where nobody could reach it. To the edge, or out of sight? For that say: hide it."}
		return
	}
	if c.lifted() {
		return
	}
	if t := c.one("dirmove"); t != nil && (verb || c.far(t) || c.goesOnMoving()) {
		t.senses = []sense{{class: "dir", value: t.value("dirmove")}}
	}
	strong := verb || c.carried("make", "want", "use", "give", "show") || !c.hasVerb()
	if v := c.verb("make"); v != nil && v.text == "let" && !verb {
		strong = false // "let the counter go down" counts
	}
	if !strong || c.sideOfRow() || c.points() || c.amid() || c.wayAlong() || c.relates() || c.exactPlace(verb) || c.anchored() {
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
	if t != nil && !c.hasVerb() && len(c.refs) > 0 && c.refs[0].head == "this" && len(c.drafts) == 0 && c.p.s.Point2 == nil {
		t.used = true
		return false // "this one here" wants nothing yet
	}
	at := c.p.s.Point
	if c.verb("move", "nudge") == nil && (len(c.drafts) > 0 || c.hasAny("dim", "inc", "mult", "complaint")) { // "use a big font here": it is about what is here
		for _, o := range []*token{t, c.one("there")} {
			if o != nil {
				o.used = true
			}
		}
		return false
	}
	switch {
	case t != nil && c.p.s.Point2 != nil:
		at = c.p.s.Point2 // "stick this over here", with a place pointed at
	case t != nil && at != nil && at.Cell != "" && len(c.refs) > 0 && c.refs[0].bare():
		at = nil // it stands there: no place was pointed at
	case t == nil:
		if t = c.one("there"); t == nil {
			return c.droppedAt()
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
	if d := t0(c.toks, c.at(t)-1); d != nil && (d.is("dir") || d.is("deg")) {
		d.used = true // "down here", "right there"
	}
	c.add(act.Act{Intent: act.Move, Args: act.Args{X: ptr(at.X), Y: ptr(at.Y)}}, movable)
	return true
}

// droppedAt reads "drop this" and "put it down" where a place was pointed at, and none is said.
func (c *clause) droppedAt() bool {
	at, v := c.p.s.Point2, c.verb("move")
	if at == nil || v == nil || len(c.drafts) > 0 || !c.bareRefs() && !(len(c.refs) == 1 && c.refs[0].bare()) || !c.only("verb", "dir") {
		return false
	}
	c.drop("dir")
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
	if c.towardsMiddle(t) {
		return true
	}
	r := c.refAfter(i)
	if r == nil {
		if wideScript(t.text) {
			r = c.refBefore(i)
		}
		if r == nil {
			return c.besideLast(t)
		}
	}
	if len(c.refs) > 1 && r == c.refs[0] && !wideScript(t.text) && r.from < i {
		return false
	}
	set, ok := c.cellOfMoved(r)
	if !ok {
		set, ok = c.besideIt(r, t.value("rel"))
	}
	if !ok {
		set, ok = c.p.resolve(r)
	}
	r.own = true
	if !ok {
		t.used = true
		return true
	}
	if len(set) != 1 {
		return false
	}
	if r.bare() && set[0].Node != "" && c.movesAnotherCell(r, set[0].Cell) {
		set = []act.Target{{Cell: set[0].Cell}} // "put the clock below it", after a button of the timer was painted
	}
	t.used = true
	for _, o := range c.toks[i:] {
		if o.is("be") {
			o.used = true
		}
	}
	if t.is("rel", "onto") && set[0].Node == "" {
		return c.onTop(set[0])
	}
	a := act.Act{Intent: act.Move, Args: act.Args{Relation: t.value("rel"), LikeCell: set[0].Cell, LikeNode: set[0].Node}}
	if c.abitNearer(t) {
		a.Args.Relation = nearer
	}
	c.apartBy(&a, t)
	if set[0].Node != "" && c.pluralRef() { // "put the buttons above the title": those of its cell
		if of, ok := c.subject(); ok {
			if near := keep(of, func(one act.Target) bool { return one.Cell == set[0].Cell && one.Node != "" }); len(near) > 0 && len(near) < len(of) {
				c.ownAll()
				c.addTo(a, anything, near...)
				return true
			}
		}
	}
	c.add(a, movable)
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
	if !verb && (some(c.toks, "unit", "times") || c.hasVerb()) || !verb && !(!c.hasVerb() && len(c.refs) == 1 && c.refs[0].cell() && c.one("prep", "to") != nil && c.only("num", "unit", "prep")) {
		return false
	}
	var nums []*token
	for _, t := range c.toks {
		if !t.used && t.counts() {
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
		if t.content() && !t.is("unit", "px") && t.kind != mark && !t.used || t.is("prep", "by") {
			return false
		}
	}
	nums[0].used, nums[1].used = true, true
	c.drop("unit")
	c.add(act.Act{Intent: act.Move, Args: act.Args{X: ptr(nums[0].num), Y: ptr(nums[1].num)}}, movable)
	return true
}

// edges are the anchors that say one side only.
var edges = map[string]bool{"top": true, "bottom": true, "left": true, "right": true}
