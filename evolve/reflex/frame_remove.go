package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// removing takes away things, or parts of things.
func (c *clause) removing() bool {
	v := c.one("verb", "remove")
	if v != nil && v.is("verb", "move") && (c.hasAny("place", "rel", "here", "there") || c.p.s.Point2 != nil) {
		return false // "drop it in the corner", or where is pointed
	}
	if clear := c.orders("clear"); clear != nil && v == nil {
		if all := c.allRefs(); !all || len(c.refs) == 0 && !c.deskOnly() {
			return c.clearing(clear)
		}
		v = clear
	}
	if v == nil && c.one("part", "border", "background", "label", "title") != nil {
		v = c.one("verb", "hide")
	}
	if neg := c.one("neg"); v == nil && neg != nil && neg == c.toks[0] && c.one("part", "background", "label", "text", "shadow", "title") != nil && !c.commands() {
		neg.used = true // "no background"
	} else if v == nil {
		if c.hasVerb() || c.before == nil || c.before.verb("remove") == nil || len(c.refs) == 0 || c.hasAny(proper...) {
			return false
		}
	}
	if v != nil && (c.one("style") != nil || c.one("gstyle") != nil || c.one("font") != nil || c.one("part", "weight") != nil || c.one("shape") != nil) {
		return false
	}
	if v != nil {
		v.used = true
	}
	for _, part := range []string{"border", "padding", "gap", "background", "shadow", "label", "text", "title"} {
		t := c.one("part", part)
		if t == nil {
			continue
		}
		t.used = true
		c.ofAll(t, part)
		switch part {
		case "border":
			c.add(act.Act{Intent: act.Border, Args: act.Args{On: ptr(false)}}, anything)
		case "padding", "gap":
			c.spaced(act.Act{Intent: act.Spacing, Args: act.Args{Part: part, On: ptr(false)}})
		case "background":
			c.add(act.Act{Intent: act.Recolor, Args: act.Args{Part: part, Color: "transparent"}}, anything)
		case "label", "text", "title":
			if c.headless(t, v) {
				return true
			}
			if t0(c.toks, c.at(t)+1).joins() { // two things: what the number reads is not its title
				c.p.ask = &Question{Text: "The " + t.text + " of what? Say it of one thing at a time."}
				return true
			}
			c.add(act.Act{Intent: act.SetText}, anything)
		case "shadow":
			c.add(act.Act{Intent: act.Shadow, Args: act.Args{On: ptr(false)}}, anything)
		}
		return true
	}
	if c.hasAny("part", "prop") || c.colour() {
		c.failed = true // "get rid of the colour of the button" is not about the button
		return true
	}
	if c.lookOrThing() {
		return true
	}
	if len(c.refs) == 0 && c.deskOnly() {
		c.refs = append(c.refs, &ref{head: "all", all: true, plural: true})
		c.drop("desk")
	}
	if len(c.refs) == 0 && len(c.left()) > 0 {
		return true // remove what? a word that we do not know
	}
	for _, r := range c.refs {
		if r.indef {
			r.indef = false
		}
	}
	scope := movable
	for _, r := range c.refs {
		if r.head == "label" || (r.head == "kind" || r.head == "this") && r.value != "any" && r.value != "" {
			scope = anything // "the memory in the panel" and "the first line of the list" are not the whole
		}
	}
	if set, ok := c.pointedText(); ok && scope == movable {
		return c.removesText(set)
	}
	if set, ok := c.spokenText(); ok && scope == movable {
		c.ownAll()
		return c.askLineOrWhole(set, act.Remove)
	}
	c.add(act.Act{Intent: act.Remove}, scope)
	return true
}

// commands reports whether the clause has a verb that is not the name of a part as well, like "label".
func (c *clause) commands() bool {
	return slices.ContainsFunc(c.toks, func(t *token) bool { return t.is("verb") && !t.is("part") })
}

// colour reports whether the clause speaks of a colour as a thing.
func (c *clause) colour() bool {
	for _, t := range c.toks {
		if t.is("part", "color") {
			return true
		}
	}
	return false
}

// clearing asks: emptying something is not removing it.
func (c *clause) clearing(v *token) bool {
	v.used = true
	set, ok := c.subject()
	if !ok {
		return true
	}
	return c.offerRemoval("I cannot empty it. Remove it?", set)
}

// offerRemoval asks before it removes, because something else was wished.
func (c *clause) offerRemoval(question string, set []act.Target) bool {
	var acts []act.Act
	for _, t := range set {
		acts = append(acts, act.Act{Intent: act.Remove, Target: t})
	}
	c.p.ask = &Question{Text: question, Choices: []Choice{{Label: "Remove", Acts: acts}, {Label: "Leave it"}}}
	return true
}
