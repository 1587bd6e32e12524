package reflex

import (
	"reflect"
	"slices"

	"cellshell/evolve/act"
)

// one chooses among candidates: the pointed one, the selected one, the last one; else it asks.
func (p *parser) one(among []act.Target, noun string) ([]act.Target, bool) {
	if len(among) == 1 {
		return among, true
	}
	within := func(t act.Target) []act.Target {
		if has(among, t) {
			return []act.Target{t}
		}
		for up := holder(t.Node); up != ""; up = holder(up) { // the pointed label stands in the wanted button
			if o := (act.Target{Cell: t.Cell, Node: up}); has(among, o) {
				return []act.Target{o}
			}
		}
		if o := (act.Target{Cell: t.Cell}); has(among, o) {
			return []act.Target{o}
		}
		return keep(among, func(o act.Target) bool { return o.Cell == t.Cell && t.Cell != "" })
	}
	hints := []act.Target{}
	if p.s.Point != nil && p.s.Point.Cell != "" {
		hints = append(hints, p.s.Point.Target)
	}
	if len(p.s.Selection) == 1 {
		hints = append(hints, p.s.Selection[0])
	}
	if p.s.Last != nil {
		hints = append(hints, *p.s.Last)
	}
	for i, h := range hints {
		if w := within(h); len(w) == 1 {
			if p.s.Last != nil && i == len(hints)-1 {
				return p.guessed(w[0], among, noun), true
			}
			return w, true
		}
	}
	return p.choose(among, noun, false)
}

// choose takes the user's answer to an ambiguity, or leaves it open.
func (p *parser) choose(among []act.Target, noun string, single bool) ([]act.Target, bool) {
	if p.met < len(p.forced) {
		set := p.forced[p.met]
		p.met++
		return set, true
	}
	if p.open == nil {
		p.open = &ambiguity{noun: noun, among: among, single: single, path: p.forced}
	}
	return nil, false
}

// missing asks what to do about a thing that is not there.
func (p *parser) missing(r *ref, noun string) {
	if p.ask != nil {
		return
	}
	if of := p.hidden(r); len(of) == 1 {
		p.unhide(of[0])
		return
	}
	p.ask = &Question{Text: "There is no " + noun + " here."}
	if r.head == "gene" && p.gene(r.value) != nil && !p.removes() {
		p.lacking = r.value
		p.ask.Text += " Shall I add one?"
		p.ask.Choices = []Choice{{Label: "Add it", Acts: []act.Act{{Intent: act.Spawn, Args: act.Args{Gene: r.value}}}}, {Label: "No"}}
	}
}

// removes reports whether the sentence wants something gone.
func (p *parser) removes() bool {
	for _, t := range p.toks {
		if t.is("verb", "remove", "hide") {
			return true
		}
	}
	return false
}

func (p *parser) gene(name string) *Gene {
	for i := range p.s.Genes {
		if p.s.Genes[i].Name == name {
			return &p.s.Genes[i]
		}
	}
	return nil
}

// guessed is what was changed last, of several that a word fits. It is remembered as a guess: others were possible.
func (p *parser) guessed(t act.Target, among []act.Target, noun string) []act.Target {
	if p.instead != nil && has(among, *p.instead) {
		return []act.Target{*p.instead}
	}
	if p.guess == nil {
		p.guess = &ambiguity{noun: noun, among: keep(among, func(o act.Target) bool { return o != t })}
	}
	return []act.Target{t}
}

// Doubt is the confidence below which a wish is done with what else it may have meant.
const Doubt = 0.8

// sure is how sure a sentence is whose target was guessed.
const sure = 0.7

// others lists what else an edit may have been about, as choices that carry their acts; its confidence tells that it was
// a guess.
func (p *parser) others() Result {
	r := p.result
	if p.guess == nil || r.Route() != Do {
		return r
	}
	for i := range p.guess.among {
		if len(r.Others) == maxChoices-1 {
			break
		}
		t := p.guess.among[i]
		sub := (&parser{world: p.world, sentence: p.sentence, instead: &t}).read()
		if sub.open == nil && sub.result.Route() == Do && !reflect.DeepEqual(sub.result.Acts, r.Acts) {
			r.Others = append(r.Others, Choice{Label: p.s.name(t), Acts: sub.result.Acts})
		}
	}
	tellApart(r.Others)
	if len(r.Others) > 0 {
		r.Conf = min(r.Conf, sure)
	}
	return r
}

// doubted lets what was only guessed be taken back as one of the things it may have meant: where words were left out, as talk or
// as the reason for a wish, nothing at all may have been meant.
func (r Result) doubted() Result {
	if r.Route() == Do && r.Conf < Doubt && len(r.Others) < maxChoices {
		r.Others = append(slices.Clone(r.Others), Choice{Label: "Leave it as it was"})
	}
	return r
}
