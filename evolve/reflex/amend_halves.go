package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// halves reads what of several changes shall stay and what shall not, by what they did: "keep the red, lose the border",
// "undo that but keep the size". nil, nil: the words say something else.
func (p *parser) halves(toks []*token) (keeps, drops trait) {
	mode := ""
	for _, piece := range pieces(toks) {
		if listed("rest", p.wording(piece)) != "" {
			continue // "the rest": all but what is named
		}
		way, i := keptOrDropped(piece, mode)
		mode = way
		if p.says("rest", piece[i:]) != "" {
			continue
		}
		if i == len(piece) || mode == "" {
			if mode == "drop" && i == len(piece) {
				continue // "undo that", and what of it is said next
			}
			return nil, nil
		}
		for k := i + 1; way == "keep" && k < len(piece); k++ { // "leave the clock how it was"
			if p.says("asitwas", piece[k:]) != "" {
				way, piece = "drop", piece[:k]
				break
			}
		}
		has := p.likeAll(piece[i:])
		if has == nil {
			return nil, nil
		}
		if way == "drop" && p.removesThing(piece[:i], piece[i:]) {
			return nil, nil
		}
		if way == "drop" && i == 0 && !slices.ContainsFunc(p.s.LastActs, has) {
			return nil, nil // "not gold, silver": what shall be instead
		}
		if way == "keep" {
			keeps = either(keeps, has)
		} else {
			drops = either(drops, has)
		}
	}
	return keeps, drops
}

// removesThing reads "close the timer", "get rid of the clock": the thing shall go, whatever was done to it among others.
func (p *parser) removesThing(verb, what []*token) bool {
	if len(verb) == 0 || !verb[len(verb)-1].is("verb", "remove") || verb[len(verb)-1].text != "remove" && listed("drops", verb[len(verb)-1].text) != "" {
		return false
	}
	r, next := (&clause{p: p, toks: what}).np(0)
	return r != nil && r.cell() && next == len(what)
}

// keptOrDropped is whether a piece speaks of what shall stay or of what shall not, and where it says of what. Where it does not
// say, it goes on as the piece before.
func keptOrDropped(piece []*token, before string) (mode string, next int) {
	mode = before
	dropped := false
	for i, t := range piece {
		switch {
		case listed("keepsonly", t.text) != "" && dropped: // "undo just the teal", "don't keep the red"
		case listed("keepsonly", t.text) != "":
			mode = "keep"
		case listed("drops", t.text) != "", t.is("neg"), t.is("undo", "one"), t.is("verb", "remove"):
			mode, dropped = "drop", true
		case t.isAny("fill", "only", "conj", "person"):
		default:
			return mode, i
		}
	}
	return mode, len(piece)
}

// pieces cuts tokens at marks and conjunctions.
func pieces(toks []*token) [][]*token {
	var out [][]*token
	from := 0
	for i := 0; i <= len(toks); i++ {
		if i == len(toks) || toks[i].kind == mark || toks[i].is("conj") {
			if i > from {
				out = append(out, toks[from:i])
			}
			from = i + 1
		}
	}
	return out
}

// likeAll is the trait of being all that the tokens say of a change, nil where they say nothing or something else too.
func (p *parser) likeAll(toks []*token) trait {
	defer p.aside()()
	c := &clause{p: p, toks: toks}
	c.find()
	defer c.forget()
	traits := c.traits()
	if len(traits) == 0 {
		return nil
	}
	for _, t := range toks {
		if !t.used && t.content() && t.trait() == nil {
			return nil
		}
	}
	return func(a act.Act) bool {
		return !slices.ContainsFunc(traits, func(has trait) bool { return !has(a) })
	}
}

func either(one, other trait) trait {
	if one == nil {
		return other
	}
	return func(a act.Act) bool { return one(a) || other(a) }
}
