package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

func (c *clause) wordsAt(i int) []word {
	t := t0(c.toks, i)
	if t == nil || t.kind == quoted || t.is("conj") && t.start == t.end { // put between two words
		return nil
	}
	end := t.end
	for j := i + 1; j < len(c.toks) && j < i+4; j++ {
		if c.toks[j].kind == quoted || c.toks[j].end < end {
			break
		}
		end = c.toks[j].end
	}
	return split(c.p.text(t.start, end))
}

// label reads a node's label at token i: before a word like "button", or after "the" when it means nothing else.
func (c *clause) label(r *ref, i int) (*ref, int) {
	t := t0(c.toks, i)
	if t == nil || t.used {
		return nil, i
	}
	if t.kind == quoted {
		senses, n := c.p.labels.longest(split(t.text))
		next := t0(c.toks, i+1)
		if n == 0 || n != len(split(t.text)) || next == nil || !(next.is("kind") || next.is("prep", "to") || next.is("verb", "say") || next.is("aux", "should") || next.is("prep", "in") && i == 0) || !c.p.showsWords(senses[0].value, t.text) {
			return nil, i
		}
		out := *r
		out.head, out.value, out.label = "label", senses[0].value, t.text
		if next.is("kind") {
			return &out, i + 2
		}
		return &out, i + 1
	}
	words := c.wordsAt(i)
	senses, n := c.p.labels.longest(words)
	if n == 0 || n == 1 && t.counts() && t0(c.toks, i+1) != nil && c.toks[i+1].isAny("unit", "px") {
		return nil, i // "4 px further" is about no key
	}
	end, k := words[n-1].end+t.start, i
	for k < len(c.toks) && c.toks[k].end <= end && c.toks[k].text != "&" {
		k++
	}
	if t.is("owner") { // "Reset's label"
		out := *r
		out.head, out.value, out.label = "label", senses[0].value, c.p.text(t.start, end)
		return &out, i + 2
	}
	if k == i || c.toks[k-1].end != end || c.toks[k-1].start == end {
		return nil, i // "the counter's buttons" are no buttons called Counter
	}
	next := t0(c.toks, k)
	known, named := false, c.calledSo(i, k) || c.likened(r, k)
	if next != nil && (next.is("kind", "any") || next.isAny("gene", "name")) && k == i+1 && t.isAny("aged", "ord", "det") && !named {
		return nil, i // "the new one", "the new clock" is no button called New
	}
	if c.headline(r, i, k) {
		out := *r
		out.head, out.value, out.label = "label", senses[0].value, c.p.text(t.start, end)
		return &out, k
	}
	for _, tok := range c.toks[i:k] {
		if at := slices.Index(c.p.toks, tok); k == i+1 && at >= 0 && (c.p.twins(at) || r.the && tok.is("verb") && c.p.labelAt(at)) {
			r.the = true
			break
		}
		if n > 1 && c.p.partsName(senses[0].value, joined(words[:n])) {
			break // nothing else is called so
		}
		if r.the && tok.is("desk") && k == i+1 && (some(c.toks, "font") || some(c.toks, "part", "text", "font", "weight")) {
			continue // "the letters in the display": a screen has none of its own
		}
		if tok.is("minus") && (next == nil || !next.counts()) {
			continue // a button has that name, and nothing is counted
		}
		known = known || tok.is("back") && !r.the || !named && tok.content() && len(tok.senses) > 0 && !tok.is("no") && !tok.is("conj") && !(tok.is("undo", "words") && len(tok.senses) == 1) || !named && tok.isAny("verb", "prep", "desk", "part")
	}
	out := *r
	out.head, out.value, out.label = "label", senses[0].value, c.p.text(t.start, end)
	switch {
	case listed("digits", joined(words[:n])) != "" || listed("operators", joined(words[:n])) != "" || listed("keyrow", joined(words[:n])) != "" || listed("keycolumn", joined(words[:n])) != "":
		out.plural, out.all = true, true // "the number keys", "the top row of keys" are all of them
		return &out, k
	case next != nil && !next.used && next.is("kind") && !next.is("kind", "any") && t.isAny("name", "gene") && !c.p.anyOf(senses[0].value, next.value("kind")):
		return nil, i // "both form buttons" are those of the form
	case next != nil && !next.used && next.is("kind") && !next.is("kind", "any"):
		out.kind = next.value("kind")
		return &out, k + 1
	case next != nil && !next.used && next.text == "one" && r.the && c.oneCalled(i, k):
		out.kind = c.p.kindOfGroup()
		return &out, k + 1
	case next != nil && !next.used && next.text == "thing" && r.the && k == i+1 && t.isAny("verb", "no", "conj"): // "the reset thing"
		return &out, k + 1
	case r.both || c.listedLabel(i): // "both plus and minus"
		out.both, out.plural = false, false
		return &out, k
	case k == i+1 && c.lastLabel(i):
		return &out, k
	case r.owned && k == i+1 && t.isAny("verb", "no", "undo") && !t.is("part"), c.partCalled(r, k, senses[0].value, joined(words[:n])): // "the calculator's display"
		return &out, k
	case k == i+1 && r.the && next != nil && next.is("part", "text", "label", "font") && t.isAny("verb", "no", "undo"): // "the reset text"
		return &out, k
	case i == r.from && i == 0 && k == 1 && !t.isAny("name", "gene") && c.subjectOf(k):
		return &out, k
	case (r.the || r.shown || i == r.from && (len(out.label) >= 3 || c.inCapitals(out.label))) && !known, t.isAny("plus", "minus") && k == i+2 && (next == nil || !next.is("unit")): // "+1"
		return &out, k
	}
	return nil, i
}

