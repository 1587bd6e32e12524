package reflex

// spared leaves out the parts of a sentence that only say what shall stay as it is: "don't touch the counter, …", "…,
// leave the counter alone", "… without changing the counter". A sentence of nothing else is for the guard.
func (p *parser) spared() {
	var kept [][]*token
	left, from, was := 0, 0, 0
	p.stay = nil
	for i := 0; i <= len(p.toks); i++ {
		end := i == len(p.toks)
		if !end && !(p.toks[i].kind == mark || p.toks[i].is("conj") && !p.labelAt(i) || p.toks[i].text == "without" && i > from) {
			continue
		}
		piece := p.toks[from:i]
		if from > 0 && p.toks[from-1].is("conj", "and") && len(p.stay) > was && len(piece) > 0 && p.onlyThings(piece) { // "… but skip the timer and the clock"
			p.stay = append(p.stay, piece)
			was = len(p.stay) - 1
			from = i + 1
			continue
		}
		was = len(p.stay)
		if p.leaves(piece) || p.remains(piece) || p.notThose(piece, kept) || len(kept) == 0 && !end && p.rulesOutOne(piece) && some(p.toks[i:], "verb") {
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
	p.toks = p.sparing(toks)
	p.note("left out what shall stay as it is")
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
	if listed("allelse", p.wording(toks[i:])) != "" {
		return true
	}
	c := &clause{p: p, toks: toks}
	keeps := listed("keeps", toks[i].text) != ""
	switch {
	case keeps:
		i++
	case toks[i].is("neg") && listed("untouched", toks[i+1].text) != "":
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
	rest := p.wording(toks[next:])
	if listed("asitis", rest) == "" && (keeps || rest != "") {
		return false
	}
	p.stay = append(p.stay, toks[r.from:r.to])
	return true
}
