package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// spawn reads what to add. What is said of the new cell goes into the Spawn itself: style, place, colour, size, text; also
// by the clauses that follow ("add a clock, make it analog and put it top right").
func (c *clause) spawn() bool {
	if c.before != nil && c.before.spawned && c.aboutNew() {
		c.spawned = true
		return c.furnish()
	}
	verb := c.verb("add", "want")
	give := c.verb("give", "move", "use", "show", "make")
	var made []*ref
	for _, r := range c.refs {
		if r.head != "gene" && r.head != "name" || r.the && !c.opens(r) {
			continue
		}
		if r.head == "name" {
			if g := c.geneNamed(r); g != "" {
				r = c.asGene(r, g)
			} else {
				continue
			}
		}
		if c.relative(r) || c.compared(r) {
			continue
		}
		switch {
		case verb != nil && verb.is("verb", "add") && !c.prepBefore(r), r.indef && (verb != nil || give == nil && !c.hasVerb() || give != nil && give.is("verb", "move") || give != nil && give.text == "show"),
			r.indef && give != nil && give.text == "make" && r.from <= c.at(give)+2 && c.only("place", "style", "gstyle", "color", "rel", "here", "verb"),
			c.before != nil && c.before.spawned && !c.hasVerb() && r.indef:
			made = append(made, r)
		}
	}
	if len(made) == 0 {
		return c.unknownThing(verb)
	}
	if verb != nil && verb.is("verb", "add") && made[0].the && !made[0].indef {
		if set := c.living(made[0]); len(set) > 0 && c.only() {
			c.ownAll()
			verb.used = true
			c.drafts = append(c.drafts, draft{Act: act.Act{Intent: act.Raise, Args: act.Args{Part: "front"}}, scope: cells, fixed: set[:1]})
			return true
		}
	}
	for _, t := range c.toks {
		if t.is("verb", "add", "want", "give", "move", "use", "show") {
			t.used = true
		}
	}
	for _, r := range made {
		r.own = true
		if c.p.gene(r.value) == nil {
			c.p.result.Unknown = append(c.p.result.Unknown, r.value)
			c.failed = true
			return true
		}
		for range max(1, r.count) {
			c.add(act.Act{Intent: act.Spawn, Args: act.Args{Gene: r.value}}, desktop)
		}
	}
	c.spawned = true
	c.outfit(c.drafts)
	return true
}

// opens reports whether "the" is fine with a verb of opening: "open the calculator".
func (c *clause) opens(r *ref) bool { return c.verb("add") != nil && !r.indef }

func (c *clause) living(r *ref) []act.Target {
	set, _ := c.p.candidates(r)
	return set
}

func (c *clause) geneNamed(r *ref) string {
	for _, t := range c.toks[r.from:r.to] {
		if g := t.value("gene"); g != "" {
			return g
		}
	}
	return ""
}

func (c *clause) asGene(r *ref, g string) *ref {
	if c.verb("add", "want") == nil && !r.indef {
		return r
	}
	r.head, r.value = "gene", g
	return r
}

// relative reports whether the reference is what something else stands next to.
func (c *clause) relative(r *ref) bool {
	for i := r.from - 1; i >= 0 && i >= r.from-2; i-- {
		if c.toks[i].is("rel") || c.toks[i].is("except") {
			return true
		}
		if c.toks[i].content() {
			return false
		}
	}
	return false
}

// compared reports whether the reference follows "as" or "like".
func (c *clause) compared(r *ref) bool {
	for i := r.from - 1; i >= 0 && i >= r.from-2; i-- {
		if c.toks[i].is("as") || c.toks[i].is("prep", "than", "as") || c.toks[i].is("verb", "match") {
			return true
		}
	}
	return false
}

func (c *clause) prepBefore(r *ref) bool {
	t := t0(c.toks, r.from-1)
	return t != nil && t.is("prep", "to", "in", "on", "of", "from") || r.own
}

// aboutNew reports whether a clause goes on about the cell that the one before adds.
func (c *clause) aboutNew() bool {
	if c.verb("add", "remove", "want") != nil {
		return false
	}
	for _, r := range c.refs {
		if r.head != "pron" && !(r.head == "this" && r.value == "any") && !c.relative(r) {
			return false
		}
	}
	return c.one("undo") == nil && c.one("theme") == nil && c.one("wall") == nil
}

// furnish puts what a later clause says of the new cell into its Spawn.
func (c *clause) furnish() bool {
	for _, r := range c.refs {
		if !c.relative(r) {
			r.own = true
		}
	}
	var spawns []draft
	for i := range c.p.acts {
		if c.p.acts[i].Intent == act.Spawn {
			spawns = append(spawns, draft{Act: c.p.acts[i]})
		}
	}
	for _, t := range c.toks {
		if t.is("verb", "move", "give") {
			t.used = true
		}
	}
	c.outfit(spawns)
	k := 0
	for i := range c.p.acts {
		if c.p.acts[i].Intent == act.Spawn {
			c.p.acts[i] = spawns[k].Act
			k++
		}
	}
	c.done = true
	return true
}

// outfit fills the slots of Spawn acts from the clause.
func (c *clause) outfit(spawns []draft) {
	set := func(f func(*act.Args)) {
		for i := range spawns {
			f(&spawns[i].Args)
		}
	}
	if len(spawns) == 0 {
		return
	}
	gene := c.p.gene(spawns[0].Args.Gene)
	for _, t := range c.toks {
		switch {
		case t.used:
		case t.kind == quoted:
			t.used = true
			set(func(a *act.Args) { a.Text = t.text })
		case t.is("style") || t.is("gstyle"):
			if name, ok := styleNamed(gene.Styles, t, true); ok {
				t.used = true
				set(func(a *act.Args) { a.Style = strings.TrimSpace(a.Style + " " + name) })
			}
		case t.is("place", "corner") && spawns[0].Args.Anchor == "":
			t.used = true
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
		case t.is("dir", "left", "right"):
			t.used = true
			set(func(a *act.Args) { a.Anchor = t.value("dir") })
		case t.is("here") || t.is("there"):
			at := c.p.s.Point
			if t.is("there") && c.p.s.Point2 != nil {
				at = c.p.s.Point2
			}
			if at != nil {
				t.used = true
				set(func(a *act.Args) { a.X, a.Y = ptr(at.X), ptr(at.Y) })
			}
		case t.is("rel"):
			if r := c.refAfterToken(t); r != nil {
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

// unknownThing reads "add a frobnicator": the clause is about something new that no gene makes.
func (c *clause) unknownThing(verb *token) bool {
	if verb == nil || !verb.is("verb", "add") {
		return false
	}
	for _, class := range []string{"part", "style", "gstyle", "emoji", "shape", "font", "color"} {
		if c.one(class) != nil {
			return false
		}
	}
	for _, t := range c.toks {
		if t.kind == picture || t.kind == quoted {
			return false
		}
	}
	c.failed = true
	return true
}
