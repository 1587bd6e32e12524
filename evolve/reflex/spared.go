package reflex

import "regexp"

// spared leaves out the parts of a sentence that only say what shall stay as it is: "don't touch the counter, …", "…,
// leave the counter alone", "… without changing the counter". A sentence of nothing else is for the guard.
func (p *parser) spared() {
	var kept [][]*token
	left := 0
	from := 0
	for i := 0; i <= len(p.toks); i++ {
		end := i == len(p.toks)
		if !end && !(p.toks[i].kind == mark || p.toks[i].is("conj") && !p.labelAt(i) || p.toks[i].text == "without" && i > from) {
			continue
		}
		piece := p.toks[from:i]
		if p.leaves(piece) || len(kept) == 0 && !end && p.rulesOutOne(piece) && some(p.toks[i:], "verb") {
			if left++; len(kept) == 0 && p.has("pron", "it") {
				p.spoken(piece) // "don't move the counter but make it bigger"
			}
		} else if len(piece) > 0 {
			kept = append(kept, p.toks[from:min(i+1, len(p.toks))])
		}
		if from = i + 1; !end && p.toks[i].text == "without" {
			from = i
		}
	}
	if left == 0 || len(kept) == 0 || len(kept) == 1 && trivial(kept[0]) {
		return
	}
	var toks []*token
	for i, piece := range kept {
		if last := len(piece) - 1; i == len(kept)-1 && last > 0 && (piece[last].kind == mark || piece[last].is("conj") || piece[last].text == "without") {
			piece = piece[:last]
		}
		toks = append(toks, piece...)
	}
	if toks[0].text == "just" || toks[0].is("only") {
		toks = toks[1:]
	}
	p.toks = toks
	p.note("left out what shall stay as it is")
}

// untouched are the verbs of a part that spares, as said.
var untouched = map[string]bool{
	"touch": true, "touching": true, "change": true, "changing": true, "alter": true, "altering": true, "modify": true,
	"mess": true, "move": true, "moving": true, "resize": true, "resizing": true,
}

// leaves reports whether a part of a sentence says of things by their names that they shall stay as they are.
func (p *parser) leaves(toks []*token) bool {
	i := 0
	for i < len(toks) && toks[i].isAny("fill", "person", "conj") {
		i++
	}
	if i+1 >= len(toks) {
		return false
	}
	if allElse.MatchString(joined(split(p.text(toks[i].start, toks[len(toks)-1].end)))) {
		return true
	}
	c := &clause{p: p, toks: toks}
	keeps := toks[i].text == "leave" || toks[i].text == "keep" || toks[i].text == "leaving" || toks[i].text == "keeping"
	switch {
	case keeps:
		i++
	case toks[i].is("neg") && untouched[toks[i+1].text]:
		if i += 2; i < len(toks) && toks[i].text == "with" {
			i++
		}
	default:
		return false
	}
	r, next := c.np(i)
	if r == nil || r.bare() {
		return false
	}
	rest := joined(split(p.text(toks[next-1].end, toks[len(toks)-1].end)))
	return asItIs[rest] || !keeps && (rest == "" || rest == "please")
}

// allElse is what says that nothing but what was said shall change.
var allElse = regexp.MustCompile(`^(nothing else|(dont|do not) (touch|change|move|alter|modify) (anything|everything|the rest|the others|the other cells)( else)?|(leave|keep) (everything else|all else|the rest|the others|the other cells)( (alone|as it is|as they are|as is|be|untouched|unchanged|where it is|where they are|the same))?)( please)?$`)

// asItIs is what follows a thing that shall be left as it is.
var asItIs = map[string]bool{
	"alone": true, "as it is": true, "as they are": true, "as is": true, "be": true, "untouched": true, "unchanged": true,
	"where it is": true, "where they are": true, "the same": true, "like that": true, "how it is": true, "the way it is": true,
	"as it was": true, "in peace": true,
}
