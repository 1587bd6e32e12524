package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// Deed is an earlier change that still holds.
type Deed struct {
	Number   int
	Sentence string
	Acts     []act.Act
	ByHand   bool       // not by a sentence
	Target   act.Target // what it was about: of a new cell, that cell
}

// MostDeeds is how many earlier changes one is looked for among.
const MostDeeds = 30

// described reads which change shall be taken back by what it did: "undo the red", "revert just the corners of Cancel".
func (c *clause) described() bool {
	partly := someListed(c.toks, "partly")
	many := c.manyBack()
	done, like, ok := c.likeSo(partly)
	if !ok {
		return false
	}
	last := orUndo("No")
	switch {
	case like != nil && many > len(done) && len(done) > 0:
		c.p.ask = &Question{Text: "I find only " + strings.ToLower(plural(len(done), "change")) + " like that which still holds. Take back so much?", Choices: []Choice{{Label: "Yes", Acts: undoAll(done)}, {Label: "No"}}}
	case like != nil && many > 1 && len(done) > 0:
		for _, a := range undoAll(done[:many]) {
			c.add(a, desktop)
		}
	case like == nil:
		c.p.ask = &Question{Text: "What one sentence did is taken back as a whole. Undo the last change?", Choices: last}
	case len(done) == 0:
		c.p.ask = &Question{Text: "No change that still holds was like that. Undo the last one instead?", Choices: last}
	case slices.ContainsFunc(done[0].Acts, func(a act.Act) bool { return !like(a) }):
		c.p.ask = done[0].whole()
	default:
		c.add(done[0].undo(), desktop)
	}
	return true
}

// allDescribed asks whether all changes that were like this shall be taken back: "undo everything I did to the clock".
func (c *clause) allDescribed() bool {
	done, _, ok := c.likeSo(false)
	if !ok {
		return false
	}
	if len(done) == 0 {
		c.p.ask = &Question{Text: "No change that still holds was like that."}
		return true
	}
	acts := undoAll(done)
	if len(acts) == 1 && some(c.toks, "only") { // "forget what I did to the corners"
		c.add(acts[0], desktop)
		return true
	}
	c.p.ask = &Question{
		Text:    "Take back what was like that? " + plural(len(acts), "change") + ", all else stays.",
		Choices: []Choice{{Label: "Yes", Acts: acts}, {Label: "No"}},
	}
	return true
}

// likeSo finds the earlier changes that were as the clause says, newest first, with what one of their acts must be like. It
// takes the whole clause. ok is false when the clause says nothing of them; vague, it may say nothing, and like is nil then.
func (c *clause) likeSo(vague bool) (done []Deed, like trait, ok bool) {
	if c.p.s.Deeds == nil {
		return nil, nil, false
	}
	traits := c.traits()
	if len(traits) == 0 && !vague {
		return nil, nil, false
	}
	if it := c.p.topicOf(c); it != nil && len(traits) > 0 {
		traits = append(traits, it)
	}
	c.takeAll()
	if len(traits) == 0 {
		return nil, nil, true
	}
	like = together(traits)
	for _, d := range c.p.s.Deeds() {
		if slices.ContainsFunc(d.Acts, like) {
			done = append(done, d)
		}
	}
	return done, like, true
}

// manyBack is how many changes a clause wants taken back, "my last two changes to the clock"; 0 where it does not say.
func (c *clause) manyBack() int {
	for i, t := range c.toks {
		if next := t0(c.toks, i+1); t.counts() && t.num >= 2 && t.num <= 20 && next != nil && next.is("undo", "words") {
			return int(t.num)
		}
	}
	return 0
}

// undoAll takes each of some changes back.
func undoAll(of []Deed) []act.Act {
	acts := make([]act.Act, 0, len(of))
	for _, d := range of {
		acts = append(acts, d.undo())
	}
	return acts
}

// undo is the act that takes a change back.
func (d Deed) undo() act.Act { return act.Act{Intent: act.Undo, Args: act.Args{Number: d.Number}} }

// whole asks whether all of a change shall be taken back, where only part of it is meant.
func (d Deed) whole() *Question {
	return &Question{
		Text:    "That was done together with more: “" + d.Sentence + "”. Take all of it back?",
		Choices: []Choice{{Label: "Yes", Acts: []act.Act{d.undo()}}, {Label: "No"}},
	}
}

// takeBack is the act that takes the last so many changes back.
func takeBack(changes int) act.Act {
	return act.Act{Intent: act.Undo, Args: act.Args{Count: changes}}
}

// orUndo are the answers to a question that offers to take the last change back.
func orUndo(no string) []Choice {
	return []Choice{{Label: "Undo the last change", Acts: []act.Act{takeBack(1)}}, {Label: no}}
}
