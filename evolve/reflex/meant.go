package reflex

import "cellshell/evolve/act"

// meant reads "sorry, I meant the notes" after something was done: that is taken back, and done to what is named now.
// Where it was long ago, or what is meant now is only pointed at, it asks.
func (p *parser) meant() bool {
	i, said, hesitates := 0, p.refused && p.s.Fresh, false
	for i < len(p.toks) && (p.toks[i].isAny("correct", "fill", "no") || p.toks[i].kind == mark || listed("wrongdone", p.toks[i].text) == "strong") {
		hesitates = hesitates || p.s.Fresh && listed("hesitates", p.toks[i].text) != ""
		said = said || p.toks[i].is("correct") || listed("wrongdone", p.toks[i].text) == "strong" || p.toks[i].is("no") && p.s.Fresh
		i++
	}
	if !said && !hesitates || i == len(p.toks) || len(p.s.LastActs) == 0 || some(p.toks[i:], "verb", "want") || some(p.toks[i:], "aux") || !p.onlyThings(p.toks[i:]) {
		return false
	}
	c := &clause{p: p, toks: p.toks[i:]}
	if c.find(); len(c.refs) != 1 || c.refs[0].bare() && (c.refs[0].head == "pron" || p.s.Point == nil || !p.s.Point.Given) {
		return false
	}
	set, ok := p.resolve(c.refs[0])
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
	if p.s.Fresh && said && !already && p.stands() && (c.refs[0].cell() || c.refs[0].head == "label") {
		p.result.Acts, p.result.Conf = append([]act.Act{back}, acts...), 0.9
		return true
	}
	name := p.s.name(set[0])
	p.result.Ask, p.result.Conf = &Question{Text: "The same for " + name + "? What was done stays until you undo it.", Choices: []Choice{
		{Label: "For " + name + " instead", Acts: append([]act.Act{back}, acts...)}, {Label: "For " + name + " too", Acts: acts}, {Label: "Undo the last change", Acts: []act.Act{back}},
	}}, 0.5
	return true
}
