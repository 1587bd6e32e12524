package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// subject resolves what the clause is about. False: it has to ask.
func (c *clause) subject() ([]act.Target, bool) {
	var out []act.Target
	named := false
	for _, r := range c.refs {
		if r.own {
			continue
		}
		if named && !r.joined && (c.saidBefore(r) || r.head == "kind" && r.value == "any" && !r.the && !r.plural && r.ord == 0 && r.side == "") {
			continue // "make the clock half its size", "make the clock an analog one"
		}
		if named && !r.joined {
			return nil, c.confused()
		}
		if r.indef && r.head == "kind" && !c.hasVerb() {
			c.p.ask = &Question{Text: "Which " + r.value + " do you mean?"}
			return nil, false
		}
		if r.indef && r.head == "kind" { // a part is not added without new code: one of those that are there
			r.indef = false
		}
		var set []act.Target
		var ok bool
		if r.head == "rest" && len(out) > 0 { // "the clock and everything else"
			set, ok = c.p.remaining(&clause{targets: out}, nil)
		} else {
			set, ok = c.targetsOf(r)
		}
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
	if !named && (c.overall() || c.allText()) {
		out, named = c.p.everything(), true
	}
	if all, ok := c.allLetters(); ok && !named {
		return all, true
	}
	if !named && c.styling() {
		return c.styled()
	}
	if !named {
		if c.before != nil && len(c.before.targets) > 0 {
			return c.before.targets, true
		}
		if len(c.except) == 0 || !slices.ContainsFunc(c.toks, func(t *token) bool { return t.foreign("except") }) {
			return c.p.implicit()
		}
		out = c.p.everything() // "除了时钟都隐藏": all but the clock
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
		for _, t := range c.toks {
			if t.is("except") && parts(not, out) {
				c.whole(t)
				return nil, false
			}
		}
		out = keep(out, func(t act.Target) bool { return !has(not, t) && !has(not, act.Target{Cell: t.Cell}) })
		if len(out) == 0 {
			c.p.ask = &Question{Text: "Nothing is left of that. What do you mean?"}
			return nil, false
		}
	}
	return out, true
}

// overall reports whether letters shall be otherwise on all of the desktop: "… everywhere", "… on the whole desktop".
func (c *clause) overall() bool {
	everywhere := some(c.toks, "everywhere")
	at := c.p.s.Point
	all := everywhere || some(c.toks, "desk") && (at == nil || !at.Given || at.Cell == "") // "the display" of a calculator that is pointed at
	for _, d := range c.drafts {
		all = all && (d.Intent == act.TextStyle || everywhere && slices.Contains([]act.Intent{act.Shadow, act.Border, act.Shape, act.Spacing, act.Opacity}, d.Intent))
	}
	return all
}

// allText reports whether all letters there are are meant, "all text a bit bigger", and not those of what was changed last.
func (c *clause) allText() bool {
	for i, t := range c.toks {
		if next := t0(c.toks, i+1); t.text == "all" && next != nil && next.is("part", "text", "font") && c.before == nil && c.p.s.Last != nil {
			return true
		}
	}
	return false
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
		key := d.Args.Style
		if c.p.steps {
			key = aStep
		}
		if _, ok := styleFor(s.Cells[i].Styles, key, !d.Args.Off()); ok {
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
	if c.saidBefore(r) && c.before != nil && len(c.before.targets) > 0 && !(r.both && len(c.before.targets) != 2) {
		return c.before.targets, true
	}
	if r.head == "rest" {
		return c.p.remaining(c.before, nil)
	}
	if r.other && (r.plural || r.all) && r.head != "pron" {
		among, _ := c.p.candidates(r)
		if beside := c.p.beside(r, c.p.spokenOf(c.before)); len(beside) > 0 {
			among = beside
		}
		set, ok := c.p.remaining(c.before, among)
		if ok && r.count > 1 && len(set) != r.count {
			c.p.ask = &Question{Text: "Which " + itoa(r.count) + "? There are " + itoa(len(set)) + " others."}
			return nil, false
		}
		return set, ok
	}
	if in := c.sameCell(r); in != nil {
		one := *r
		one.in = in
		return c.p.resolve(&one)
	}
	if r.head == "kind" && r.value == "any" && c.before != nil && (r.ord != 0 || r.side != "" || r.other || r.size != "" || r.style != "") {
		for _, of := range c.before.spoken() { // "make the second clock blue and the first one red"
			if of.head == "gene" || of.head == "kind" {
				one := *r
				one.head, one.value = of.head, of.value
				if one.in == nil {
					one.in = of.in
				}
				if r.other {
					among, _ := c.p.candidates(&one)
					if rest := keep(among, func(t act.Target) bool { return !has(c.before.targets, t) }); len(rest) == 1 {
						return rest, true
					}
				}
				return c.p.resolve(&one)
			}
		}
	}
	return c.p.resolve(r)
}

// spoken are the references of a clause, or of the one before it that has some.
func (c *clause) spoken() []*ref {
	for ; c != nil; c = c.before {
		if len(c.refs) > 0 {
			return c.refs
		}
	}
	return nil
}

// saidBefore reports whether "it", and "that", or "this" where nothing is pointed at, is what the sentence has named before: not
// what was changed last.
func (c *clause) saidBefore(r *ref) bool {
	if r.head == "pron" {
		return true
	}
	before := t0(c.toks, r.from-1)
	if !r.bare() || before != nil && before.kind != mark && !before.isAny("verb", "aux", "conj", "fill") {
		return false // "a button that says boo", "another one like this"
	}
	far := r.from < len(c.toks) && (c.toks[r.from].text == "that" || c.toks[r.from].text == "those")
	return (far || (c.p.s.Point == nil || !c.p.s.Point.Given) && len(c.p.s.Selection) == 0)
}

// confused: two things are named and nobody knows which is meant.
func (c *clause) confused() bool {
	if c.p.ask == nil {
		c.p.ask = &Question{Text: "I am not sure what you mean to change. Can you say it another way?"}
	}
	return false
}

// everywhere takes a colour that all of the desktop shall have, "use green everywhere", for the accent, not for what was changed last.
func (c *clause) everywhere() {
	if !some(c.toks, "everywhere") || len(c.refs) > 0 {
		return
	}
	for i, d := range c.drafts {
		if d.Intent == act.Recolor && d.Args.Color != "" && d.Args.Part == "" && d.fixed == nil {
			c.drafts[i] = draft{Act: act.Act{Intent: act.Theme, Args: act.Args{Color: d.Args.Color}}, scope: desktop}
		}
	}
}
