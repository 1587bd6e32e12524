package reflex

import (
	"slices"
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
	if v := c.one("verb", "copy"); v != nil && listed("asis", v.text) != "" && len(c.refs) > 0 && !c.refs[0].indef {
		return c.copying() // "give me a copy of the terminal"
	}
	verb := c.orders("add", "want")
	if verb != nil && verb.is("verb", "move") && c.one("raise") != nil {
		return false
	}
	give := c.verb("give", "move", "use", "show", "make")
	c.countedBehind(verb)
	made, looks := c.newcomers(verb, give)
	if looks {
		return false
	}
	if made == nil && verb != nil {
		made = c.styleAlone()
	}
	if len(made) == 0 {
		return c.unknownThing(verb)
	}
	living := c.living(made[0])
	wish := verb != nil && verb.is("verb", "want") && len(living) > 0
	if wish && made[0].the && c.hasAny("gstyle", "style") {
		made[0].indef = false // "I'd like the timer to run for 20 minutes"
		for _, t := range c.toks {
			if t == verb {
				t.used = true
			}
		}
		return false
	}
	if wish && c.comparative() {
		made[0].indef = false // "I want a bigger clock": the one that is there
		return false
	}
	for _, t := range c.toks {
		if t.is("verb", "add", "want", "give", "move", "use", "show") {
			t.used = true
		}
	}
	if give != nil && give.is("verb", "move") {
		c.take("dir", "up") // "pop a calculator up"
	}
	for _, r := range made {
		r.own = true
		if set := c.living(r); len(set) > 0 && (r.the || verb != nil && verb.senses[0].lang != "en") && !r.indef && verb != nil && verb.is("open") && c.only() {
			c.addTo(act.Act{Intent: act.Raise, Args: act.Args{Part: "front"}}, cells, set[:1]...)
			continue // "open the notes": they are open
		}
		if set := c.living(r); c.p.gene(r.value) == nil && len(set) > 0 && c.oneMore() { // one more of what is no built-in one
			for range max(1, r.count) {
				c.add(act.Act{Intent: act.Spawn, Target: act.Target{Cell: set[0].Cell}, Args: act.Args{Gene: r.value, Part: "copy"}}, desktop)
			}
			continue
		}
		if c.p.gene(r.value) == nil {
			c.p.result.Unknown = append(c.p.result.Unknown, r.value)
			c.failed = true
			return true
		}
		for range max(1, r.count) {
			c.add(act.Act{Intent: act.Spawn, Args: act.Args{Gene: r.value}}, desktop)
		}
	}
	c.spawned = c.drafts[len(c.drafts)-1].Intent == act.Spawn
	c.outfit(c.drafts)
	if d := &c.drafts[0]; d.Intent == act.Spawn && c.starts(d.Args.Gene) && !strings.Contains(d.Args.Style, started) {
		d.Args.Style = strings.TrimSpace(d.Args.Style + " " + started)
	}
	if wish && len(living) == 1 && len(c.drafts) == 1 {
		c.newOrOld(c.drafts[0].Act, living[0])
	}
	return true
}

// started is the style of a gene that runs from the beginning.
const started = "started"

// starts reports whether a gene that can be started is: "start a 5 minute timer", "set a timer for ten minutes".
func (c *clause) starts(gene string) bool {
	g := c.p.gene(gene)
	if g == nil || !slices.ContainsFunc(g.Styles, func(s Style) bool { return s.Name == started }) {
		return false
	}
	for _, t := range c.toks {
		if t.is("start") {
			t.used = true
			return true
		}
	}
	return false
}

// styleAlone reads "add a pomodoro": a look that stands for its gene, where a name of the gene is made of the two.
func (c *clause) styleAlone() []*ref {
	for i, t := range c.toks {
		style := t.value("gstyle")
		from := i - 1
		for from > 0 && c.toks[from].is("gstyle") {
			from-- // "a 25 minute pomodoro"
		}
		if style == "" || i == 0 || !c.toks[from].is("det", "a") {
			continue
		}
		for _, g := range c.p.s.Genes {
			for _, name := range g.Synonyms {
				if name == t.text+" "+g.Name {
					c.toks[from].used = true
					return []*ref{{from: i, to: i, head: "gene", value: g.Name, indef: true, count: 1}}
				}
			}
		}
	}
	return nil
}

// unknownThing reads "add a frobnicator": the clause is about something new that no gene makes.
func (c *clause) unknownThing(verb *token) bool {
	if verb == nil || !verb.is("verb", "add") || verb.is("verb", "move") {
		return false
	}
	for _, class := range []string{"across", "area", "part", "prop", "style", "gstyle", "emoji", "shape", "font", "color"} {
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
