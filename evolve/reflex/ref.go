package reflex

import (
	"slices"
	"strings"
)

// ref is a noun phrase: what a clause is about, or compares with.
type ref struct {
	from, to    int    // tokens of the clause
	head        string // pron, this, these, gene, name, label, kind, cellkind, all, both, both things of the pronoun
	value       string // gene, kind, number of the name
	plural      bool
	all         bool
	both        bool
	other       bool
	indef       bool // a, an, another
	newest      bool // the new one
	oldest      bool // the old one, the original
	the         bool
	shown       bool // this, that: also before a label
	count       int
	ord         int // 1 is the first in reading order, -1 the last
	side        string
	countedFrom string   // the side from which an ordinal counts
	size        string   // bigger, smaller: "the big clock"
	most        *token   // "the widest window"
	style       string   // "the analog clock"
	tint        string   // "the red button": of the colours only those are known here that were given
	in          *ref     // "the button in the notes"
	near        *ref     // "the button left of reset": beside what it stands
	rel         string   // and on which side of it
	nextTo      bool     // on either side of the row
	label       string   // "the button called Save"
	kind        string   // of what is labelled so: "the memory icon"
	own         bool     // a frame took it: not the clause's target
	adjs        []*token // of "a big red clock": left for what is added
	owned       bool     // behind "the clock's": a noun, whatever else it means
	joined      bool     // and-ed to the reference before
}

// cell reports whether a cell is named: by its gene, its title or what it was called first.
func (r *ref) cell() bool { return r.head == "gene" || r.head == "name" }

// bare reports whether nothing is named: "it", "this", "this one".
func (r *ref) bare() bool {
	return r.head == "pron" || r.head == "this" && (r.value == "any" || r.value == "")
}

