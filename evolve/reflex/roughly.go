package reflex

// roughly takes words before a number that only say that it need not be exact, "like twenty percent", ", say 20%", "about 30
// px wider", for filling.
func (p *parser) roughly() {
	for i := 0; i+1 < len(p.toks); i++ {
		t, next := p.toks[i], p.toks[i+1]
		how := listed("roughly", t.text)
		if how == "" || !next.counts() && !next.isAny("px", "mult") || t.kind != letters {
			continue
		}
		if how == "marked" && (i == 0 || p.toks[i-1].kind != mark) {
			continue // "make it say 20%" is a text
		}
		t.senses = []sense{{class: "fill", value: "fill", lang: "en"}}
		if i > 0 && p.toks[i-1].kind == mark && p.toks[i-1].text == "," { // "a bit bigger, say 20%" is one wish
			p.toks = append(p.toks[:i-1:i-1], p.toks[i:]...)
		}
	}
}

// ofTheDesk takes "on the right side of the screen" for a place: beside the screen is nothing.
func (p *parser) ofTheDesk() {
	places := map[string]string{"right-of": "right", "left-of": "left", "above": "top", "below": "bottom", "onto": "top"}
	for i, t := range p.toks {
		j := i + 1
		for j < len(p.toks) && p.toks[j].is("det") {
			j++
		}
		if rel := t.value("rel"); rel != "" && j < len(p.toks) && p.toks[j].is("desk") && listed("sideof", t.text) != "" {
			t.senses = []sense{{class: "place", value: places[rel], lang: "en"}}
		}
	}
}
