package reflex

// bottoms takes the "bottom" of "make this bottom smaller" for the button that is pointed at, and that of "the save bottom" for
// the button of that name. A place has no size and no colour, and none of them is "this" one.
func (p *parser) bottoms() {
	for i := 1; i < len(p.toks); i++ {
		t, before, next := p.toks[i], p.toks[i-1], t0(p.toks, i+1)
		if t.text != "bottom" && t.text != "bottoms" || t.kind != letters {
			continue
		}
		at := p.s.Point
		shown := before.is("det", "this", "that") && at != nil && at.Given && p.isButton(at)
		labelled := p.labelled(before) && (i == 1 && next != nil && next.isAny("dim", "color") || i > 1 && p.toks[i-2].is("det", "the"))
		many := t.text == "bottoms" && before.is("det", "both", "these", "those", "all")
		switch {
		case !shown && !labelled && !many:
		case next == nil && some(p.toks[:i], "verb", "move") && !labelled: // "put this bottom"
		case next == nil || next.kind == mark || next.isAny("dim", "color", "shade", "light", "inc", "conj", "fill", "be", "aux", "prep", "deg", "font", "shape", "also", "rel", "neg", "mult", "num", "opaque"):
			t.senses = []sense{{class: "kind", value: "button", plural: many, lang: "en"}}
			p.note("heard %q as button", t.text)
		}
	}
}

// isButton reports whether what is pointed at can be pressed, or stands on what can.
func (p *parser) isButton(at *Place) bool {
	c := p.s.cell(at.Cell)
	for up := at.Node; c != nil && up != ""; up = holder(up) {
		if n := c.node(up); n != nil && n.Kind == "button" {
			return true
		}
	}
	return false
}
