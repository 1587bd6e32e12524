package reflex

import (
	"cellshell/evolve/act"
)

// behaviour hands a wish that needs new code to the model.
func (p *parser) behaviour(t *token) {
	p.note("%q needs new code", p.text(t.start, t.end))
	c := &clause{p: p, toks: p.toks}
	c.find()
	adds := c.verb("add", "want") != nil
	if adds && len(c.refs) > 0 && c.refs[0].indef {
		c.refs = c.owners()
	}
	target, ok := c.about()
	if !ok && t.is("beh", "pace") && p.s.Point != nil {
		target, ok = p.s.Point.Target, p.s.Point.Cell != ""
	}
	switch {
	case ok && t.is("beh", "pace"):
		p.result.Ask, p.result.Conf = &Question{Text: "The pace of what: how often " + p.s.name(target) + " counts, or how it moves? Say it in a few more words."}, 0.5 // nothing has one speed
	case ok:
		p.wished(target)
	case p.has("beh", "when") && p.s.Point != nil && p.s.Point.Given && p.s.Point.Cell != "":
		p.wished(p.s.Point.Target) // "on click: open the calculator", and there is none yet
	case c.unclear():
	case adds:
		p.wished(act.Target{})
	default:
		p.unplaced()
	}
}

// wished hands the sentence to the model, about a target; about none it is a new cell.
func (p *parser) wished(target act.Target) {
	p.result.Acts, p.result.Conf = []act.Act{p.wishFor(target)}, 0.6
	p.result.Ask = &Question{Text: "That needs new code, which takes a language model."}
}

func (p *parser) wishFor(target act.Target) act.Act {
	a := act.Act{Intent: act.Behaviour, Target: target, Args: act.Args{Text: p.sentence}}
	if target == (act.Target{}) {
		a.Args.Part = "new"
	}
	return a
}

// unclear leaves a reference open that several things fit, or says that there is no such thing.
func (c *clause) unclear() bool {
	for _, r := range c.refs {
		if r.indef {
			continue
		}
		if _, ok := c.p.resolve(r); !ok && (c.p.open != nil || c.p.ask != nil) {
			c.p.result.Ask, c.p.result.Conf = c.p.ask, 0.5
			return true
		}
	}
	return false
}

// unplaced is a wish that names nothing: for the given or selected thing, else the user is asked.
func (p *parser) unplaced() {
	s := p.s
	switch {
	case s.Point != nil && s.Point.Given && s.Point.Cell != "":
		p.wished(s.Point.Target)
		return
	case len(s.Selection) > 0:
		p.wished(s.Selection[0])
		return
	}
	var near []act.Target
	if s.Point != nil && s.Point.Cell != "" {
		near = append(near, s.Point.Target)
	}
	if s.Last != nil && !has(near, *s.Last) {
		near = append(near, *s.Last)
	}
	if len(near) == 0 {
		p.wished(act.Target{})
		return
	}
	q := &Question{Text: "Where shall that be?"}
	for _, t := range near {
		q.Choices = append(q.Choices, Choice{Label: s.name(t), Acts: []act.Act{p.wishFor(t)}})
	}
	q.Choices = append(q.Choices, Choice{Label: "In something new", Acts: []act.Act{p.wishFor(act.Target{})}})
	p.result.Ask, p.result.Conf = q, 0.5
}

// owners are the references to what something is added to: "to the clock".
func (c *clause) owners() []*ref {
	var out []*ref
	for _, r := range c.refs {
		if t := t0(c.toks, r.from-1); t != nil && t.is("prep", "to", "in", "on") {
			out = append(out, r)
		}
	}
	return out
}

// belongs wishes for what goes into a thing that is here, "add a stop button to the clock", and reports whether there is one.
func (c *clause) belongs() bool {
	of := c.owners()
	if len(of) != 1 {
		return false
	}
	set, ok := c.p.resolve(of[0])
	if !ok || len(set) != 1 {
		return false
	}
	c.p.wished(set[0])
	return true
}
