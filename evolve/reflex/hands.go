package reflex

import (
	"slices"
	"strings"
)

// hands reads what only a hand does, "press reset", "stop the timer": a sentence presses no button and types nothing, and says
// so. It reports whether the sentence wants that.
func (p *parser) hands(toks []*token) bool {
	i := 0
	for i < len(toks) && (toks[i].leads() || toks[i].isAny("fill") || toks[i].is("aux", "can", "could", "would") || toks[i].text == "you") {
		i++
	}
	if i+1 >= len(toks) {
		return false
	}
	how := listed("hands", toks[i].text)
	if how == "" {
		return false
	}
	defer p.aside()()
	c := &clause{p: p, toks: toks[i+1:]}
	c.find()
	defer c.forget()
	if senses, n := p.labels.longest(split(strings.TrimSpace(uttered(toks[i+1:])))); how == "press" && len(c.refs) == 0 && n > 0 && n == len(toks)-i-1 {
		c.refs = []*ref{{head: "label", value: senses[0].value}} // "press start"
		c.takeAll()
	}
	if len(c.refs) != 1 || len(c.left()) > 0 || c.refs[0].plural || slices.ContainsFunc(toks, func(t *token) bool { return t.kind == quoted }) {
		return false
	}
	among, _ := p.candidates(c.refs[0])
	if set, ok := p.tried(c.refs[0]); ok {
		among = set
	}
	for _, t := range among {
		cell := p.s.cell(t.Cell)
		if how == "press" && (t.Node == "" || cell.node(t.Node).Kind != "button") ||
			how == "run" && (t.Node != "" || !slices.ContainsFunc(cell.Styles, func(s Style) bool { return s.Name == started })) {
			return false
		}
	}
	if len(among) == 0 {
		return false
	}
	p.wished(among[0])
	p.handed = true
	p.result.Lost, p.result.Ask = true, &Question{Text: "A sentence changes how things are, it presses no button and types nothing: that is for your own hand."}
	return true
}
