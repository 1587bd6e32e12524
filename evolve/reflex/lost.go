package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// misses keeps the tokens that no frame took; those that touch are one, as a word of a script without spaces is.
func (p *parser) misses(left []*token) {
	for _, t := range left {
		p.odd = append(p.odd, t)
		if p.ask != nil && len(t.senses) > 0 {
			continue
		}
		if n := len(p.result.Unknown); n > 0 && t.start > 0 && wide(firstRune(t.text)) && strings.HasSuffix(p.sentence[:t.start], p.result.Unknown[n-1]) {
			p.result.Unknown[n-1] += p.text(t.start, t.end)
			continue
		}
		p.result.Unknown = append(p.result.Unknown, p.text(t.start, t.end))
	}
}

// lost gives up on the sentence: to the model if it is about something here, else with a question.
func (p *parser) lost(c *clause) {
	understood := p.acts
	p.acts, p.gaveUp = nil, true
	p.result.Lost = true
	p.result.Ask, p.result.Conf = p.puzzled(c), 0.3
	if p.ask != nil {
		p.result.Ask = p.ask
	}
	if c == nil || c.before != nil && p.rest(c, understood) {
		return
	}
	if t, ok := c.about(); ok {
		p.result.Acts = []act.Act{{Intent: act.Behaviour, Target: t, Args: act.Args{Text: p.sentence}}}
		p.which = p.whichTrait(t)
	}
	if what, ok := c.wanted(); ok && !c.belongs() {
		p.result.Unknown = compact(p.result.Unknown)
		if p.onlyAdd(c, understood) {
			return
		}
		p.result.Acts = []act.Act{{Intent: act.Behaviour, Args: act.Args{Text: p.sentence, Part: "new"}}}
		p.result.Lost = false
		if p.result.Ask = p.closest(what); beyond(p.result.Unknown, what) && p.gene(listed("nearly", fold(what))) == nil {
			p.result.Ask = &Question{Text: "I have no " + what + "."}
		}
	}
}

// puzzled asks for what is missing, and names only words that mean nothing anywhere: one that is known elsewhere was not at
// fault.
func (p *parser) puzzled(c *clause) *Question {
	what := ""
	if c != nil {
		if t, ok := c.about(); ok {
			what = p.s.name(t)
		}
	}
	strange := p.strangers()
	switch {
	case len(strange) > 0 && what != "":
		return &Question{Text: "I do not know " + quotes(strange) + ". What shall be different about " + what + "?"}
	case len(strange) > 0:
		return &Question{Text: "I do not know " + quotes(strange) + ". Which thing do you mean, and what shall be different?"}
	case what != "":
		return &Question{Text: "I see that it is about " + what + ", but not what shall be different. Say it in other words?"}
	}
	return &Question{Text: "I know these words, but not what they ask for together. Name a thing and what it shall be: “make the clock bigger”."}
}

// strangers are the words that no lexicon has, as typed, without those that only hold others together.
func (p *parser) strangers() []string {
	var out []string
	end := -1
	for _, t := range p.odd {
		if t.kind != letters || len(t.senses) > 0 || listed("joint", t.text) != "" {
			continue
		}
		if n := len(out); n > 0 && t.start == end && wide(firstRune(t.text)) {
			out[n-1] += p.text(t.start, t.end)
		} else {
			out = append(out, p.text(t.start, t.end))
		}
		end = t.end
	}
	return compact(out)
}

// quotes puts words in quotes, three at most.
func quotes(words []string) string {
	return "“" + strings.Join(words[:min(len(words), 3)], "”, “") + "”"
}

// vague asks what to do: every word is known, but nothing is said.
func (p *parser) vague(c *clause) {
	q := &Question{Text: "What shall be different? Name a thing and what it shall be: “make the clock bigger”."}
	if len(c.refs) == 1 && c.refs[0].head == "gene" && len(c.living(c.refs[0])) == 0 && p.gene(c.refs[0].value) != nil {
		p.missing(c.refs[0], c.refs[0].value)
		q = p.ask
	} else if t, ok := c.about(); ok {
		q = p.whatAbout(t)
		p.which = p.whichTrait(t)
	}
	p.result.Ask, p.result.Conf, p.unsaid = q, 0.3, true
}

// whatAbout asks what shall be done to a thing that was named and nothing more.
func (p *parser) whatAbout(t act.Target) *Question {
	q := &Question{Text: "What shall be different about " + p.s.name(t) + "?"}
	offer := func(label string, i act.Intent, g act.Args) {
		q.Choices = append(q.Choices, Choice{Label: label, Acts: []act.Act{{Intent: i, Target: t, Args: g}}})
	}
	if t.Cell == "" {
		return q
	}
	offer("Bigger", act.Resize, act.Args{Factor: 1.5})
	offer("Smaller", act.Resize, act.Args{Factor: 1 / 1.5})
	if c := p.s.cell(t.Cell); c != nil && c.Kind != "panel" && t.Node == "" {
		offer("In front of the others", act.Raise, act.Args{Part: "front"})
	}
	offer("Remove it", act.Remove, act.Args{})
	return q
}
