package reflex

import (
	"sort"
	"strings"

	"cellshell/evolve/act"
)

// exceptions cuts "except the clock" out of the references.
func (c *clause) exceptions() {
	for _, t := range c.toks {
		if !t.is("except") {
			continue
		}
		t.used = true
		for _, r := range c.refs {
			if r.from > c.at(t) {
				r.head, r.own = r.head+"", true
				c.except = append(c.except, r)
			}
		}
		if strings.HasPrefix(t.text, "all but") || strings.HasPrefix(t.text, "everything but") {
			c.refs = append([]*ref{{head: "all", all: true, plural: true}}, c.refs...)
		}
		return
	}
}

// subject resolves what the clause is about. False: it has to ask.
func (c *clause) subject() ([]act.Target, bool) {
	var out []act.Target
	named := false
	for _, r := range c.refs {
		if r.own {
			continue
		}
		if named && !r.joined && r.head == "pron" {
			continue // "make the clock half its size"
		}
		if named && !r.joined {
			return nil, c.confused(r)
		}
		set, ok := c.targetsOf(r)
		if !ok {
			return nil, false
		}
		for _, t := range set {
			if !has(out, t) {
				out = append(out, t)
			}
		}
		named = true
	}
	if !named && c.styling() {
		return c.styled()
	}
	if !named {
		if c.before != nil && len(c.before.targets) > 0 {
			return c.before.targets, true
		}
		return c.p.implicit()
	}
	if len(c.except) > 0 {
		var not []act.Target
		for _, r := range c.except {
			set, ok := c.p.resolve(r)
			if !ok {
				return nil, false
			}
			not = append(not, set...)
		}
		out = keep(out, func(t act.Target) bool { return !has(not, t) && !has(not, act.Target{Cell: t.Cell}) })
		if len(out) == 0 {
			c.p.ask = &Question{Text: "Nothing is left of that. What do you mean?"}
			return nil, false
		}
	}
	return out, true
}

// styling reports whether the clause only chooses styles.
func (c *clause) styling() bool {
	for _, d := range c.drafts {
		if d.Intent != act.Style {
			return false
		}
	}
	return len(c.drafts) > 0 && (c.before == nil || len(c.before.targets) == 0)
}

// styled finds whose style is meant: the pointed or last cell if it has it, else the cells that do.
func (c *clause) styled() ([]act.Target, bool) {
	s := c.p.s
	d := c.drafts[0]
	var able []act.Target
	for i := range s.Cells {
		if _, ok := styleFor(s.Cells[i].Styles, d.Args.Style, d.Args.On == nil || *d.Args.On); ok {
			able = append(able, act.Target{Cell: s.Cells[i].ID})
		}
	}
	if len(able) == 0 {
		return c.p.implicit()
	}
	return c.p.one(able, "one")
}

// targetsOf resolves a reference; within a sentence "it" is what the clause before was about.
func (c *clause) targetsOf(r *ref) ([]act.Target, bool) {
	if r.head == "pron" && c.before != nil && len(c.before.targets) > 0 {
		return c.before.targets, true
	}
	return c.p.resolve(r)
}

// confused: two things are named and nobody knows which is meant.
func (c *clause) confused(r *ref) bool {
	if c.p.ask == nil {
		c.p.ask = &Question{Text: "I am not sure what you mean to change. Can you say it another way?"}
	}
	return false
}

// bind gives the drafts their targets.
func (c *clause) bind() {
	need := false
	for _, d := range c.drafts {
		need = need || d.scope != desktop && d.fixed == nil
	}
	if need {
		targets, ok := c.subject()
		if !ok {
			return
		}
		c.targets = targets
	}
	for _, d := range c.drafts {
		switch {
		case d.scope == desktop:
			c.p.acts = append(c.p.acts, d.Act)
		case d.fixed != nil:
			c.each(d, d.fixed)
			c.targets = d.fixed
		default:
			c.each(d, c.targets)
		}
		if c.p.ask != nil || c.p.open != nil {
			return
		}
	}
}

// each adds a draft's act once for each target.
func (c *clause) each(d draft, targets []act.Target) {
	var done []act.Target
	for _, t := range targets {
		if d.scope == cells || d.scope == movable && !c.p.pushable(t) {
			t.Node = ""
		}
		if t.Cell == "" && d.scope != desktop {
			c.p.ask = &Question{Text: "What shall I change? Point at it or name it."}
			return
		}
		if has(done, t) {
			continue
		}
		done = append(done, t)
		a := d.Act
		a.Target = t
		if !c.p.finish(&a, c) {
			return
		}
		c.p.acts = append(c.p.acts, a)
	}
	if d.Intent == act.Remove && len(done) > 1 {
		c.p.confirm = true
	}
}

// pushable reports whether a node is a thing of its own that one would move: a button rather than a text.
func (p *parser) pushable(t act.Target) bool {
	c := p.s.cell(t.Cell)
	if c == nil || t.Node == "" {
		return false
	}
	n := c.node(t.Node)
	if n == nil {
		return false
	}
	switch n.Kind {
	case "button", "toggle", "slider", "field", "area", "image", "icon", "chart", "progress":
		return true
	}
	return false
}

// about finds what a sentence that was not understood is about, for the model.
func (c *clause) about() (act.Target, bool) {
	open, met, ask := c.p.open, c.p.met, c.p.ask
	defer func() { c.p.open, c.p.met, c.p.ask = open, met, ask }()
	for _, r := range c.refs {
		if r.indef || r.own && len(c.refs) > 1 {
			continue
		}
		if set, ok := c.p.resolve(r); ok && len(set) > 0 {
			return set[0], true
		}
	}
	return act.Target{}, false
}

// wanted returns what a clause that adds something would add.
func (c *clause) wanted() (string, bool) {
	if c.verb("add") == nil && c.verb("want") == nil {
		return "", false
	}
	for i, t := range c.toks {
		if t.is("det", "a", "new") {
			var words []string
			for _, o := range c.toks[i+1:] {
				if o.is("det", "that") || o.is("prep") || o.is("place") || o.is("conj") || o.kind == mark {
					break
				}
				words = append(words, c.p.text(o.start, o.end))
			}
			if len(words) > 0 {
				return strings.Join(words, " "), true
			}
		}
	}
	if c.failed {
		if v := c.verb("add"); v != nil {
			if what := strings.TrimPrefix(strings.TrimSpace(c.p.text(v.end, c.toks[len(c.toks)-1].end)), "the "); what != "" {
				return what, true
			}
		}
	}
	return "", false
}

// closest asks which of the known genes is meant instead.
func (p *parser) closest(what string) *Question {
	q := &Question{Text: "I have no " + what + ". Shall it be one of these?"}
	type near struct {
		g *Gene
		d int
	}
	var all []near
	for i := range p.s.Genes {
		g := &p.s.Genes[i]
		all = append(all, near{g, distance(fold(what), fold(g.Name), 99)})
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].d < all[j].d })
	for _, n := range all[:min(3, len(all))] {
		label := n.g.Title
		if label == "" {
			label = n.g.Name
		}
		q.Choices = append(q.Choices, Choice{Label: label, Acts: []act.Act{{Intent: act.Spawn, Args: act.Args{Gene: n.g.Name}}}})
	}
	q.Choices = append(q.Choices, Choice{Label: "None of them"})
	return q
}
