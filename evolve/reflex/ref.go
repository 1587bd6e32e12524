package reflex

import "strings"

// ref is a noun phrase: what a clause is about, or compares with.
type ref struct {
	from, to int    // tokens of the clause
	head     string // pron, this, these, gene, name, label, kind, cellkind, all, both, both things of the pronoun
	value    string // gene, kind, number of the name
	plural   bool
	all      bool
	both     bool
	other    bool
	indef    bool // a, an, another
	the      bool
	count    int
	ord      int // 1 is the first in reading order, -1 the last
	side     string
	size     string // bigger, smaller: "the big clock"
	color    bool   // "the red button": colours are not known here
	in       *ref   // "the button in the notes"
	label    string // "the button called Save"
	own      bool   // a frame took it: not the clause's target
	only     bool
	joined   bool // and-ed to the reference before
}

// np reads a noun phrase at token i and returns it with the token after it; nil when there is none.
func (c *clause) np(i int) (*ref, int) {
	r := &ref{from: i}
	j, deictic, deicticEnd := i, "", 0
	toks := c.toks
scan:
	for j < len(toks) && j-i < 8 && !toks[j].used {
		t := toks[j]
		switch {
		case t.is("except"):
			break scan
		case t.is("all") && j == i:
			r.head, r.all, r.plural = "all", true, true
			return c.tail(r, j+1)
		case t.is("both") && j == i:
			r.head, r.both, r.plural = "pron", true, true
			return c.tail(r, j+1)
		case t.is("pron"):
			r.head, r.plural = "pron", t.is("pron", "them")
			return c.tail(r, j+1)
		case t.is("verb") && j == i && !t.is("gene") && !t.is("name"):
			return nil, i // "switch to …" is no switch
		case t.is("gene") || t.is("name") || t.is("kind") || t.is("cellkind"):
			break scan
		case deictic != "" && t.is("det", "a", "the", "my"):
			break scan // "give this a shadow"
		case t.is("det", "this", "that", "these", "those"):
			deictic, deicticEnd = t.value("det"), j+1
			if t.is("det", "these", "those") {
				r.plural = true
			}
		case t.is("det", "a"):
			r.indef = true
		case t.is("det", "new"):
			r.indef = true
		case t.is("det", "all"):
			r.all, r.plural = true, true
		case t.is("det", "both"):
			r.both, r.plural = true, true
		case t.is("det", "other"):
			r.other, r.the = true, true
		case t.is("det"):
			r.the = true
		case t.is("only"):
			r.only = true
		case t.is("ord") && c.headSoon(j+1):
			r.ord = atoi(t.value("ord"))
			if t.is("ord", "-1") {
				r.ord = -1
			}
		case t.is("side") && c.headNext(j+1):
			r.side = t.value("side")
		case (t.kind == number || t.is("num")) && c.headNext(j+1) && t.num >= 1 && t.num <= 20:
			r.count = int(t.num)
		case r.the && t.is("color") && c.headSoon(j+1):
			r.color = true
		case (r.the || deictic != "") && t.is("dim", "bigger", "smaller") && c.headSoon(j+1):
			r.size = t.value("dim")
		case t.is("prep", "of") && (r.all || r.both) || t.is("fill") && deictic != "" && c.headNext(j+1):
		default:
			break scan
		}
		if lr, next := c.label(r, j+1); lr != nil {
			lr.from = i
			return c.tail(lr, next)
		}
		j++
	}
	if j == i {
		if lr, next := c.label(r, j); lr != nil {
			return c.tail(lr, next)
		}
	}
	if j < len(toks) && !toks[j].used {
		t := toks[j]
		switch {
		case t.is("name") && !(r.indef || r.all):
			r.head, r.value = "name", t.value("name")
			if t.is("gene") && !t.is("name") {
				r.head = "gene"
			}
			return c.tail(r, j+1)
		case t.is("gene") && t.is("gstyle") && j == i:
			return nil, i // "show bars": a style here, though "bar" is also a thing
		case t.is("gene"):
			r.head, r.value = "gene", t.value("gene")
			r.plural = r.plural || t.plural("gene") || r.count > 1
			return c.tail(r, j+1)
		case t.is("kind"):
			r.head, r.value = "kind", t.value("kind")
			r.plural = r.plural || t.plural("kind") || r.count > 1
			if deictic != "" {
				r.head = "this"
			}
			return c.tail(r, j+1)
		case t.is("cellkind"):
			r.head, r.value = "cellkind", t.value("cellkind")
			r.plural = r.plural || t.plural("cellkind") || r.count > 1
			if deictic != "" {
				r.head = "thiscell"
			}
			return c.tail(r, j+1)
		}
	}
	if deictic != "" {
		r.head, r.value = "this", "any"
		if i > deicticEnd {
			return nil, i
		}
		return c.tail(r, deicticEnd)
	}
	return nil, i
}

