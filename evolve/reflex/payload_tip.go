package reflex

import "strings"

// tips finds the text of a tooltip, "add a tooltip to save saying it keeps your work", "when I hover over cancel show 'goes
// back'", and sets it aside, so that a frame finds the tooltip, the text and the thing. What shall happen when the pointer
// rests on something, but shows nothing, stays as it was said.
func (p *parser) tips() bool {
	if p.has("tip") || p.has("room") || p.has("linespaced") {
		p.ofLabels()
	}
	i := -1
	for k, t := range p.toks {
		if t.is("tip") && t.kind != quoted {
			i = k
			break
		}
	}
	if i < 0 || p.toks[0].is("q") || asks(p.toks) {
		return false
	}
	for k, t := range p.toks { // "on cancel that says …": nothing is called off
		if name, ok := strings.CutSuffix(t.text, " that"); ok && k+1 < len(p.toks) && listed("tipleads", p.toks[k+1].text) != "" {
			if one := p.tag(split(name)); len(one) == 1 {
				one[0].start, one[0].end = t.start, t.start+len(name)
				p.toks[k] = one[0]
			}
		}
	}
	if p.toks[i].is("tip", "hover") {
		return p.hoverTip(i)
	}
	return p.nounTip(i)
}

// ofLabels takes for a label what has a tooltip or letters and is a verb elsewhere: "a tooltip to reset", "when I hover over reset".
func (p *parser) ofLabels() {
	for k, t := range p.toks[1:] {
		if before := p.toks[k]; !before.is("prep") && !before.is("tip", "hover") || t.isAny("name", "gene", "tip") || t.counts() || t.kind != letters {
			continue
		}
		if words := split(t.text); len(words) > 0 {
			if _, n := p.labels.longest(words); n == len(words) {
				t.senses = nil
			}
		}
	}
}

// nounTip reads "a tooltip … saying …", "its tooltip: …", "change the tooltip of save to …". Without a text it takes the word alone.
func (p *parser) nounTip(i int) bool {
	if q := p.onlyQuoted(); q >= 0 {
		p.tipped(p.before(p.leadBefore(q), q), p.toks[q].text, q, p.toks[q+1:])
		return true
	}
	lead := p.tipLead(i)
	if lead < 0 || lead+1 >= len(p.toks) {
		return false
	}
	from := p.afterLead(lead + 1)
	to := p.tipTarget(i, lead, from)
	if from >= to {
		return false
	}
	p.tipped(p.before(p.leadBefore(lead), lead), p.tipText(from, to), from, p.toks[to:])
	return true
}

// tipLead is the place of the word or mark that the text follows, -1 without one.
func (p *parser) tipLead(i int) int {
	for _, leads := range []func(k int) bool{
		func(k int) bool { return p.toks[k].kind == mark && p.toks[k].text == ":" },
		func(k int) bool { return listed("tipleads", p.toks[k].text) != "" },
		func(k int) bool { return p.becomesTip(i, k) },
	} {
		for k := i + 1; k+1 < len(p.toks); k++ {
			if leads(k) {
				return k
			}
		}
	}
	return -1
}

// hoverTip reads "when I hover over cancel show …" and "show … when I hover over cancel".
func (p *parser) hoverTip(i int) bool {
	q := p.onlyQuoted()
	for k, t := range p.toks {
		if k == i || listed("tipleads", t.text) == "" || p.labelAt(k) || q >= 0 && (k > q || q > i && k < i) {
			continue
		}
		if q > k { // the last one before the text
			if next := t0(p.toks, k+1); next != nil && k+1 < q && listed("tipleads", next.text) != "" {
				continue
			}
		}
		from := p.afterLead(k + 1)
		to := len(p.toks)
		if k < i {
			to = i
		}
		if q >= 0 {
			from, to = q, q+1
		}
		if from >= to {
			continue
		}
		p.toks[i].senses = []sense{{class: "fill", value: "fill", lang: "en"}}
		head, tail := p.before(p.leadBefore(k), k), p.toks[to:]
		if len(tail) > 0 && tail[0].text == "," {
			tail = tail[1:]
		}
		p.tipped(head, p.tipText(from, to), from, tail)
		return true
	}
	return false
}

