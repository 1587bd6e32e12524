package reflex

// newcomers are the references that name what shall be added. With looks, a verb of opening turned out to be about the
// looks of a cell that is there, and nothing is added.
func (c *clause) newcomers(verb, give *token) (made []*ref, looks bool) {
	for _, r := range c.refs {
		known := r.the && !c.opens(r) && !(verb != nil && verb.is("verb", "want") && len(c.living(r)) == 0 && c.only("verb", "place"))
		if !r.cell() || known {
			continue
		}
		if r.head == "name" {
			g := c.geneNamed(r)
			if g == "" {
				continue
			}
			r = c.asGene(r, g)
		}
		if c.relative(r) || c.compared(r) {
			continue
		}
		if verb != nil && c.looksOf(r, verb) {
			return nil, true
		}
		if c.adds(r, verb, give) {
			made = append(made, r)
		}
	}
	return made, false
}

// adds reports whether a reference is to something new. verb is one of adding or wanting, give one that may also be about
// what is there; each may be nil.
func (c *clause) adds(r *ref, verb, give *token) bool {
	if verb != nil {
		switch {
		case (verb.is("verb", "add") || r.the) && !c.prepBefore(r): // "open the calculator", "add clocks"
			return true
		case r.count > 0 && !r.the: // "I need two clocks"
			return true
		case wideScript(verb.text) && len(c.living(r)) == 0: // 電卓がほしい: there are no articles
			return true
		}
	}
	if !r.indef {
		return verb == nil && give == nil && c.setDown(r)
	}
	switch {
	case verb != nil: // "I want a clock"
		return true
	case give == nil && !c.hasVerbBut("say"): // "a clock", "a note that says milk"
		return true
	case give != nil && (give.is("verb", "move") || give.text == "show"): // "put a clock here"
		return true
	case give != nil && give.text == "make" && r.from <= c.at(give)+2 && c.only("place", "style", "gstyle", "color", "rel", "here", "verb", "quoted"):
		return true // "make a red clock": nothing is said that one would do to a thing
	case give != nil && give.is("verb", "make") && r.from <= c.at(give)+2 && r.head == "gene" && c.p.gene(r.value) != nil && c.oneMore(): // "have a second calculator"
		return true
	case c.before != nil && c.before.spawned && !c.hasVerb(): // "… and a timer"
		return true
	}
	return c.starts(r.value) // "set a timer for ten minutes"
}

// setDown reports whether a built-in of which there is none is only named and given a place: "timer bottom right".
func (c *clause) setDown(r *ref) bool {
	if r.the || r.all || r.head != "gene" || c.p.gene(r.value) == nil || len(c.living(r)) > 0 || len(c.p.hidden(r)) > 0 || c.hasVerb() || c.relative(r) || c.compared(r) || c.prepBefore(r) {
		return false
	}
	return c.hasAny("place", "here", "there", "rel", "area") && c.only("place", "here", "there", "rel", "area", "color", "light", "style", "gstyle", "dim")
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
	return t != nil && t.is("prep", "to", "in", "on", "of", "from", "with", "for") || r.own
}
