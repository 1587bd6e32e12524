package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// aligning lines things up along an edge.
func (c *clause) aligning() bool {
	v := c.verb("align")
	if v == nil && c.one("edge") == nil && c.one("level", "align-left", "align-right", "align-top", "align-bottom") == nil || c.one("layout") != nil || c.beside() {
		return false
	}
	if edge := c.one("edge"); v == nil && edge != nil && listed("textedge", edge.text) != "" && c.ofLetters() {
		return false
	}
	if c.one("part", "text") != nil || c.one("part", "label") != nil {
		return false
	}
	for _, t := range c.toks {
		if t == v || t.is("verb", "move") {
			t.used = true
		}
	}
	relation := c.alongEdge()
	if relation == "" {
		c.p.ask = &Question{Text: "Align along which edge: left, right, top or bottom?"}
		return true
	}
	a := act.Act{Intent: act.Move, Args: act.Args{Relation: relation}}
	if c.wordsOrWhole(relation, a) {
		return true
	}
	with := c.one("prep", "with")
	if with == nil {
		with = c.one("prep", "as") // "same left edge as the clock"
	}
	if with != nil {
		if r := c.refAfterToken(with); r != nil {
			set, ok := c.p.resolve(r)
			if !ok {
				return true
			}
			if last := c.p.s.LastActs; r.bare() && len(c.refs) == 1 && len(last) == 1 && last[0].Args.LikeCell != "" {
				set = []act.Target{{Cell: last[0].Args.LikeCell, Node: last[0].Args.LikeNode}} // "flush left with it": what it was put beside
			}
			r.own = true
			if len(set) > 0 { // "with everything", where nothing is
				a.Args.LikeCell = set[0].Cell
			}
		}
	}
	if set := wholes(meant(c.p.s.LastActs)); a.Args.LikeCell == "" && (len(c.refs) == 0 || len(c.refs) == 1 && c.refs[0].head == "pron" && c.refs[0].plural && !c.refs[0].both && len(c.p.lastTargets()) < 2) && c.before == nil && len(c.p.s.Selection) < 2 && len(set) > 1 && !c.p.elsewhere() {
		c.ownAll()
		c.addTo(a, cells, set...) // "line up their tops"
		return true
	}
	c.add(a, cells)
	return true
}

// beside reports whether the edges are only said of a place beside something: "16 px to the right of it, tops aligned".
func (c *clause) beside() bool {
	if c.before != nil && len(c.refs) < 2 && c.only("level", "edge", "verb") && len(c.p.acts) > 0 && c.p.acts[len(c.p.acts)-1].Args.LikeCell != "" {
		return true
	}
	rel := c.one("rel", "left-of", "right-of", "above", "below", "near")
	return rel != nil && c.refAfterToken(rel) != nil
}

// alongEdge takes the edge along which things shall stand, said once or of each of them: "the left edge of the clock with the
// left edge of the notes". "" when none is said.
func (c *clause) alongEdge() string {
	if edge := c.take("edge"); edge != nil {
		return edge.value("edge")
	}
	if level := c.take("level", "align-left", "align-right", "align-top", "align-bottom"); level != nil {
		return level.value("level")
	}
	side := ""
	for _, class := range []string{"dir", "place"} {
		for _, t := range c.toks {
			if v := t.value(class); !t.used && t.is(class, "left", "right", "top", "bottom", "center") && (side == "" || v == side) {
				side, t.used = v, true
			}
		}
	}
	if side == "" {
		return ""
	}
	return "align-" + side
}

// wordsOrWhole asks whether "align right" about a button means the words on it or the whole cell.
func (c *clause) wordsOrWhole(relation string, whole act.Act) bool {
	to := textTo[strings.TrimPrefix(relation, "align-")]
	at := c.p.s.Point
	if last := c.p.s.Last; to != "" && last != nil && (at == nil || !at.Given) && len(c.refs) == 1 && c.refs[0].bare() && !c.refs[0].plural && c.textInMind() {
		c.ownAll()
		c.addTo(act.Act{Intent: act.TextStyle, Args: act.Args{Align: to}}, anything, *last)
		return true
	}
	if to == "" || !c.bareRefs() && len(c.refs) > 0 && !(len(c.refs) == 1 && c.refs[0].bare()) || at == nil || len(c.p.s.Selection) > 0 {
		return false
	}
	if c.p.onlyText([]act.Target{at.Target}) && at.Given {
		c.ownAll()
		c.addTo(act.Act{Intent: act.TextStyle, Args: act.Args{Align: to}}, anything, at.Target) // a text stands alone in its place
		return true
	}
	if !c.p.pushable(at.Target) || len(c.refs) > 0 {
		return false
	}
	whole.Target = act.Target{Cell: at.Cell}
	c.p.ask = &Question{Text: "The words on it, or the whole of " + c.p.s.name(whole.Target) + "?", Choices: []Choice{
		{Label: "The words", Acts: []act.Act{{Intent: act.TextStyle, Target: at.Target, Args: act.Args{Align: to}}}},
		{Label: c.p.s.name(whole.Target), Acts: []act.Act{whole}},
	}}
	return true
}
