package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// meant reads "sorry, I meant the notes" after something was done: that is taken back, and done to what is named now.
// Where it was long ago, or what is meant now is only pointed at, it asks.
func (p *parser) meant() bool {
	i, said, hesitates := 0, p.refused && p.s.Fresh, false
	narrows := p.s.Fresh && len(p.toks) > 1 && len(p.toks) < longestMistake && len(p.s.LastActs) > 0 && !p.toks[0].is("verb") && listed("keepsonly", p.toks[0].text) != "" // "only the buttons"
	for i < len(p.toks)-1 && (p.toks[i].isAny("correct", "fill", "no") || narrows && p.toks[i].is("only") || p.toks[i].kind == mark || listed("wrongdone", p.toks[i].text) == "strong") {
		hesitates = hesitates || p.s.Fresh && listed("hesitates", p.toks[i].text) != ""
		said = said || p.toks[i].is("correct") || listed("wrongdone", p.toks[i].text) == "strong" || p.toks[i].is("no") && p.s.Fresh
		i++
	}
	if some(p.toks[i:], "neg") {
		return false // "no, not the notes": that is not what is meant
	}
	if !said && !hesitates && !narrows || i == len(p.toks) || len(p.s.LastActs) == 0 || some(p.toks[i:], "verb", "want") || some(p.toks[i:], "aux") || !p.onlyThings(p.toks[i:]) {
		return false
	}
	c := &clause{p: p, toks: p.toks[i:]}
	if c.find(); len(c.refs) != 1 || c.refs[0].bare() && (c.refs[0].head == "pron" || p.s.Point == nil || !p.s.Point.Given) {
		return false
	}
	set, ok := p.resolve(c.refs[0])
	if narrows && !said {
		if said = ok && !c.refs[0].cell() && !slices.ContainsFunc(set, func(t act.Target) bool { return !p.holdsPart(t) }); !said && !hesitates {
			p.open, p.ask = nil, nil
			c.forget()
			return false
		}
	}
	if parts := p.partsMeant(c.refs[0]); said && len(parts) > 1 && p.s.Fresh && p.stands() {
		p.open, p.ask, p.result.Conf = nil, nil, 0.9
		p.result.Acts = append([]act.Act{takeBack(1)}, p.lastFor(parts)...)
		return true
	}
	if !ok || len(set) != 1 {
		return p.ask != nil || p.open != nil
	}
	var acts []act.Act
	for _, a := range p.s.LastActs {
		if a.Target == set[0] || a.Target.Cell == "" || a.Intent == act.Remove || a.Intent == act.Style {
			c.forget()
			return false
		}
		a.Target = set[0]
		acts = append(acts, a)
	}
	back := takeBack(1)
	already := p.s.LastActs[0].Target == set[0]
	if p.s.Fresh && said && !already && p.stands() && (c.refs[0].cell() || c.refs[0].head == "label" || p.holdsPart(set[0])) {
		p.result.Acts, p.result.Conf = append([]act.Act{back}, acts...), 0.9
		return true
	}
	name := p.s.name(set[0])
	p.result.Ask, p.result.Conf = &Question{Text: "The same for " + name + "? What was done stays until you undo it.", Choices: []Choice{
		{Label: "For " + name + " instead", Acts: append([]act.Act{back}, acts...)}, {Label: "For " + name + " too", Acts: acts}, {Label: "Undo the last change", Acts: []act.Act{back}},
	}}, 0.5
	return true
}
