package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
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

// spares reads "no, keep it", "my grandson wants that last one" right after something was taken away: it comes back.
func (p *parser) spares(toks []*token) bool {
	last := p.s.LastActs
	if !p.s.Fresh || len(last) == 0 || last[len(last)-1].Intent != act.Remove || p.s.Pending != nil || len(toks) > 12 {
		return false
	}
	if kind, _ := findPhrase("spared", uttered(toks)); kind == "" {
		return false
	}
	c := &clause{p: p, toks: toks}
	c.find()
	named := c.named()
	if c.forget(); named {
		return false
	}
	p.result.Acts, p.result.Conf = []act.Act{takeBack(1)}, 0.9
	return true
}

// excepts reads "except the pink" after something was done: only the change that made it so is taken back.
func (p *parser) excepts(toks []*token) bool {
	if len(toks) < 2 || !toks[0].is("except") || p.s.Deeds == nil {
		return false
	}
	var tint *token
	for _, t := range toks[1:] {
		switch {
		case t.kind == mark && tint != nil:
		case t.is("color"):
			tint = t
		case tint == nil && !t.isAny("det", "fill", "prep"):
			return false
		}
	}
	if tint == nil {
		return false
	}
	like := tint.trait()
	for _, d := range p.s.Deeds() {
		if !slices.ContainsFunc(d.Acts, like) {
			continue
		}
		if slices.ContainsFunc(d.Acts, func(a act.Act) bool { return !like(a) }) {
			p.result.Ask, p.result.Conf = d.whole(), 0.5
		} else {
			p.result.Acts, p.result.Conf = []act.Act{d.undo()}, 0.9
		}
		return true
	}
	p.result.Ask, p.result.Conf = &Question{Text: "No change that still holds was like that."}, 0.5
	return true
}
