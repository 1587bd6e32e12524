package reflex

import "strings"

// keyed takes a word that is one more name of a cell for the node that goes by it, where a part is spoken of: "lose the
// date" is about the line of that key, "a monospace font for the count" about the number, neither about all of the cell.
func (c *clause) keyed(r *ref, t *token) bool {
	if r.plural || r.indef || r.ord != 0 || r.count > 0 || r.side != "" || r.size != "" || r.style != "" || r.other || r.newest || r.oldest || !c.partial() && !c.figureWord(t) && !c.p.pointsAt(t.text) && c.besidePart(t) == nil {
		return false
	}
	if c.p.isCalled(t.value("gene"), t.text) {
		return false
	}
	senses, n := c.p.labels.longest(split(t.text))
	if n == 0 || n != len(split(t.text)) || len(senses) == 0 {
		return false
	}
	r.head, r.value, r.label = "label", senses[0].value, c.p.text(t.start, t.end)
	if part := c.besidePart(t); part != nil && r.in == nil {
		r.in = part.in
	}
	return true
}

// partial reports whether the clause does what is done to a part as well as to a cell: it takes away, asks how something looks, or is about letters.
func (c *clause) partial() bool {
	return c.looks || some(c.toks, "verb", "remove", "hide") && !c.p.windowed() && !c.hasAny("place", "rel", "here", "there") || some(c.toks, "part", "font", "text", "weight") || some(c.toks, "font") || some(c.toks, "stroke")
}

// figureWord reports whether a word for a cell is first of all one for the figure in it, "make the count bigger": nothing is to
// be moved or added.
func (c *clause) figureWord(t *token) bool {
	return listed("figureword", t.text) != "" && !c.hasAny("place", "rel", "here", "there", "dir") && c.verb("move", "nudge", "add", "copy", "swap", "align") == nil
}

// isCalled reports whether a word is the name of a gene or what one of its cells is called, not one more word for it.
func (p *parser) isCalled(gene, word string) bool {
	if g := p.gene(gene); word == gene || g != nil && fold(g.Title) == word {
		return true
	}
	for _, c := range p.s.Cells {
		if c.Gene == gene && (fold(c.Title) == word || strings.ReplaceAll(c.ID, "-", " ") == word) {
			return true
		}
	}
	return false
}

// pointsAt reports whether a part is pointed at that its cell calls by a word: "move the time", said over the time of the bar.
func (p *parser) pointsAt(word string) bool {
	at := p.s.Point
	if at == nil || !at.Given || at.Node == "" {
		return false
	}
	cell := p.s.cell(at.Cell)
	if cell == nil {
		return false
	}
	n := cell.node(at.Node)
	return n != nil && fold(n.Key) == word
}

// pointsKind reports whether a part is pointed at that a word for a cell means as well: "the bar", said over the progress of a timer.
func (p *parser) pointsKind(word string) bool {
	at, kind := p.s.Point, listed("kindcalled", word)
	if kind == "" || at == nil || !at.Given || at.Node == "" {
		return false
	}
	cell := p.s.cell(at.Cell)
	n := cell.node(at.Node)
	return n != nil && n.Kind == kind
}

// besidePart is the part of a cell of that gene that is named before: "make the clock's date as big as the time". nil: none is.
func (c *clause) besidePart(t *token) *ref {
	for _, r := range c.refs {
		if r.head != "label" {
			continue
		}
		set, ok := c.p.tried(r)
		if !ok || len(set) == 0 || set[0].Node == "" {
			continue
		}
		if cell := c.p.s.cell(set[0].Cell); cell != nil && cell.Gene == t.value("gene") {
			return r
		}
	}
	return nil
}
