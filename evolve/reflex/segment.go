package reflex

import (
	"slices"
	"strings"
)

// segments cuts the sentence into clauses at conjunctions and punctuation. A piece that only names things belongs to the
// clause before ("the clock, the notes and the panel"); so does the rest of a clause that was not finished
// ("make the clock | and the notes bigger").
func (p *parser) segments() [][]*token {
	var pieces [][]*token
	var and []bool // before the piece
	cur, joined := []*token{}, false
	cut := func() {
		if len(cur) > 0 {
			pieces, and = append(pieces, cur), append(and, joined)
			cur, joined = []*token{}, false
		}
	}
	for i, t := range p.toks {
		switch {
		case t.kind == mark && t.text == ":" && i > 0:
			continue
		case t.kind == mark && (t.text == "(" || t.text == ")"):
			if i > 0 && t.text == "(" {
				continue
			}
		case t.kind == mark && t.text == "," && i > 0 && i+1 < len(p.toks) && p.toks[i-1].kind == number && p.toks[i+1].kind == number:
			continue // 100, 200
		case t.is("conj", "and") && p.amidstTwo(cur, i):
			cur = append(cur, t) // "the gap between save and cancel to 20 px"
			continue
		case t.is("conj", "and") && p.amidstEdge(cur, i):
			continue // "between the clock and the right edge"
		case i > 0 && t.is("conj", "and") && p.twins(i-1):
			// "the Delete and New buttons" are named in one breath
		case t.text == "also" && i > 0 && p.toks[i-1].is("verb"):
			continue // "it shows also the seconds"
		case t.text == "also" && len(cur) > 0 && (i+1 == len(p.toks) || p.toks[i+1].kind == mark || p.toks[i+1].is("fill")):
			// "… and the notes also" ends there
		case t.kind == mark || t.is("conj") && !p.labelAt(i):
			cut()
			joined = t.is("conj", "and")
			continue
		case p.runsOn(cur, i):
			cut()
		}
		cur = append(cur, t)
		if next := t0(p.toks, i+1); next != nil && wideScript(t.text) && strings.HasSuffix(t.text, "て") && (t.is("verb") || t.is("dim")) && !next.is("fill") {
			cut() // Japanese joins commands by the form of the verb
		}
	}
	cut()
	var out [][]*token
	for i, piece := range pieces {
		n := len(out)
		switch {
		case trivial(piece):
			if n > 0 {
				out[n-1] = append(out[n-1], piece...)
			} else {
				out = append(out, piece)
			}
		case n == 0, p.thingToo(out[n-1], piece):
			out = append(out, piece)
		case trivial(out[n-1]) || unfinished(out[n-1]) || p.listing(out[n-1], piece) || p.onlyThings(piece) || startsExcept(piece) || n == 1 && startsExcept(out[0]) ||
			n == 1 && p.onlyThings(out[0]) && (!p.names1(piece) || (and[i] || verbFinal(piece)) && p.opensWithThing(piece)):
			joined := &token{kind: mark, text: "&", used: true}
			out[n-1] = append(append(out[n-1], joined), piece...)
		default:
			out = append(out, piece)
		}
	}
	return out
}

// thingToo reports whether a piece only names what shall be as the clause before it says: "make the notes green, | and the counter too".
func (p *parser) thingToo(before, piece []*token) bool {
	for len(piece) > 1 && piece[len(piece)-1].is("fill") && !saysAlso(piece[len(piece)-1]) {
		piece = piece[:len(piece)-1]
	}
	return saysAlso(piece[len(piece)-1]) && len(piece) > 1 && p.onlyThings(piece) && !p.onlyThings(before) && !unfinished(before) && someSaid(p.toks, piece[0]) &&
		slices.ContainsFunc(before, func(t *token) bool {
			return t.isAny(proper...) || t.is("part") || t.is("verb", "hide", "lock", "unlock", "center")
		})
}

// someSaid reports whether a wish is said ahead of a token: "and plus, minus and times too" goes on from another sentence.
func someSaid(toks []*token, ahead *token) bool {
	for _, t := range toks {
		if t == ahead {
			break
		}
		if t.isAny("verb", "aux", "color", "dim", "font", "part") {
			return true
		}
	}
	return false
}

// runsOn reports whether a new command begins at token i without a pause: "make the clock red make the notes blue".
func (p *parser) runsOn(cur []*token, i int) bool {
	t, next := p.toks[i], t0(p.toks, i+1)
	if len(cur) < 3 || next == nil || !t.is("verb", "make", "move", "add", "remove", "lock", "unlock") || t.isAny("gene", "kind", "fill", "neg") || p.labelAt(i) {
		return false
	}
	prev := cur[len(cur)-1]
	if !next.isAny("det", "gene", "name", "pron") || prev.is("det") || prev.is("prep") && !prev.is("dir") || prev.isAny("neg", "aux", "verb", "person") || prev.is("fill", "ask") || prev.is("conj") {
		return false
	}
	return some(cur, "verb") && !unfinished(cur)
}

