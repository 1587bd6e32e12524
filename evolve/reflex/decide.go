package reflex

import (
	"reflect"
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// clauses reads the sentence clause by clause and decides.
func (p *parser) clauses() {
	before := p.said
	segments := p.segments()
	if ahead := p.looksFirst(segments); ahead != nil {
		before = ahead
	}
	for i, toks := range segments {
		c := &clause{p: p, toks: toks, before: before}
		c.find()
		if i == 0 && len(segments) > 1 && !(p.opensWithThing(segments[1]) && !some(segments[1], "verb")) && c.introduces() {
			before = c
			continue
		}
		if p.open != nil {
			return
		}
		if i+1 < len(segments) && slices.ContainsFunc(segments[i+1], func(t *token) bool { return t.isAny("dim", "inc", "color", "light", "mult") }) && c.judgedOnly() {
			before = c
			continue
		}
		if i+1 < len(segments) && c.tooThin(segments[i+1]) {
			before = c
			continue
		}
		c.read()
		if p.open != nil {
			return
		}
		c.whither()
		if left := c.left(); len(left) > 0 || c.failed || len(c.drafts) == 0 && !c.done && p.ask == nil {
			p.misses(left)
			if p.ask != nil && known(left) {
				break
			} else if len(left) == 0 && !c.failed {
				p.vague(c)
			} else {
				p.lost(c)
			}
			return
		}
		if p.ask != nil {
			break
		}
		c.bind()
		if p.open != nil {
			return
		}
		if p.ask != nil {
			break
		}
		before = c
	}
	p.sayTheSame()
	if p.ask != nil {
		p.alsoBefore()
		p.result.Ask, p.result.Conf = p.ask, 0.5
		if p.wish != (act.Target{}) {
			p.result.Acts = []act.Act{{Intent: act.Behaviour, Target: p.wish, Args: act.Args{Text: p.sentence}}}
		}
		return
	}
	if len(p.acts) == 0 {
		p.lost(nil)
		return
	}
	if p.conflicting() {
		p.result.Ask, p.result.Conf = &Question{Text: "Those two contradict each other. Which one?"}, 0.5
		return
	}
	if p.confirm {
		p.result.Ask = &Question{Text: "Remove " + p.listed() + "?", Choices: []Choice{{Label: "Yes", Acts: p.acts}, {Label: "No"}}}
		p.result.Conf = 0.5
		return
	}
	p.merge()
	if p.offered() {
		return
	}
	p.result.Acts = p.acts
	p.result.Conf = 1
	for _, t := range p.toks {
		if t.fuzzy {
			p.result.Conf -= 0.1
		}
	}
	if p.why != "" {
		p.result.Conf -= float64(reasonPrice+strangeReason) / 10
		p.note("took for the reason: %s", p.why)
	}
	p.result.Conf = max(0.5, p.result.Conf)
}

// introduces reads "the minus button, …": what the next clauses call it.
func (c *clause) introduces() bool {
	if len(c.refs) != 1 || c.refs[0].head == "pron" || c.refs[0].indef || c.hasVerb() || len(c.left()) > 0 || c.hasAny(proper...) {
		return false
	}
	set, ok := c.p.resolve(c.refs[0])
	c.targets, c.done = set, ok
	return ok
}

// known reports whether the lexicons know all the tokens: then a frame's own question is better than a shrug.
func known(toks []*token) bool {
	for _, t := range toks {
		if t.kind == letters && len(t.senses) == 0 {
			return false
		}
	}
	return true
}

// listed names the targets of the acts that wait for a confirmation.
func (p *parser) listed() string {
	var names []string
	for _, a := range p.acts {
		if a.Intent == act.Remove {
			names = append(names, p.s.name(a.Target))
		}
	}
	if len(names) > 4 {
		return itoa(len(names)) + " things"
	}
	return strings.Join(names, ", ")
}

// rest asks whether to do what was understood of a sentence without the clause that was not; nothing is done by halves.
func (p *parser) rest(c *clause, understood []act.Act) bool {
	if len(understood) == 0 || p.ask != nil || c.toks[0].start == 0 {
		return false
	}
	if what, ok := c.wanted(); ok && what != "" {
		return false
	}
	only := strings.TrimRight(strings.TrimSpace(p.text(0, c.toks[0].start)), ",;")
	for _, word := range []string{" and", " then", " but", " also", " und", " y", " et", " og"} {
		only = strings.TrimSuffix(only, word)
	}
	p.halved = true
	p.result.Ask.Choices = []Choice{{Label: "Only: " + strings.TrimRight(only, ", "), Acts: understood}, {Label: "Nothing"}}
	return true
}

// alsoBefore lets the answers to a question about the end of a sentence do what was said before it too.
func (p *parser) alsoBefore() {
	if len(p.acts) == 0 || p.confirm {
		return
	}
	for i, c := range p.ask.Choices {
		if len(c.Acts) > 0 && !reflect.DeepEqual(c.Acts[:min(len(p.acts), len(c.Acts))], p.acts) {
			p.ask.Choices[i].Acts = append(slices.Clone(p.acts), c.Acts...)
		}
	}
}