// np reads a noun phrase at token i and returns it with the token after it; nil when there is none.
func (c *clause) np(i int) (*ref, int) {
	r := &ref{from: i}
	j, deictic, deicticEnd := i, "", 0
	toks := c.toks
	if i < len(toks) && !toks[i].used && toks[i].isAny("verb", "det", "conj", "minus") && (c.p.twins(slices.Index(c.p.toks, toks[i])) || i == 0 && toks[i].isAny("verb", "det") && c.p.labelled1(toks[i]) != nil && c.subjectOf(1) || c.lastLabel(i)) {
		if lr, next := c.label(r, i); lr != nil {
			return c.tail(lr, next)
		}
	}
scan:
	for j < len(toks) && j-i < 8 && !toks[j].used {
		t := toks[j]
		switch {
		case t.is("except"):
			break scan
		case t.is("all") && j == i && !(t.is("det", "all") && c.headNext(j+1)):
			if !strings.Contains(t.text, "them") && c.sideNext(j+1) { // "everything on the right"
				r.head, r.value, r.plural, r.the = "cellkind", "any", true, true
				return c.tail(r, j+1)
			}
			r.head, r.all, r.plural = "all", true, true
			if next := c.pointedWhole(r, j); next > 0 {
				r.all, r.plural = false, false
				return c.tail(r, next)
			}
			if strings.Contains(t.text, "them") {
				r.value = "them"
			}
			return c.tail(r, j+1)
		case t.is("det", "all", "these", "those") && j == i && c.countAlone(j+1): // "all three 10% smaller"
			r.head, r.count, r.plural = "pron", int(toks[j+1].num), true
			return c.tail(r, j+2)
		case t.is("det", "all") && j == i && c.allAlone(j+1): // "all smaller", "make all red"
			r.head, r.all, r.plural = "all", true, true
			return c.tail(r, j+1)
		case r.other && c.others(r, j) > 0: // "the other two"
			return c.tail(r, j+1)
		case t.is("rest") && j == i:
			r.head, r.plural = "rest", true
			return c.tail(r, j+1)
		case t.is("both") && j == i && c.headNext(j+1): // "the two windows"
			r.both, r.plural = true, true
		case t.is("both") && j == i && !strings.Contains(t.text, "them") && c.sideNext(j+1): // "the two on the right"
			r.head, r.value, r.count, r.plural, r.the = "kind", "any", 2, true, true
			return c.tail(r, j+1)
		case t.is("both") && j == i:
			r.head, r.both, r.plural = "pron", true, true
			return c.tail(r, j+1)
		case t.is("det", "both") && j == i && c.bothAlone(j+1), deictic != "" && (r.plural || deictic == "this") && t.counts() && t.num == 2 && !c.headSoon(j+1): // "make both red", "these two"
			r.head, r.both, r.plural = "pron", true, true
			return c.tail(r, j+1)
		case t.is("pron"):
			if j == i {
				if its := c.itsPart(r, j); its != nil {
					return its, its.to
				}
			}
			r.head, r.plural = "pron", t.is("pron", "them")
			return c.tail(r, j+1)
		case t.is("verb") && j == i && !t.is("gene") && !t.is("name") && !c.exceptThe(i):
			return nil, i // "switch to …" is no switch
		case t.is("num", "1") && t0(toks, j+1) != nil && (toks[j+1].is("det", "new") || t.is("kind") && j == i && c.headNext(j+1)):
			r.indef = true // "one new calculator"
		case t.isAny("gene", "name", "kind", "cellkind"):
			if next := c.keyPhrase(r, j); next > 0 { // "the cpu chart"
				return c.tail(r, next)
			}
			break scan
		case deictic != "" && t.is("det", "a", "the", "my"):
			break scan // "give this a shadow"
		case t.is("det", "this", "that", "these", "those"):
			deictic, deicticEnd, r.shown = t.value("det"), j+1, true
			if t.is("det", "these", "those") {
				r.plural = true
			}
		case t.is("det", "a"):
			r.indef = true
		case t.is("det", "new") && (r.the || deictic != "") && t.text == "new":
			r.newest = true
		case t.is("det", "new"):
			r.indef = true
		case (r.the || deictic != "") && t.is("aged") && (c.headNext(j+1) || t.is("aged", "newest")):
			r.newest, r.oldest = t.is("aged", "new", "newest"), t.is("aged", "old")
			if !c.headNext(j + 1) {
				r.head, r.value = "kind", "any"
				return c.tail(r, j+1)
			}
		case (r.the || deictic != "" || j == i && t.foreign("copied") && (!t.is("verb") || c.verb("remove", "move") != nil)) && t.is("copied"):
			return c.copied(r, j+1)
		case j == i && t.is("original") && c.first(i):
			r.head, r.value, r.the, r.oldest = "kind", "any", true, true
			return c.tail(r, j+1)
		case t.is("det", "all"):
			r.all, r.plural = true, true
		case t.is("det", "both"):
			r.both, r.plural = true, true
		case t.is("det", "other"):
			r.other, r.the = true, true
		case t.is("det"):
			r.the = true
		case t.is("only"):
		case t.is("ord") && r.the && t0(toks, j+1) != nil && toks[j+1].isAny("dim", "color", "shade", "light") && !c.headSoon(j+1) && len(c.p.group()) > 1:
			r.head, r.value, r.ord = "kind", "any", atoi(t.value("ord")) // "the second darker", of those that were changed together
			return c.tail(r, j+1)
		case t.is("ord") && c.headSoon(j+1):
			r.ord = atoi(t.value("ord"))
			if t.is("ord", "-1") {
				r.ord = -1
			}
		case t.is("ord") && r.the && deictic == "" && t0(toks, j+1) == nil && j > 0 && !t.is("ord", "-1") && c.first(0) && c.one("rel") != nil: // "beside the first"
			r.ord, r.head, r.value = atoi(t.value("ord")), "kind", "any"
			return c.tail(r, j+1)
		case t.isAny("most", "least") && r.the:
			r.most = t
			if next := t0(toks, j+1); next == nil || !c.headNext(j+1) {
				r.head, r.value = "kind", "any"
				return c.tail(r, j+1)
			}
		case t.is("side") && c.headNext(j+1):
			r.side = t.value("side")
		case t.counts() && (c.headNext(j+1) || t0(toks, j+1) != nil && (toks[j+1].is("inc", "more") || toks[j+1].is("det", "new") || wideScript(t.text) && toks[j+1].is("det", "a")) && c.headNext(j+2)) && t.num >= 1 && t.num <= 20:
			r.count = int(t.num)
		case t.counts() && r.the && t.num >= 2 && t.num <= 20 && t0(toks, j+1) != nil && toks[j+1].is("dim", "bigger", "smaller") && c.headSoon(j+1): // "the three small ones"
			r.count = int(t.num)
		case r.count > 0 && t.is("inc", "more") && c.headNext(j+1):
			r.indef = true // two more clocks
		case r.indef && t.isAny("color", "dim", "style", "gstyle", "shade") && !t.is("gene") && c.headSoon(j+1):
			r.adjs = append(r.adjs, t)
		case (r.the || deictic != "") && t.is("gstyle") && c.headNext(j+1) && c.p.wears(toks[j+1], t.value("gstyle")):
			r.style = t.value("gstyle")
		case r.the && t.is("color") && c.headSoon(j+1):
			r.tint = t.value("color")
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
	if lr, next := c.textBeside(r, j); lr != nil {
		return lr, next
	}
	if j < len(toks) && !toks[j].used {
		t := toks[j]
		switch {
		case t.is("name") && t.is("gene") && (r.ord != 0 || r.side != "" || r.size != "" || r.style != "" || r.other || r.both || r.newest || r.oldest || r.count > 1):
			r.head, r.value = "gene", t.value("gene") // "the second counter": whatever the first is called
			return c.tail(r, j+1)
		case t.is("name") && !(r.indef || r.all):
			r.head, r.value = "name", t.value("name")
			if t.is("gene") && !t.is("name") {
				r.head = "gene"
			}
			return c.tail(r, j+1)
		case t.is("gene") && t.is("gstyle") && j == i:
			return nil, i // "show bars": a style here, though "bar" is also a thing
		case t.is("gene") && c.p.pointsKind(t.text):
			r.head, r.value = "this", "any"
			return c.tail(r, j+1)
		case t.is("gene"):
			if c.keyed(r, t) {
				return c.tail(r, j+1)
			}
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
			r.plural = r.plural || t.plural("cellkind") || r.count > 1 || wideScript(t.text) && c.verb("arrange", "tile", "stack", "spread") != nil
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