// tail reads what may follow a noun: "… window", "… called Save", "… in the notes", "… but the clock".
func (c *clause) tail(r *ref, j int) (*ref, int) {
	toks := c.toks
	r.to = j
	c.partNamed(r, j)
	if t := t0(toks, j); t != nil && !t.used {
		switch {
		case r.head == "cellkind" && !r.plural && !r.indef && t.is("prep", "of", "for", "with"): // "the window of the notes"
			if inner, next := c.np(j + 1); inner != nil && inner.cell() && !inner.indef {
				inner.from = r.from
				*r = *inner
				return r, next
			}
		case r.cell() && t.is("cellkind"):
			j++
		case r.cell() && t.is("desk") && !r.indef: // "the calculator display"
			inner := *r
			if senses, n := c.p.labels.longest(split(t.text)); n > 0 && n == len(split(t.text)) && c.partOf(&ref{head: "label", value: senses[0].value}, &inner) {
				*r = ref{from: inner.from, head: "label", value: senses[0].value, label: t.text, the: true, in: &inner}
				j++
			}
		case r.cell() && t.is("kind") && !t.is("kind", "any"):
			inner := *r
			*r = ref{from: inner.from, head: "kind", value: t.value("kind"), plural: t.plural("kind"), in: &inner}
			if inner.all { // "every calculator key"
				r.all, r.plural, inner.all, inner.plural = true, true, false, false
			}
			if r.plural && (inner.both || inner.count > 1) { // "both form buttons"
				r.both, r.count = inner.both, inner.count
				inner.both, inner.count, inner.plural = false, 0, false
			}
			j++
		case r.cell() && t.is("prep", "of") && t.start == t.end && t0(toks, j+1) != nil:
			inner := *r
			if next := toks[j+1]; next.is("kind") && !next.is("kind", "any") {
				*r = ref{from: inner.from, head: "kind", value: next.value("kind"), plural: next.plural("kind"), in: &inner}
				j += 2
			} else if n, end := c.np(j + 1); n != nil && (n.head == "kind" || n.head == "label") && n.in == nil { // "the counter's second button"
				n.from, n.in = inner.from, &inner
				*r = *n
				r.to = end
				return r, end
			} else if lr, end := c.label(&ref{the: true, owned: true}, j+1); lr != nil {
				lr.from, lr.in = inner.from, &inner
				*r = *lr
				j = end
			}
		}
	}
	if t := t0(toks, j); r.head == "kind" && t != nil && !t.used {
		k := j
		if (t.is("verb", "rename", "say") || t.text == "called" || t.text == "named" || t.text == "with" || t.is("prep", "of", "for")) && t0(toks, j+1) != nil {
			k++
		}
		if q := t0(toks, k); q != nil && q.kind == quoted {
			if senses, n := c.p.labels.longest(split(q.text)); n > 0 && n == len(split(q.text)) {
				r.head, r.value, r.label = "label", senses[0].value, q.text
				j = k + 1
			}
		} else if q != nil && (k > j || len(q.senses) == 0 || c.calledSo(k, k+1)) {
			if lr, next := c.label(&ref{the: true}, k); lr != nil && strings.TrimSpace(lr.label) != "" {
				r.head, r.value, r.label = "label", lr.value, lr.label
				j = next
			}
		}
	}
	if t, at := t0(toks, j), c.p.s.Point; t != nil && (t.is("here") || listed("inhere", t.text) != "") && !t.used && r.head == "kind" && r.value != "any" && r.in == nil && at != nil && at.Given && at.Cell != "" && c.verb("move", "nudge", "add") == nil {
		r.in = &ref{from: j, to: j + 1, head: "thiscell", value: "any"} // "all the buttons in here"
		j++
		r.to = j
	}
	if t := t0(toks, j); t != nil && (r.head == "kind" || r.head == "label" || r.head == "this" && r.value != "any" && r.value != "") && r.in == nil && (t.is("prep", "in", "on", "of") || t.is("prep", "from")) {
		if inner, next := c.np(j + 1); inner != nil && inner.cell() && !inner.indef {
			r.in = inner
			j = next
		}
	}
	r.to = c.stands(r, j)
	if t := t0(toks, r.to); r.to > j && r.in == nil && t != nil && !t.used && t.is("prep", "in", "of", "on") { // "… from the left in the counter"
		if inner, next := c.np(r.to + 1); inner != nil && inner.cell() && !inner.indef {
			r.in, r.to = inner, next
		}
	}
	if t := t0(toks, r.to); r.in == nil && t != nil && !t.used && t.is("rel", "below", "above") {
		c.within(r)
	}
	c.neighbours(r)
	return r, r.to
}

