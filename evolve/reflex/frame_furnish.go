package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// aboutNew reports whether a clause goes on about the cell that the one before adds.
func (c *clause) aboutNew() bool {
	if c.verb("add", "remove", "want") != nil {
		return false
	}
	for _, r := range c.refs {
		if c.spawnedHere(r) {
			continue
		}
		if r.head != "pron" && r.head != "copy" && !r.newest && !(r.head == "this" && r.value == "any") && !c.relative(r) && !c.lookOfNew(r) {
			return false
		}
	}
	return c.one("undo") == nil && c.one("theme") == nil && c.one("wall") == nil
}

// spawnedHere reports whether a reference is to what the sentence adds itself, "… and paint the timer green".
func (c *clause) spawnedHere(r *ref) bool {
	return r.head == "gene" && len(c.living(r)) == 0 && slices.ContainsFunc(c.p.acts, func(a act.Act) bool { return a.Intent == act.Spawn && a.Args.Gene == r.value })
}

// furnish puts what a later clause says of the new cell into its Spawn.
func (c *clause) furnish() bool {
	for _, r := range c.refs {
		if !c.relative(r) {
			r.own = true
		}
	}
	only := "" // the gene that is named
	for _, r := range c.refs {
		if c.spawnedHere(r) {
			only, r.own = r.value, true
		}
	}
	if c.dresses = only; only == "" {
		c.dresses = "*"
	}
	about := func(a act.Act) bool { return a.Intent == act.Spawn && (only == "" || a.Args.Gene == only) }
	var spawns []draft
	for i := range c.p.acts {
		if about(c.p.acts[i]) {
			spawns = append(spawns, draft{Act: c.p.acts[i]})
		}
	}
	for _, t := range c.toks {
		if t.is("verb", "move", "give", "paint", "make") {
			t.used = true
		}
	}
	c.outfit(spawns)
	k := 0
	for i := range c.p.acts {
		if about(c.p.acts[i]) {
			c.p.acts[i] = spawns[k].Act
			k++
		}
	}
	c.done = true
	return true
}

// ofItsSort lets "the first" be the first of what is added: "a second clock below the first".
func (c *clause) ofItsSort(r *ref, gene string) {
	if r.head == "kind" && r.value == "any" && r.ord != 0 && gene != "" && len(c.living(&ref{head: "gene", value: gene})) > 0 {
		r.head, r.value = "gene", gene
	}
}

// outfit fills the slots of Spawn acts from the clause.
func (c *clause) outfit(spawns []draft) {
	set := func(f func(*act.Args)) {
		for i := range spawns {
			f(&spawns[i].Args)
		}
	}
	if len(spawns) == 0 || spawns[0].Intent != act.Spawn {
		return
	}
	if len(spawns) > 1 && c.several("color") {
		c.p.ask = &Question{Text: "Which of them gets which colour? One after the other, please."}
	}
	for i, t := range c.toks {
		switch {
		case t.used:
		case t.kind == quoted:
			if part := t0(c.toks, i-1); part != nil && part.is("part", "text", "label", "title") {
				part.used = true
			}
			t.used = true
			named := i > 0 && (c.toks[i-1].is("verb", "rename") || i > 1 && c.toks[i-2].is("verb", "rename"))
			set(func(a *act.Args) {
				if a.Text = t.text; named && a.Part == "" {
					a.Part = "title"
				}
			})
		case t.is("style") || t.is("gstyle"):
			c.worn(spawns, t)
		case t.is("prop", "width", "height"):
			if k := c.numberNear(i); k >= 0 && c.toks[k].num >= 1 {
				c.measured(t, k, set)
			}
		case t.is("place", "corner") && spawns[0].Args.Anchor == "":
			t.used = true
			if corner := c.whichCorner(""); strings.Contains(corner, "-") {
				set(func(a *act.Args) { a.Anchor = corner })
				break
			}
			c.p.ask = &Question{Text: "Which corner?"}
			for _, corner := range corners("corner") {
				a := spawns[0].Act
				a.Args.Anchor = corner
				c.p.ask.Choices = append(c.p.ask.Choices, Choice{Label: strings.ReplaceAll(corner, "-", " "), Acts: []act.Act{a}})
			}
		case t.is("place") && !t.is("place", "corner"):
			t.used = true
			c.take("place", "corner")
			set(func(a *act.Args) { a.Anchor = t.value("place") })
		case t.is("dir", "up", "down") && t0(c.toks, i+1) != nil && c.toks[i+1].is("dir", "left", "right"):
			t.used, c.toks[i+1].used = true, true
			anchor := map[string]string{"up": "top-", "down": "bottom-"}[t.value("dir")] + c.toks[i+1].value("dir")
			set(func(a *act.Args) { a.Anchor = anchor })
		case t.is("dir", "right") && t0(c.toks, i+1) != nil && c.toks[i+1].isAny("rel", "here", "there"):
			t.used = true // "right beside it"
		case t.is("dir", "left", "right"):
			t.used = true
			set(func(a *act.Args) { a.Anchor = t.value("dir") })
		case t.is("here") || t.is("there"):
			at := c.p.s.Point
			if c.p.s.Point2 != nil {
				at = c.p.s.Point2
			}
			if t.used = true; c.vacated(t, set) {
				break
			}
			if at != nil { // nowhere is pointed at: where there is room
				set(func(a *act.Args) { a.X, a.Y = ptr(at.X), ptr(at.Y) })
			}
		case t.is("rel"):
			if r := c.refAfterToken(t); r != nil {
				if id := c.besideNew(r); id != "" {
					t.used, r.own = true, true
					set(func(a *act.Args) { a.Relation, a.LikeCell = t.value("rel"), id })
					continue
				}
				c.ofItsSort(r, spawns[0].Args.Gene)
				if got, ok := c.p.resolve(r); ok && len(got) == 1 {
					t.used, r.own = true, true
					set(func(a *act.Args) { a.Relation, a.LikeCell = t.value("rel"), got[0].Cell })
				}
			}
		case t.is("color"), t.is("tone"):
			if color := c.mixed(); color != "" {
				set(func(a *act.Args) { a.Color = color })
			}
		case t.is("dim", "bigger", "smaller"):
			f := c.factor(t)
			t.used = true
			set(func(a *act.Args) { a.Factor = f })
		case t.is("verb", "rename", "say", "match"), t.is("prep", "with"), t.is("desk"), t.is("styleword"), t.is("deg"), t.text == "format":
			t.used = true
		}
	}
	for i := range spawns {
		if i < len(c.drafts) && c.drafts[i].Intent == act.Spawn {
			c.drafts[i] = spawns[i]
		}
	}
}
