package reflex

import (
	"slices"
	"strings"
)

// stands reads where the thing meant stands, "the one on the left", and returns the token after it. After a verb of
// moving it is where the thing shall go, unless that is said too.
func (c *clause) stands(r *ref, j int) int {
	if far := c.thatOneThere(r, j); far > j {
		return far
	}
	if !r.the && r.ord == 0 || r.indef || r.side != "" || r.head != "kind" && r.head != "cellkind" && r.head != "label" && !r.cell() {
		return j
	}
	t := t0(c.toks, j)
	if t != nil && !t.used && t.is("prep", "from") && r.ord != 0 {
		return c.counted(r, j+1)
	}
	if t == nil || t.used || !t.is("prep", "on", "in", "at") {
		return j
	}
	k := j + 1
	for next := t0(c.toks, k); next != nil && next.is("det", "the"); next = t0(c.toks, k) {
		k++
	}
	at := t0(c.toks, k)
	if at == nil || at.used {
		return j
	}
	side := map[string]string{"center": "middle"}[at.value("place")]
	switch {
	case side != "" || at.is("place", "corner"):
	case at.is("place"):
		side = at.value("place")
	case at.is("dir", "left", "right"):
		side = at.value("dir")
	}
	if side == "" {
		return j
	}
	for k++; t0(c.toks, k) != nil && (c.toks[k].is("place", "corner") || c.toks[k].is("kind") && c.toks[k].text == "side" || c.toks[k].is("prep", "of") && t0(c.toks, k+2) != nil && c.toks[k+2].is("desk")); k++ {
		if c.toks[k].is("prep", "of") {
			k += 2
		}
	}
	if r.cell() && !c.p.severally(r) {
		if c.describes(k) {
			return k
		}
		return j
	}
	goes := false
	for i, t := range c.toks {
		if i >= j && i < k {
			continue
		}
		goes = goes || moving(t)
		if i >= k && t.isAny("place", "dir", "rel", "there", "here") {
			r.side = side
			return k
		}
	}
	if goes {
		return j
	}
	r.side = side
	return k
}

// severally reports whether a reference fits several things, so that where one stands tells it from the others: of the only clock,
// "on the left" is where it shall go.
func (p *parser) severally(r *ref) bool {
	among, _ := p.candidates(r)
	return len(among) > 1
}

// describes reports whether a place that ends before token k only says of which thing the clause is, though there is but one such:
// "make the clock at the top red", "remove the clock on the left".
func (c *clause) describes(k int) bool {
	if slices.ContainsFunc(c.toks, moving) {
		return false
	}
	if next := t0(c.toks, k); next != nil {
		return next.isAny("be", "color", "dim", "bigger", "smaller", "shade")
	}
	return c.toks[0].is("verb", "remove", "hide", "lock", "unlock")
}

// moving reports whether a token is a verb of bringing something to a place.
func moving(t *token) bool { return t.is("verb", "move", "nudge", "add", "center") }

// counted reads from which side "the third one from the left" is counted; token i is behind the "from".
func (c *clause) counted(r *ref, i int) int {
	for t := t0(c.toks, i); t != nil && t.is("det", "the"); t = t0(c.toks, i) {
		i++
	}
	t := t0(c.toks, i)
	if t == nil || t.used {
		return i
	}
	if r.countedFrom = t.value("dir"); t.is("place", "top", "bottom", "left", "right") {
		r.countedFrom = t.value("place")
	}
	if side := map[string]string{"left-of": "left", "right-of": "right"}[t.value("rel")]; side != "" { // "from the left of the counter"
		if inner, next := c.np(i + 1); inner != nil && r.in == nil && inner.cell() {
			r.countedFrom, r.in = side, inner
			return next
		}
	}
	return i + 1
}

// toSide is how far a box lies from a side or corner: the least is the one that stands there.
func toSide(side string, x, y, w, h float64) float64 {
	far := 0.0
	for _, part := range strings.Split(side, "-") {
		switch part {
		case "left":
			far += x
		case "right":
			far -= x + w
		case "top":
			far += y
		case "bottom":
			far -= y + h
		}
	}
	return far
}

// sideNext reports whether "on the right" stands at token i.
func (c *clause) sideNext(i int) bool {
	t := t0(c.toks, i)
	if t == nil || !t.is("prep", "on", "at") {
		return false
	}
	for i++; t0(c.toks, i) != nil && c.toks[i].is("det", "the"); i++ {
	}
	at := t0(c.toks, i)
	return at != nil && (at.is("place", "left", "right", "top", "bottom") || at.is("dir", "left", "right"))
}

// thatOneThere reads "that one down in the right corner" where nothing is pointed at: the place tells which.
func (c *clause) thatOneThere(r *ref, j int) int {
	if one := t0(c.toks, j-1); one == nil || !one.is("kind", "any") {
		return j
	}
	if !(r.head == "this" || r.head == "kind" && r.the && t0(c.toks, j) != nil && c.toks[j].is("dir", "up", "down")) || r.value != "any" || r.plural || c.p.s.Point != nil && c.p.s.Point.Given {
		return j
	}
	one, k, down := *r, j, ""
	one.head, one.the = "kind", true
	if t := t0(c.toks, k); t != nil && t.is("dir", "up", "down") {
		down, k = map[string]string{"up": "top", "down": "bottom"}[t.value("dir")], k+1
	}
	end := c.stands(&one, k)
	if end == k {
		return j
	}
	if down != "" && (one.side == "left" || one.side == "right") {
		one.side = down + "-" + one.side
	}
	*r = one
	return end
}
