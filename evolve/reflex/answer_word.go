package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// inAWord reads an answer of a word or two: "no", "both", "the second", "Save".
func (p *parser) inAWord(q *Question) (Result, bool) {
	var words []*token
	for _, t := range p.toks {
		if t.kind != mark && !t.is("fill") && !(t.is("det") && !t.is("det", "both", "all", "other")) && !t.is("prep") {
			words = append(words, t)
		}
	}
	if len(words) == 0 || len(words) > 4 {
		return p.chooses(q)
	}
	confirm := len(q.Choices) > 0 && len(q.Choices[0].Acts) > 0 && len(q.Choices) <= 2 && len(q.Choices[len(q.Choices)-1].Acts) == 0
	t := words[0]
	alone := len(words) == 1 || len(words) == 2 && words[1].isAny("kind", "pron", "yes", "no")
	switch {
	case t.is("no") && alone && !p.labelChosen(q, t):
		return Result{Answer: "cancel", Conf: 1, Acts: []act.Act{{Intent: act.Chitchat}}}, true
	case t.is("yes") && alone && confirm && !t.is("side"):
		return chosen(q.Choices[0]), true
	case (t.is("both") || t.is("det", "both") || t.is("all") || t.is("det", "all")) && alone:
		for _, ch := range q.Choices {
			if ch.Label == "Both" || ch.Label == "All" {
				return chosen(ch), true
			}
		}
	case t.is("ord") && alone:
		n := atoi(t.value("ord"))
		if t.is("ord", "-1") {
			n = len(single(q.Choices))
		}
		if list := single(q.Choices); n >= 1 && n <= len(list) {
			return chosen(list[n-1]), true
		}
	case t.counts() && alone:
		if n := int(t.num); n >= 1 && n <= len(q.Choices) {
			return chosen(q.Choices[n-1]), true
		}
	case t.is("side") && alone:
		if ch, ok := bySide(single(q.Choices), t.value("side"), p.s); ok {
			return chosen(ch), true
		}
	case t.is("yes") && alone && confirm:
		return chosen(q.Choices[0]), true
	}
	if r, ok := p.chooses(q); ok {
		return r, true
	}
	if slices.ContainsFunc(words, func(t *token) bool { return t.is("except") || t.is("neg") && t.text != "no" }) {
		return Result{}, false // "not Save" is not Save
	}
	// A word of one label only: "cancel" for Cancel button is no answer to a confirmation.
	var match *Choice
	for i := range q.Choices {
		label := squash(q.Choices[i].Label)
		for _, w := range words {
			if w.kind != letters || len(w.text) < 3 || !strings.Contains(label, squash(w.text)) || strings.Count(q.Choices[i].Label, " ") > 1 {
				continue // a label that is a whole wish is not chosen by a name in it
			}
			if match != nil && match != &q.Choices[i] {
				return Result{}, false
			}
			match = &q.Choices[i]
		}
	}
	if match != nil && len(words) <= 2 && !t.is("verb", "make", "move", "add", "remove") {
		return chosen(*match), true
	}
	return Result{}, false
}

// labelChosen reports whether a "cancel" is the label of something that was asked about: "the cancel one", "cancel button".
func (p *parser) labelChosen(q *Question, t *token) bool {
	if !slices.ContainsFunc(single(q.Choices), func(ch Choice) bool { return squash(ch.Label) == squash(t.text) }) {
		return false
	}
	i := slices.Index(p.toks, t)
	before, next := t0(p.toks, i-1), t0(p.toks, i+1)
	return before != nil && before.is("det", "the") || next != nil && next.is("kind")
}
