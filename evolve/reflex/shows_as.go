package reflex

import "strings"

// showsAs takes "show" for "make" where a sentence says how something shall look, "show the count in dark red": that is in sight
// already, and nobody asks it to come back.
func (p *parser) showsAs() {
	at := -1
	for i, t := range p.toks {
		switch {
		case t.is("verb", "show") && !t.is("verb", "add"):
			at = i
		case at < 0 || i < at+2:
		case t.is("font") && strings.HasPrefix(t.text, "in "):
			p.toks[at].senses = []sense{{class: "verb", value: "make", lang: "en"}}
			return
		case t.is("prep", "in"):
			j := i + 1
			for o := t0(p.toks, j); o != nil && (o.is("det", "a") || o.isAny("shade", "cast", "plain", "deg", "light")); o = t0(p.toks, j) {
				j++
			}
			if o := t0(p.toks, j); o != nil && o.isAny("color", "tone") {
				p.toks[at].senses = []sense{{class: "verb", value: "make", lang: "en"}}
				t.senses = []sense{{class: "fill", value: "fill", lang: "en"}}
				return
			}
		}
	}
}
