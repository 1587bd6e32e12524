package reflex

import (
	"slices"
	"strings"
)

// stretch is what stands between two pauses.
type stretch struct {
	toks     []*token
	from, to int   // bytes of the sentence, without the pause
	pause    pause // what stands before it
	besides  bool  // it is no part of the wish
	muses    bool  // it says nothing, about nothing
}

// pause is what parts a piece from the one before.
type pause byte

const (
	comma    pause = iota // or a dash, or any other mark within a sentence
	turned                // none, but a "but"
	unmarked              // none, but what follows may say why
	reason                // what follows says why
	result                // what follows is the wish that comes of it
	ended                 // a sentence ends
)

// stretches cuts a sentence at its pauses, before what says why, and before the wish that follows from something.
func (p *parser) stretches() []stretch {
	if !pauses(p.sentence) && !p.maySayWhy() {
		return nil
	}
	q := p.tagged()
	var out []stretch
	from, before := 0, comma
	cut := func(to int, by pause) {
		if to > from {
			out = append(out, stretch{toks: q.toks[from:to], from: q.toks[from].start, to: q.toks[to-1].end, pause: before})
			before = comma
		}
		from, before = to, max(before, by)
	}
	for i, t := range q.toks {
		next := t0(q.toks, i+1)
		switch {
		case t.kind == mark && (ends(t) || next != nil && (next.is("aux", "could") || listed("turnsto", next.text) != "")):
			cut(i, ended)
			from = i + 1
		case t.kind == mark:
			cut(i, comma)
			from = i + 1
		case i == 0:
		case dashed(p.text(q.toks[i-1].end, t.start)):
			cut(i, comma)
		case listed("whyword", t.text) == "because":
			cut(i, reason)
		case i > 2 && t.is("conj") && listed("turnsto", t.text) != "":
			cut(i, turned)
		case next != nil && listed("therefore", t.text) != "" && !dashed(p.text(t.end, next.start)) && (q.orderAt(i+1, true) || listed("therefore", t.text) == "so" && q.begins(i+1)):
			cut(i, result)
		case i > from && q.whyAt(i):
			cut(i, unmarked)
		}
	}
	cut(len(q.toks), comma)
	return out
}

// tagged is the sentence with the senses of its words and nothing read yet.
func (p *parser) tagged() *parser {
	q := &parser{world: p.world, sentence: p.sentence}
	q.toks = q.tag(loadLexicon().unbent(contracted(split(p.sentence)), p.names.has))
	return q
}

// whyAt reports whether what begins at token i may say why, though there is no pause before it: "hide it I have a patient", "… so I
// can work".
func (p *parser) whyAt(i int) bool {
	if listed("whyword", p.toks[i].text) == "so" {
		return i+1 < len(p.toks) && (p.leads("whylead", p.toks[i+1:]) || p.leads("whylead", p.toks))
	}
	return p.leads("whysure", p.toks[i:])
}

// maySayWhy reports whether a sentence that was not understood has words that say why without any pause.
func (p *parser) maySayWhy() bool {
	if p.understood() {
		return false
	}
	_, size := findPhrase("whysure", uttered(p.toks))
	return size > 0
}

// pauses reports whether a sentence may have more than one piece.
func pauses(sentence string) bool {
	if strings.ContainsAny(sentence, ",.;:!?()–—…&+，、。！？؟") || strings.Contains(sentence, " - ") {
		return true
	}
	for w := range strings.FieldsSeq(sentence) {
		if w = strings.ToLower(w); listed("whyword", w) != "" || listed("turnsto", w) != "" {
			return true
		}
	}
	return false
}

// merged are pieces without those that no pause parts.
func merged(pieces []stretch) []stretch {
	var out []stretch
	for _, s := range pieces {
		if n := len(out); n > 0 && (s.pause == turned || s.pause == unmarked) {
			last := &out[n-1]
			last.toks, last.to = append(slices.Clip(last.toks), s.toks...), s.to
			continue
		}
		out = append(out, s)
	}
	return out
}

// begins reports whether a thing is named at token i, of which something may be wished: "… so everything needs to be bigger".
func (p *parser) begins(i int) bool {
	return p.toks[i].isAny("gene", "name", "all", "pron") || p.toks[i].is("det", "the") || listed("person", p.toks[i].text) != ""
}

// dashed reports whether what stands between two words is a pause.
func dashed(between string) bool {
	return strings.ContainsAny(between, "–—…") || strings.Contains(between, " - ")
}

// ends reports whether a mark ends a sentence.
func ends(t *token) bool { return t.text == "." || t.text == "!" || t.text == ";" }
