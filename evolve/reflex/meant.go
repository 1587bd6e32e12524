package reflex

import "cellshell/evolve/act"

// meant reads "sorry, I meant the notes" after something was done: the same for what is named now, if the user says so.
func (p *parser) meant() bool {
	i, said := 0, false
	for i < len(p.toks) && (p.toks[i].isAny("correct", "fill", "no") || p.toks[i].kind == mark) {
		said = said || p.toks[i].is("correct") || p.toks[i].is("no") && p.s.Fresh
		i++
	}
	if !said || i == len(p.toks) || len(p.s.LastActs) == 0 || !p.onlyThings(p.toks[i:]) {
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
		if a.Target.Cell == "" || a.Intent == act.Remove || a.Intent == act.Style {
			return false
		}
		a.Target = set[0]
		acts = append(acts, a)
	}
	name := p.s.name(set[0])
	instead := append([]act.Act{{Intent: act.Undo, Args: act.Args{Count: 1}}}, acts...)
	p.result.Ask, p.result.Conf = &Question{Text: "The same for " + name + "? What was done stays until you undo it.", Choices: []Choice{
		{Label: "For " + name + " instead", Acts: instead}, {Label: "For " + name + " too", Acts: acts}, {Label: "Undo the last change", Acts: []act.Act{{Intent: act.Undo, Args: act.Args{Count: 1}}}},
	}}, 0.5
	return true
}
