package reflex

import (
	"slices"
	"strings"
)

// counting takes "go up" before a look that says how ("in fives", "by 5") for a part of it: nothing moves then. Nothing
// counts down so.
func (p *parser) counting() {
	for i, t := range p.toks {
		j := i + 1
		if listed("climbs", t.text) == "" {
			continue
		}
		way := t0(p.toks, j)
		if way != nil && way.is("dir", "up", "down") {
			j++
		}
		look := t0(p.toks, j)
		if look == nil || !look.is("gstyle") && !p.byNumber(j) && !p.unknownStep(j) {
			continue
		}
		if way.is("dir", "down") {
			way.senses = nil
			return
		}
		p.toks = append(p.toks[:i:i], p.toks[j:]...)
		return
	}
}

// aStep is how a look that says how something counts is called.
const aStep = "by five"

// unknownStep takes "by three" for a look where other steps are looks, so that what there is can be said: nothing has it.
func (p *parser) unknownStep(j int) bool {
	by, n := t0(p.toks, j), t0(p.toks, j+1)
	if n == nil || !by.is("prep", "by", "in") || t0(p.toks, j+2) != nil && p.toks[j+2].isAny("unit", "lasting") {
		return false
	}
	lex := loadLexicon()
	if one, k := lex.longest([]word{{text: strings.TrimSuffix(n.text, "s")}}); !n.counts() && (k == 0 || one[0].class != "num") {
		return false
	}
	if senses, k := p.names.longest(split(aStep)); k != 2 || senses[0].class != "gstyle" {
		return false
	}
	p.steps = true
	n.kind, n.senses = letters, []sense{{class: "gstyle", value: p.text(by.start, n.end)}}
	p.toks = append(p.toks[:j:j], p.toks[j+1:]...)
	return true
}

// byNumber reads "by 5" at token j as "by five" is read, where that is a look.
func (p *parser) byNumber(j int) bool {
	n := t0(p.toks, j+1)
	if n == nil || !p.toks[j].is("prep", "by") || n.kind != number {
		return false
	}
	senses, k := p.names.longest(split("by " + loadLexicon().figure[n.num]))
	if unit := t0(p.toks, j+2); k != 2 || senses[0].class != "gstyle" || unit != nil && unit.is("unit") {
		return false
	}
	n.kind, n.senses = letters, senses
	p.toks = append(p.toks[:j:j], p.toks[j+1:]...)
	return true
}

// backTo takes "go back to the dark theme" and "change it back to red" for a wish that says what it shall be; alone they
// are an undo.
func (p *parser) backTo() {
	for i, t := range p.toks {
		if !t.is("undo", "one") || t0(p.toks, i+1) == nil || !p.toks[i+1].is("prep", "to") {
			continue
		}
		j := i + 2
		for o := t0(p.toks, j); o != nil && o.is("det"); o = t0(p.toks, j) {
			j++
		}
		o := t0(p.toks, j)
		if o == nil || o.is("undone") || o.is("when") || !o.isAny("theme", "shade", "color", "style", "gstyle", "font", "shape") {
			return
		}
		t.senses = []sense{{class: "verb", value: "make", lang: "en"}}
		p.toks[i+1].senses = []sense{{class: "fill", value: "fill", lang: "en"}}
		return
	}
}

// values are the classes of what something can be.
var values = []string{"color", "place", "dir", "style", "gstyle", "theme", "shade", "font", "shape"}

// insteadOf drops what is named only as what it is now, "bars instead of lines", "red rather than blue", or what shall
// stay as it is: "the clock bigger instead of the notes". A thing that another shall stand for is none of its business.
func (p *parser) insteadOf() {
	for i, t := range p.toks {
		if !t.is("instead") {
			continue
		}
		j := i + 1
		for j < len(p.toks) && (p.toks[j].is("det") || p.toks[j].is("prep", "on", "in", "at", "with")) {
			j++
		}
		if j >= len(p.toks) || p.toks[j].is("dim") {
			return
		}
		c := &clause{p: p, toks: p.toks}
		if p.toks[j].isAny(values...) {
			if after := p.toks[j+1:]; !saysValue(p.toks[:i]) && !(saysValue(after) && some(after, "verb")) {
				return
			}
			for j++; j < len(p.toks) && (p.toks[j].is("themeword") || p.toks[j].is("styleword") || p.toks[j].is("kind", "any") || p.repeats(j)); j++ {
			}
		} else if r, next := c.np(i + 1); r != nil && i > 2 && c.verb("make", "resize", "paint") != nil && c.verb("add", "want", "move", "copy") == nil && listed("replaces", p.toks[0].text) == "" {
			j = next
		} else {
			return
		}
		p.toks = append(p.toks[:i:i], p.toks[j:]...)
		p.note("left out what it is now")
		return
	}
}

func saysValue(toks []*token) bool {
	return slices.ContainsFunc(toks, func(t *token) bool { return t.isAny(values...) })
}

// repeats reports whether token j only repeats what is named before it: "12 hour time instead of 24 hour time".
func (p *parser) repeats(j int) bool {
	for _, o := range p.toks[:j] {
		if o.text == p.toks[j].text && o.is("gene") {
			return true
		}
	}
	return false
}