// tipped puts a tooltip and its text between what is said before and behind them.
func (p *parser) tipped(head []*token, text string, at int, tail []*token) {
	start := p.toks[at]
	said := &token{kind: quoted, text: text, start: start.start, end: start.end}
	word := &token{kind: letters, text: "tooltip", start: start.start, end: start.start, senses: []sense{{class: "tip", value: "text", lang: "en"}}}
	p.toks = append(append(append([]*token{}, head...), word, said), tail...)
	p.note("%q is the text of a tooltip", text)
}

// onlyQuoted is the place of the one text in quotes, -1 without one.
func (p *parser) onlyQuoted() int {
	at := -1
	for k, t := range p.toks {
		if t.kind == quoted {
			if at >= 0 {
				return -1
			}
			at = k
		}
	}
	return at
}

// before is what stands before the words that lead to the text; lead is the last of them.
func (p *parser) before(from, lead int) []*token { return p.toks[:min(from, lead)] }

// leadBefore is where the words begin that lead to the one at k: "it should say", "that says", "with the text".
func (p *parser) leadBefore(k int) int {
	for k > 0 {
		t := p.toks[k-1]
		if !(listed("tipleads", t.text) != "" || listed("tipwords", t.text) != "" || t.kind == mark || t.isAny("aux", "be") || t.is("pron") || t.is("conj") || t.is("prep", "with", "to", "as") ||
			t.is("det", "that", "the", "this") && k-1 > 0 && !p.toks[k-1].is("gene") || t.text == "which" || t.text == "that" || t.is("verb", "make", "want") && t.text != "change" && t.text != "set" && t.text != "give") || p.labelAt(k-1) {
			break
		}
		k--
	}
	return k
}

// afterLead is where the text begins behind the words that lead to it: "show the text …", "say: …".
func (p *parser) afterLead(k int) int {
	for k < len(p.toks) {
		t := p.toks[k]
		next := t0(p.toks, k+1)
		switch {
		case t.kind == mark, t.is("tip", "noun"):
			k++
		case t.is("det") && next != nil && (listed("tipwords", next.text) != "" || next.is("tip", "noun")):
			k += 2
		case listed("tipleads", t.text) != "" && next != nil && k > 0 && listed("tipleads", p.toks[k-1].text) != "":
			k++ // "a tooltip with the text saying …"
		default:
			return k
		}
	}
	return k
}

// becomesTip reports whether the token at k leads to what a tooltip shall say: "the tooltip of save should be …", "change it to …".
func (p *parser) becomesTip(i, k int) bool {
	t, next := p.toks[k], t0(p.toks, k+1)
	if next == nil {
		return false
	}
	if t.is("aux", "should") && (t.text == "should be" || next.is("be")) {
		return true
	}
	if !t.is("prep", "to", "as") {
		return false
	}
	for _, v := range p.toks[:i] {
		if v.is("verb", "make", "rename") && !v.is("verb", "give") || v.is("part") {
			return true
		}
	}
	return false
}

// tipTarget is where the text ends: before the thing that is named last, "add a tooltip saying hi to save", where none is named
// before it.
func (p *parser) tipTarget(i, lead, from int) int {
	c := &clause{p: p, toks: p.toks}
	for k := range p.toks[:lead] {
		if r, _ := c.np(k); r != nil && k != i {
			return len(p.toks)
		}
	}
	for k := len(p.toks) - 2; k > from; k-- {
		if !p.toks[k].is("prep", "to", "on", "for", "in") {
			continue
		}
		if r, next := c.np(k + 1); r != nil && (next == len(p.toks) || next == len(p.toks)-1 && p.toks[next].kind == mark) {
			return k
		}
	}
	return len(p.toks)
}

// tipText is what tokens say, as typed.
func (p *parser) tipText(from, to int) string {
	if to == from+1 && p.toks[from].kind == quoted {
		return p.toks[from].text
	}
	end := len(p.sentence)
	if to < len(p.toks) {
		end = p.toks[to].start
	}
	return trimPayload(p.text(p.toks[from].start, end))
}
