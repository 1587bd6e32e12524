package reflex

import "strings"

// colorPhrases makes one colour of the words that describe it: "a very pale warm grey", "green like a frog", "as red as a
// tomato", "the colour of honey", "a dark background".
func (p *parser) colorPhrases() {
	for i := 0; i < len(p.toks); i++ {
		if t := p.toks[i]; t.is("part", "color") && p.colorOf(i) || t.is("shade") && p.ground(i) {
			continue
		}
		t := p.toks[i]
		if color := p.thingAs(i); color != "" {
			p.fold(i, i+1, color)
			i, _ = p.described(i, color)
			continue
		}
		if !t.is("color") || t.is("fill") {
			continue
		}
		color := t.value("color")
		color, to := p.likened(i, color)
		from, color := p.described(i, color)
		if from < i || to > i+1 {
			p.fold(from, to, color)
			i = from
		}
	}
}

// fold puts one colour in place of the tokens from one to before another.
func (p *parser) fold(from, to int, color string) {
	one := *p.toks[from]
	one.kind, one.senses = letters, []sense{{class: "color", value: color, lang: "en"}}
	one.end = p.toks[to-1].end
	one.text = joined(split(p.text(one.start, one.end)))
	p.toks = append(append(p.toks[:from:from], &one), p.toks[to:]...)
}

// described takes the words before the colour at i that make it another: it returns where they begin, and what comes of it.
// The words nearest to the colour count first.
func (p *parser) described(i int, color string) (int, string) {
	from := i
	for from > 0 {
		t, cast := p.toks[from-1], ""
		switch {
		case t.kind != letters || t.foreign("shade"):
		case t.is("cast"):
			cast = t.value("cast")
		case t.is("shade"):
			cast = t.value("shade")
		}
		if cast == "" {
			break
		}
		from--
		times := 1
		for from > 0 && p.toks[from-1].is("deg") && !p.toks[from-1].is("dim") {
			from--
			if p.toks[from].is("deg", "very", "2", "full") {
				times++
			}
		}
		if far := t0(p.toks, from-1); far != nil && far.is("inc", "more") && far.text == "more" {
			from--
		}
		for range times {
			color = tinged(color, cast)
		}
	}
	return p.praised(from), color
}

// praised is where a colour begins at token i with what only praises it: "a more friendly sort of orange", "our brand
// colour #0b7285".
func (p *parser) praised(i int) int {
	j := i
	for j > 0 && (p.toks[j-1].is("part", "color") || p.toks[j-1].is("prep", "of") || listed("sortof", p.toks[j-1].text) != "") {
		j--
	}
	if j == 0 || !p.toks[j-1].is("plain") || p.toks[j-1].is("plain", "plain") && p.toks[j-1].isAny("shape", "wallstyle") {
		return i
	}
	for j > 0 && p.toks[j-1].is("plain") {
		j--
	}
	if before := t0(p.toks, j-1); before != nil && before.is("inc", "more") && before.text == "more" {
		j--
	}
	return j
}

// likened reads what is said to have the colour at i, "like a frog", "as … as a fire engine", and returns the colour that
// has and where the next word is. A thing that nobody here has seen leaves the colour as it is.
func (p *parser) likened(i int, color string) (string, int) {
	as := t0(p.toks, i+1)
	if as == nil || !as.is("prep", "as") && listed("likened", as.text) == "" {
		return color, i + 1
	}
	of, end := p.thing(i+2, as.is("fill"))
	switch {
	case of != "":
		if _, named := hues[color]; alike(of, color, 40) && !(named && alike(of, color, 15)) {
			color = of // else the theme has a better one
		}
	case end == i+2:
		return color, i + 1
	}
	if before := t0(p.toks, i-1); before != nil && before.is("prep", "as") {
		before.senses = []sense{{class: "fill", value: "fill", lang: "en"}}
	}
	return color, end
}

// thing reads a thing everybody knows the colour of, with its article, from token i, and returns that colour with where the
// next word is. For one that nobody knows at the end of a clause, "a wombat", there is no colour; else it returns i.
func (p *parser) thing(i int, article bool) (string, int) {
	from := i
	for t := t0(p.toks, i); t != nil && t.is("det", "a", "the", "my"); t = t0(p.toks, i) {
		i++
	}
	for n := 3; n > 0; n-- {
		if i+n > len(p.toks) {
			continue
		}
		if of := listed("thing", joined(split(p.text(p.toks[i].start, p.toks[i+n-1].end)))); of != "" {
			return of, i + n
		}
	}
	end := i
	for end < len(p.toks) && end < i+3 && p.toks[end].kind == letters && len(p.toks[end].senses) == 0 && !strings.HasPrefix(p.toks[end].text, "\x00") {
		end++
	}
	if end == i || i == from && !article || end < len(p.toks) && p.toks[end].kind != mark && !p.toks[end].isAny("conj", "fill") {
		return "", from
	}
	return "", end
}

// colorOf reads "the colour of honey" and "honey coloured" at its word for colour.
func (p *parser) colorOf(i int) bool {
	if of := t0(p.toks, i+1); of != nil && (of.is("prep", "of", "as") || listed("likened", of.text) != "") {
		if color, end := p.thing(i+2, of.is("fill")); color != "" {
			p.fold(i, end, color)
			return true
		}
	}
	if i == 0 || p.toks[i-1].kind != letters {
		return false
	}
	color := listed("thing", p.toks[i-1].text)
	if color != "" {
		p.fold(i-1, i+1, color)
	}
	return color != ""
}

// grounds are what "dark" and "light" mean of a background.
var grounds = map[string]string{"dark": "#20242c", "light": "#f4f5f7"}

// ground reads "a dark background" at its shade, where that is a thing's and not the desktop's.
func (p *parser) ground(i int) bool {
	next := t0(p.toks, i+1)
	if next == nil || !next.is("part", "background") || p.toks[i].foreign("shade") || p.has("themeword") {
		return false
	}
	if !p.has("desk") && !p.has("gene") && !p.has("name") && !p.has("pron") && !p.has("kind") && !p.has("det", "this", "that") {
		return false
	}
	from, shade := i, p.toks[i].value("shade")
	color := grounds[shade]
	if i > 0 && p.toks[i-1].is("deg") {
		from--
		color = tinged(color, shade)
	}
	p.fold(from, i+1, color)
	return true
}