// opensWithThing reports whether a piece begins with a thing by its name: "the clock and | the notes bigger".
func (p *parser) opensWithThing(toks []*token) bool {
	r, _ := (&clause{p: p, toks: toks}).np(0)
	return r != nil && r.head != "pron" && r.head != "this"
}

// labelAt reports whether a word that usually means something else is a label here: "the plus button", "the reset button".
func (p *parser) labelAt(i int) bool {
	next := t0(p.toks, i+1)
	if before := t0(p.toks, i-1); before != nil && before.is("det") && next != nil && (next.is("kind", "button") || next.text == "thing") {
		return true // "the plus button", even where it is hidden
	}
	if _, n := p.labels.longest(split(p.toks[i].text)); n == 0 {
		return false
	}
	if p.twins(i) || next != nil && next.text == "one" && p.toks[i].is("conj") && i > 0 && p.toks[i-1].is("det", "the") {
		return true
	}
	if before := t0(p.toks, i-1); p.toks[i].text == "plus" && next != nil && (next.kind == mark && next.text == "," || next.is("minus")) && (before == nil || before.is("conj") || before.isAny("verb", "fill")) {
		return true // "and plus, minus and times too"
	}
	if i == 0 && next != nil && p.toks[0].text == "plus" && next.isAny("aux", "be") {
		return true // "plus should be red"
	}
	if before := t0(p.toks, i-1); before != nil && next != nil && p.toks[i].text == "plus" && (before.is("verb") && !before.is("verb", "add") || before.is("prep", "of", "on", "to", "for", "with")) {
		return true // "give plus a border"
	}
	if i > 0 && p.toks[i-1].is("det", "the") && next != nil && next.is("conj") { // the plus and minus buttons
		noun := t0(p.toks, i+3)
		if of := t0(p.toks, i+2); of != nil && of.is("det", "the") {
			noun = t0(p.toks, i+4) // "the plus and the minus buttons"
		}
		if noun != nil && noun.plural("kind") {
			return true
		}
	}
	if both := t0(p.toks, i-1); both != nil && both.is("det", "both") {
		return true // "both plus and minus"
	}
	if i > 0 && (p.toks[i-1].is("as") || p.toks[i-1].is("prep", "than")) && (next == nil || next.kind == mark) {
		return true // "the same size as plus"
	}
	if i > 0 && p.toks[i-1].is("rel") && next == nil {
		return true // "the button right of plus"
	}
	return next != nil && next.is("kind") && !next.is("kind", "any") || i > 0 && p.toks[i-1].is("det", "the") && (next == nil || saysAlso(next))
}

func startsExcept(toks []*token) bool { return toks[0].is("except") }

// trivial pieces say nothing: "please", "ok".
func trivial(toks []*token) bool {
	for _, t := range toks {
		if t.content() || t.is("pron") || t.is("det", "this", "that", "these", "those") || t.is("verb") || t.is("desk") {
			return false
		}
	}
	return true
}

var proper = []string{
	"dim", "color", "tone", "light", "shade", "font", "shape", "style", "gstyle", "theme", "place", "dir", "rel", "raise", "layout",
	"opaque", "mult", "complaint", "undo", "redo", "repeat", "wall", "here", "there", "num", "inc", "neg", "turn", "as", "emoji", "edge",
}

var complete = []string{"add", "remove", "hide", "show", "arrange", "tile", "stack", "lock", "unlock", "center", "fill", "copy", "nudge", "restore", "spread", "say", "rename", "swap", "align", "match"}

// unfinished reports whether a clause has a verb and a thing, but nothing to do to it yet.
func unfinished(toks []*token) bool {
	verb := false
	for _, t := range toks {
		if t.kind == number || t.kind == quoted || t.kind == hex {
			return false
		}
		if slices.ContainsFunc(t.senses, func(s sense) bool { return slices.Contains(proper, s.class) }) {
			return false // also what is only heard so
		}
		if t.is("verb", complete...) {
			return false
		}
		verb = verb || t.is("verb")
	}
	return verb
}

// listing reports whether a piece goes on with what is to be arranged: "arrange the clock | and the notes in a column".
func (p *parser) listing(before, piece []*token) bool {
	for _, t := range piece {
		if t.is("verb") {
			return false
		}
	}
	c := &clause{p: p, toks: before}
	if c.verb("arrange", "align", "swap", "stack", "tile", "spread") == nil && c.one("tight") == nil || c.one("layout") != nil || c.one("place") != nil || c.one("dir") != nil {
		return false
	}
	r, _ := (&clause{p: p, toks: piece}).np(0)
	return r != nil
}

// names1 reports whether a piece names anything.
func (p *parser) names1(toks []*token) bool {
	c := &clause{p: p, toks: toks}
	for i := range toks {
		if r, _ := c.np(i); r != nil {
			return true
		}
	}
	return false
}

// onlyThings reports whether a piece names things and says nothing of them.
func (p *parser) onlyThings(toks []*token) bool {
	c := &clause{p: p, toks: toks}
	some := false
	for i := 0; i < len(toks); {
		if r, next := c.np(i); r != nil {
			some = true
			i = next
			continue
		}
		if toks[i].content() || toks[i].is("verb") {
			return false
		}
		i++
	}
	return some
}
