package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// exceptions cuts "except the clock" out of the references.
func (c *clause) exceptions() {
	for _, t := range c.toks {
		if !t.is("except") || t.is("inc") && !slices.ContainsFunc(c.toks[:c.at(t)], (*token).content) {
			continue // "menos margen": less of it
		}
		t.used = true
		end := len(c.toks)
		if at := c.at(t); !some(c.toks[:at], "verb") { // "except for the notes, make everything green"
			for i := at + 1; i < end; i++ {
				if c.toks[i].is("verb") && !c.toks[i].used {
					end = i
				}
			}
		}
		for _, r := range c.refs {
			if r.from > c.at(t) && r.from < end {
				r.own = true
				c.except = append(c.except, r)
			}
		}
		if next := t0(c.toks, c.at(t)+1); len(c.except) == 0 && next != nil && next.isAny("style", "gstyle", "part") {
			c.whole(t)
			return
		}
		if strings.HasPrefix(t.text, "all ") || strings.HasPrefix(t.text, "everything ") {
			c.refs = append([]*ref{{head: "all", all: true, plural: true}}, c.refs...)
		}
		return
	}
}

// whole asks where a part of a thing shall stay as it is while all of it changes: that cannot be done by halves.
func (c *clause) whole(except *token) {
	q := &Question{Text: "It changes as a whole: no part of it can be left as it is. All of it?"}
	sub := read(strings.TrimRight(strings.TrimSpace(c.p.text(0, except.start)), ","), c.p.world, nil)
	if sub.open == nil && sub.result.Route() == Do {
		q.Choices = []Choice{{Label: "All of it", Acts: sub.result.Acts}, {Label: "Leave it"}}
	} else {
		q.Text = "It changes as a whole: no part of it can be left as it is. Name the parts that shall change."
	}
	c.p.ask = q
}

// parts reports whether what is excepted is only a part of what shall change.
func parts(not, of []act.Target) bool {
	for _, t := range not {
		if t.Node != "" && has(of, act.Target{Cell: t.Cell}) {
			return true
		}
	}
	return false
}

// excluded reads ", not the clock": what was meant before is not this. It says nothing when it is something else anyway.
func (c *clause) excluded() bool {
	if c.before == nil || len(c.before.targets) == 0 || len(c.toks) == 0 || !c.toks[0].is("neg") || c.hasVerb() || len(c.refs) == 0 || !c.only("neg") {
		return false
	}
	for _, r := range c.refs {
		set, ok := c.p.resolve(r)
		if !ok {
			return false
		}
		for _, t := range set {
			if has(c.before.targets, t) {
				return false
			}
		}
	}
	c.toks[0].used, c.done = true, true
	c.targets = c.before.targets
	c.ownAll()
	return true
}

// exceptThe reports whether an article that belongs to the words for an exception stands before token i: "but not the | reset button".
func (c *clause) exceptThe(i int) bool {
	t := t0(c.toks, i-1)
	return t != nil && t.is("except") && strings.HasSuffix(t.text, " the")
}
