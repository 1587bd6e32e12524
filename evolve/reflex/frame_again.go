package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// same does the last acts to something else: "do the same to the notes", "and the notes too".
func (c *clause) same() bool {
	t := c.one("repeat", "same")
	if t == nil {
		if t = c.one("repeat"); t != nil && (!c.named() || !c.only("repeat")) {
			t = nil
		}
	}
	if t == nil {
		if t = c.one("also"); t == nil || len(c.left()) > 0 || c.hasVerb() || c.before != nil {
			return false
		}
	}
	if len(c.refs) == 0 || c.refs[0].indef {
		return false // "and a calculator too" is a new one
	}
	last := c.p.toRepeat()
	if c.before != nil {
		last = c.p.acts
	}
	set, ok := c.subject()
	c.ownAll()
	t.used = true
	if !ok {
		return true
	}
	if axis := sameSide(t.text); axis != "" && c.p.s.Last != nil && !has(set, *c.p.s.Last) {
		a := act.Act{Intent: act.Resize, Args: act.Args{LikeCell: c.p.s.Last.Cell, LikeNode: c.p.s.Last.Node}}
		if axis != "size" {
			a.Args.Axis = axis
		}
		c.addTo(a, anything, set...)
		return true
	}
	if has := sameTrait(t.text); has != nil && c.before == nil && c.p.s.Deeds != nil {
		if last = c.p.lastOf(has, set); len(last) == 0 {
			c.p.ask = &Question{Text: "The same as what? Name the thing that looks so."}
			return true
		}
	}
	c.sameTo(set, last)
	if len(c.drafts) == 0 {
		c.p.ask = &Question{Text: "I do not know what to repeat. What shall I do?"}
		if len(last) > 0 && last[0].Intent == act.Remove && len(set) == 1 && c.p.s.cell(set[0].Cell) != nil {
			c.p.ask = &Question{ // nothing is removed for a "too"
				Text:    "Remove " + c.p.s.name(set[0]) + " too?",
				Choices: []Choice{{Label: "Yes", Acts: []act.Act{{Intent: act.Remove, Target: set[0]}}}, {Label: "No"}},
			}
		}
	}
	return true
}

// again repeats the last acts.
func (c *clause) again() bool {
	t := c.one("repeat")
	if t == nil {
		return false
	}
	times := c.times()
	for _, o := range c.toks {
		if o != t && !o.used && o.content() {
			t.used = strings.HasSuffix(t.text, "again") // "digital again": as it was once
			return false
		}
	}
	last := c.p.s.LastActs
	t.used = true
	c.ownAll()
	if c.before != nil {
		last = c.p.acts
	}
	if len(last) == 0 {
		c.p.ask = &Question{Text: "There is nothing to repeat yet. What shall I do?"}
		return true
	}
	for range times {
		for _, a := range last {
			if a.Intent == act.Undo {
				a = act.Act{Intent: act.Redo}
			}
			c.spawned = c.spawned || a.Intent == act.Spawn // "another one but pink"
			c.add(a, desktop)
		}
	}
	return true
}
