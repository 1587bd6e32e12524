package reflex

import "cellshell/evolve/act"

// onlyAdd asks whether a built-in shall be added as far as was understood, where the sentence says more of it than that: it
// is never denied that there is one. A model is told the whole wish.
func (p *parser) onlyAdd(c *clause, understood []act.Act) bool {
	var spawns []act.Act
	for _, a := range understood {
		if a.Intent == act.Spawn {
			spawns = append(spawns, a)
		}
	}
	for _, d := range c.drafts {
		if d.Intent == act.Spawn {
			d.Args.Color, d.Args.Factor = "", 0 // they may be about what was not understood, and are not told
			spawns = append(spawns, d.Act)
		}
	}
	if len(spawns) == 0 {
		for _, r := range c.refs {
			if r.head == "gene" && p.gene(r.value) != nil && !c.relative(r) && !c.compared(r) && !c.prepBefore(r) {
				spawns = append(spawns, act.Act{Intent: act.Spawn, Args: act.Args{Gene: r.value}})
				break
			}
		}
	}
	if len(spawns) == 0 {
		return false
	}
	p.result.Acts = []act.Act{{Intent: act.Behaviour, Args: act.Args{Text: p.sentence, Part: "new"}}}
	for _, t := range c.toks {
		if t.is("kind") && !t.is("gene") { // "with a big red stop button": that is new code, and the plain cell no answer
			p.result.Lost, p.result.Ask = false, &Question{Text: "I can " + p.s.would(spawns) + ", but not all of that."}
			return true
		}
	}
	text := "I did not understand all of that."
	if strange := p.strangers(); len(strange) > 0 {
		text = "I do not know " + quotes(strange) + "."
	}
	p.result.Ask = &Question{
		Text:    text + " Shall I " + p.s.would(spawns) + " all the same?",
		Choices: []Choice{{Label: "Yes", Acts: spawns}, {Label: "No"}},
	}
	return true
}
