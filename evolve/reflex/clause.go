package reflex

import "cellshell/evolve/act"

// clause is one command of a sentence.
type clause struct {
	p       *parser
	toks    []*token
	before  *clause // of the same sentence
	refs    []*ref
	drafts  []draft
	targets []act.Target // what it turned out to be about
	dresses string       // the gene of what it goes on about, that the sentence adds; "*" for all of it
	spawned bool         // it adds something: what follows is about that
	done    bool         // understood, though it drafts nothing of its own
	failed  bool         // not understood, though every word is known
	except  []*ref       // "all but the clock"
	looks   bool         // it asks how something looks or what it reads
}

// draft is an act that waits for its targets.
type draft struct {
	act.Act
	scope scope
	fixed []act.Target // targets that are known already
}

// scope says what an act can be done to.
type scope byte

const (
	anything scope = iota
	cells          // nodes stand for their cell
	desktop        // no target
	movable        // nodes that can be pushed count, others stand for their cell
)

func (c *clause) add(a act.Act, s scope) { c.addTo(a, s) }

// addTo is add for targets that are known already.
func (c *clause) addTo(a act.Act, s scope, of ...act.Target) {
	c.drafts = append(c.drafts, draft{Act: a, scope: s, fixed: of})
}

// find reads the noun phrases and marks their tokens.
func (c *clause) find() {
	for i := 0; i < len(c.toks); {
		t := c.toks[i]
		if t.used || t.kind == mark {
			i++
			continue
		}
		r, next := c.np(i)
		if r == nil {
			i++
			continue
		}
		if and := t0(c.toks, next); r.both && (r.cell() || r.head == "label") && and != nil && (and.is("conj", "and") || and.kind == mark) {
			r.both, r.plural = false, false // "both plus and minus"
		}
		r.joined = len(c.refs) > 0 && c.between(c.refs[len(c.refs)-1].to, i)
		c.refs = append(c.refs, r)
		for _, tok := range c.toks[i:next] {
			tok.used = true
		}
		for _, tok := range r.adjs {
			tok.used = false
		}
		i = next
	}
	c.listedBare()
	c.listedIn()
}

// listedIn takes the place that is said behind several labels for that of each: "the plus and minus buttons of the counter".
func (c *clause) listedIn() {
	for i := len(c.refs) - 2; i >= 0; i-- {
		if r, next := c.refs[i], c.refs[i+1]; next.joined && next.in != nil && r.in == nil && r.head == "label" && next.head == "label" {
			r.in = next.in
		}
	}
}

// listedBare joins what is named in a row without a pause, as people dictate: "the clock counter and timer".
func (c *clause) listedBare() {
	n := len(c.refs)
	if n < 3 || !c.refs[n-1].joined {
		return
	}
	for i := 1; i < n-1; i++ {
		if c.refs[i].joined || !c.refs[i].cell() || !c.refs[i-1].cell() || c.refs[i].from != c.refs[i-1].to {
			return
		}
	}
	for i := 1; i < n-1; i++ {
		c.refs[i].joined = true
	}
}

// between reports whether nothing but a conjunction stands between two references.
func (c *clause) between(from, to int) bool {
	joined := false
	for _, t := range c.toks[from:to] {
		if t.kind == mark || t.is("conj") {
			joined = true
		} else if t.content() || t.is("prep") || t.is("verb") {
			return false
		}
	}
	return joined
}

// verb reports whether the clause has one of the verbs, or carries it from the clause before it.
func (c *clause) verb(values ...string) *token {
	for _, t := range c.toks {
		if t.is("verb", values...) {
			return t
		}
	}
	return nil
}

func (c *clause) hasVerb() bool { return c.hasVerbBut("") }

// hasVerbBut reports whether the clause has a verb other than one.
func (c *clause) hasVerbBut(one string) bool {
	for _, t := range c.toks {
		if t.is("verb") && !t.is("verb", one) {
			return true
		}
	}
	return false
}

// carried is verb, or the clause before has it and this one has none.
func (c *clause) carried(values ...string) bool {
	if c.verb(values...) != nil {
		return true
	}
	return !c.hasVerb() && c.before != nil && c.before.carried(values...)
}

// ofBefore says that the clause was about the one before, and needs no act of its own.
func (c *clause) ofBefore() { c.done, c.targets = true, c.before.targets }

// left are the tokens that no frame understood.
func (c *clause) left() []*token {
	var out []*token
	for _, t := range c.toks {
		if !t.used && t.content() {
			out = append(out, t)
		}
	}
	return out
}

// read runs the frames. The first group settles the clause alone; the second may say several things about one target.
func (c *clause) read() {
	if c.exceptions(); c.p.ask != nil {
		return
	}
	c.pointed()
	c.wordOfText()
	if len(c.toks) > 1 && c.toks[0].is("ord", "1") && c.toks[1].is("verb") {
		c.toks[0].used = true // "first make …"
	}
	for _, frame := range []func() bool{
		c.too, c.capped, c.rimmed, c.partly, c.extends, c.ofDesk, c.distanceAgain, c.overdone, c.recolored, c.wordsOut, c.affixed, c.crowded, c.keepsOnly, c.excluded, c.tooltip, c.textRoom, c.showing, c.returned, c.axisToo, c.same, c.sizedFirst, c.again, c.instead, c.stood, c.undone, c.undo, c.onward, c.deskOn, c.themes, c.wallpaper, c.newPart, c.spawn, c.copying, c.swapping, c.tillTouch, c.asBlock, c.aligning, c.apart, c.arranging, c.hiding, c.removing, c.raising, c.locking,
		c.capitalized, c.texts, c.restoring, c.keepsToo, c.levelToo, c.sideToo, c.distanceToo, c.fromSide, c.fitted, c.limited, c.enough,
	} {
		if frame() {
			c.hearAgain()
			return
		}
	}
	if c.contrast() {
		return
	}
	c.styles()
	c.opacity()
	c.shadows()
	c.borders()
	c.thickness()
	c.shapes()
	c.spacing()
	c.lettering()
	c.vividness()
	c.colors()
	c.everywhere()
	c.shades()
	c.moving()
	c.sizes()
	if len(c.drafts) == 0 && c.p.ask == nil && c.hearAgain() {
		c.read()
		return
	}
	for _, t := range c.toks {
		if len(c.drafts) > 0 && (t.foreign("verb") && t.is("verb", "move") || t.is("deg") || t.is("meanwhile") || t.is("here") || t.is("verb", "move") && (t.text == "put" || t.text == "bring")) {
			t.used = true
		}
	}
}