// headNext reports whether a noun stands at token i.
func (c *clause) headNext(i int) bool {
	t := t0(c.toks, i)
	return t != nil && !t.used && (t.is("gene") || t.is("name") || t.is("kind") || t.is("cellkind"))
}

// headSoon reports whether a noun stands at token i or after another adjective.
func (c *clause) headSoon(i int) bool {
	for j := i; j < i+3; j++ {
		if c.headNext(j) {
			return true
		}
		if t := t0(c.toks, j); t == nil || !(t.is("color") || t.is("dim") || t.is("ord") || t.is("side") || t.kind == mark && t.text == ",") {
			_, n := c.p.labels.longest(c.wordsAt(j))
			return n > 0 && c.headNext(j+1)
		}
	}
	return false
}

func (c *clause) wordsAt(i int) []word {
	t := t0(c.toks, i)
	if t == nil || t.kind == quoted {
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
		if n == 0 || n != len(split(t.text)) || next == nil || !(next.is("kind") || next.is("prep", "to")) {
			return nil, i
		}
		out := *r
		out.head, out.value, out.label = "label", senses[0].value, t.text
		if next.is("kind") {
			return &out, i + 2
		}
		return &out, i + 1
	}
	senses, n := c.p.labels.longest(c.wordsAt(i))
	if n == 0 {
		return nil, i
	}
	words := c.wordsAt(i)
	end, k := words[n-1].end+t.start, i
	for k < len(c.toks) && c.toks[k].end <= end {
		k++
	}
	if k == i || c.toks[k-1].end != end {
		return nil, i
	}
	next := t0(c.toks, k)
	known := false
	for _, tok := range c.toks[i:k] {
		known = known || tok.content() && len(tok.senses) > 0 && !tok.is("no") || tok.is("verb") || tok.is("prep") || tok.is("desk") || tok.is("part")
	}
	out := *r
	out.head, out.value, out.label = "label", senses[0].value, c.p.text(t.start, end)
	switch {
	case next != nil && !next.used && next.is("kind") && !next.is("kind", "any"):
		return &out, k + 1
	case (r.the || i == r.from && len(out.label) >= 3) && !known:
		return &out, k
	}
	return nil, i
}

// tail reads what may follow a noun: "… window", "… called Save", "… in the notes", "… but the clock".
func (c *clause) tail(r *ref, j int) (*ref, int) {
	toks := c.toks
	r.to = j
	if t := t0(toks, j); t != nil && !t.used {
		switch {
		case (r.head == "gene" || r.head == "name") && t.is("cellkind"):
			j++
		case (r.head == "gene" || r.head == "name") && t.is("kind") && !t.is("kind", "any"):
			inner := *r
			*r = ref{from: inner.from, head: "kind", value: t.value("kind"), plural: t.plural("kind"), in: &inner}
			j++
		case (r.head == "gene" || r.head == "name") && t.is("prep", "of") && t.start == t.end && t0(toks, j+1) != nil:
			inner := *r
			if next := toks[j+1]; next.is("kind") && !next.is("kind", "any") {
				*r = ref{from: inner.from, head: "kind", value: next.value("kind"), plural: next.plural("kind"), in: &inner}
				j += 2
			} else if lr, end := c.label(&ref{the: true}, j+1); lr != nil {
				lr.from, lr.in = inner.from, &inner
				*r = *lr
				j = end
			}
		}
	}
	if t := t0(toks, j); r.head == "kind" && t != nil && !t.used {
		k := j
		if (t.is("verb", "rename", "say") || t.text == "called" || t.text == "named" || t.text == "with") && t0(toks, j+1) != nil {
			k++
		}
		if q := t0(toks, k); q != nil && q.kind == quoted {
			if senses, n := c.p.labels.longest(split(q.text)); n > 0 && n == len(split(q.text)) {
				r.head, r.value, r.label = "label", senses[0].value, q.text
				j = k + 1
			}
		} else if q != nil && (k > j || len(q.senses) == 0) {
			if lr, next := c.label(&ref{the: true}, k); lr != nil && strings.TrimSpace(lr.label) != "" {
				r.head, r.value, r.label = "label", lr.value, lr.label
				j = next
			}
		}
	}
	if t := t0(toks, j); t != nil && (r.head == "kind" || r.head == "label" || r.head == "this" && r.value != "any" && r.value != "") && r.in == nil && (t.is("prep", "in", "on", "of") || t.is("prep", "from")) {
		if inner, next := c.np(j + 1); inner != nil && (inner.head == "gene" || inner.head == "name") && !inner.indef {
			r.in = inner
			j = next
		}
	}
	r.to = j
	return r, j
}
