package reflex

import "cellshell/evolve/act"

// byOwner finds the choice in "the timer's" and "the one in the counter": of things that are called alike, that of a cell. Nothing
// else may be said, and only one of the choices may be there.
func byOwner(choices []Choice, p *parser) (Choice, bool) {
	toks := p.owners(append([]*token{}, p.toks...))
	c := &clause{p: &parser{world: p.world, sentence: p.sentence, toks: toks}, toks: toks}
	defer c.forget()
	var owner act.Target
	for i := 0; i < len(toks); {
		t := toks[i]
		if r, next := c.np(i); r != nil && (r.cell() || r.in != nil && r.in.cell() && r.head == "kind" && r.value == "any") {
			if r.in != nil {
				r = r.in
			}
			set, ok := c.p.tried(r)
			if r.indef || !ok || len(set) != 1 || set[0].Node != "" || owner.Cell != "" {
				return Choice{}, false
			}
			owner, i = set[0], next
			continue
		}
		if t.kind != mark && !t.isAny("det", "prep", "fill", "owner") && !t.is("kind", "any") && t.content() {
			return Choice{}, false
		}
		i++
	}
	var found []Choice
	for _, ch := range choices {
		if of := sole(ch.Acts); owner.Cell != "" && of.Cell == owner.Cell && of.Node != "" {
			found = append(found, ch)
		}
	}
	if len(found) != 1 {
		return Choice{}, false
	}
	return found[0], true
}

// sole is the one thing that all acts are about, empty where there is none.
func sole(acts []act.Act) act.Target {
	var of act.Target
	for _, a := range acts {
		if of != (act.Target{}) && a.Target != of {
			return act.Target{}
		}
		of = a.Target
	}
	return of
}