// partCalled reports whether "the display of the calculator" names a part that its cell calls so, whatever else the word means.
func (c *clause) partCalled(r *ref, k int, number, name string) bool {
	of := t0(c.toks, k)
	if !r.the || of == nil || !of.is("prep", "of", "in", "on") || c.toks[k-1].isAny("part", "prop", "dim", "kind") || !c.p.partsName(number, name) {
		return false
	}
	inner, _ := c.np(k + 1)
	return inner != nil && inner.cell() && !inner.indef && c.partOf(&ref{head: "label", value: number}, inner)
}

// subjectOf reports whether the token says what the one before it shall be, so that this one names a thing: "Reset should read …".
func (c *clause) subjectOf(k int) bool {
	if at := slices.Index(c.p.toks, c.toks[k-1]); at >= 0 && at+1 < len(c.p.toks) && c.p.toks[at+1].text == ":" {
		return true // "reset: grey text"
	}
	t, next := t0(c.toks, k), t0(c.toks, k+1)
	if t == nil || next == nil {
		return false
	}
	if t.is("prep", "in") && (some(c.toks[k+1:], "font") || some(c.toks[k+1:], "color") || some(c.toks[k+1:], "part", "text", "font")) {
		return !c.hasVerbBut(c.toks[k-1].value("verb"))
	}
	return t.is("aux", "should") || t.is("verb", "rename") && strings.Contains(t.text, " be ") || t.is("prep", "to", "as") && next.kind == quoted
}

// anyOf reports whether one of the nodes that go by a label is of a kind.
func (p *parser) anyOf(number, kind string) bool {
	return slices.ContainsFunc(p.labels.targets[max(0, atoi(number))], func(t act.Target) bool {
		return p.s.cell(t.Cell).node(t.Node).Kind == kind
	})
}

// lastLabel reports whether the last token of a clause stands where only a thing does, and is a label: "no border on delete".
func (c *clause) lastLabel(i int) bool {
	if i < 1 || !c.toks[i-1].is("prep", "on", "of", "for") && !c.toks[i-1].is("as") {
		return false
	}
	if next := t0(c.toks, i+1); next != nil && !next.isAny("deg", "dim", "color", "font", "light", "mult") {
		return false
	}
	labelled := c.p.labelled1(c.toks[i])
	return labelled != nil && (c.toks[i].is("verb") && len(c.toks[i].text) >= 3 || c.p.spelt(c.toks[i], labelled))
}

// partsName reports whether words are what people call a part, "word count", not what it says just now.
func (p *parser) partsName(number, name string) bool {
	for _, t := range p.labels.targets[max(0, atoi(number))] {
		if fold(p.textOf(t)) == name {
			return false
		}
	}
	return true
}

// inCapitals reports whether a label is written as it stands there, all in capitals, in a sentence that is not: "AC".
func (c *clause) inCapitals(label string) bool {
	return len(label) > 1 && label == strings.ToUpper(label) && label != strings.ToLower(label) && c.p.sentence != strings.ToUpper(c.p.sentence)
}

// oneCalled reports whether "the plus one" is a button by its name: its words say nothing of how, or which of several, it is.
func (c *clause) oneCalled(i, k int) bool {
	for _, t := range c.toks[i:k] {
		if t.isAny("aged", "ord", "det", "dim", "color", "side", "dir", "place", "style", "gstyle", "shade", "cast", "num", "only", "even", "copied") {
			return false
		}
	}
	return true
}

// headline reports whether "the title" is a text that is shown, not the name of a cell: nothing but its look is wanted.
func (c *clause) headline(r *ref, i, k int) bool {
	if k != i+1 || !c.toks[i].is("part", "title") || !r.the && !(i == r.from) {
		return false
	}
	for k, t := range c.toks {
		if k != i && (t.kind == quoted || t.is("verb", "rename", "say", "remove", "clear")) {
			return false
		}
	}
	next := t0(c.toks, k)
	if next != nil && (next.is("prep", "of") || next.is("part")) {
		return false
	}
	for k, t := range c.toks {
		if t.isAny("dim", "color", "font", "light", "inc", "complaint", "tone") || k != i && t.is("part", "font", "text") {
			return true
		}
	}
	return false
}

// listedLabel reports whether token i goes on with labels: "plus and | minus".
func (c *clause) listedLabel(i int) bool {
	n := len(c.refs)
	return n > 0 && c.refs[n-1].head == "label" && c.refs[n-1].to == i-1 && c.toks[i-1].joins()
}

// likened reports whether what a label names is what another thing shall look like: "the same colour as the seconds".
func (c *clause) likened(r *ref, k int) bool {
	before := t0(c.toks, r.from-1)
	as := before != nil && (before.is("prep", "as") && some(c.toks[:r.from], "part", "color") || before.is("verb", "match"))
	return as && r.the && t0(c.toks, k) == nil && !c.toks[k-1].isAny("gene", "name")
}
