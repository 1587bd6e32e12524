package reflex

// allAlone reports whether what follows "all" says how all things shall be, rather than of which things it is all.
func (c *clause) allAlone(i int) bool {
	t := t0(c.toks, i)
	return t != nil && !t.used && (t.isAny("dim", "color", "light", "opaque") || t.counts() && t0(c.toks, i+1) != nil && c.toks[i+1].is("unit")) && !c.headSoon(i)
}

// countAlone reports whether a number from three stands at token i that says how many things are meant, and nothing of which
// sort they are.
func (c *clause) countAlone(i int) bool {
	t := t0(c.toks, i)
	next := t0(c.toks, i+1)
	return t != nil && !t.used && t.counts() && t.num >= 3 && t.num <= mostLately && t.num == float64(int(t.num)) && !c.headSoon(i+1) && (next == nil || !next.is("unit"))
}

// bothAlone reports whether what follows "both" says how two things shall be, rather than which they are.
func (c *clause) bothAlone(i int) bool {
	t := t0(c.toks, i)
	return (t == nil || !t.used && (t.isAny("dim", "color", "light", "opaque", "shape", "shade", "font", "deg", "inc", "mult", "tone", "place", "aux", "be", "prop", "edge", "level", "lane", "area", "prep") || t.is("even") || t.counts() && t0(c.toks, i+1) != nil && c.toks[i+1].is("unit"))) && !c.headSoon(i)
}

// headNext reports whether a noun stands at token i.
func (c *clause) headNext(i int) bool {
	t := t0(c.toks, i)
	return t != nil && !t.used && t.isAny("gene", "name", "kind", "cellkind")
}

// headSoon reports whether a noun stands at token i or after another adjective.
func (c *clause) headSoon(i int) bool {
	for j := i; j < i+3; j++ {
		if c.headNext(j) {
			return true
		}
		if t := t0(c.toks, j); t == nil || !(t.isAny("color", "dim", "style", "gstyle", "shade", "ord", "side") || t.kind == mark && t.text == ",") {
			_, n := c.p.labels.longest(c.wordsAt(j))
			return n > 0 && c.headNext(j+1)
		}
	}
	return false
}
