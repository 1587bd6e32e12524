package reflex

import "math"

// sizesUp reads how many sizes bigger letters shall be, "up two sizes", "a size smaller": each is a little.
func (p *parser) sizesUp() {
	for i, t := range p.toks {
		if listed("sizes", t.text) == "" || i == 0 {
			continue
		}
		from, to := i-1, i+1
		n, way := 1.0, 0.0
		if p.toks[from].counts() {
			n = p.toks[from].num
		} else if !p.toks[from].is("det", "a") {
			continue
		}
		if next := t0(p.toks, to); next != nil {
			if way = stepsTo(next); way != 0 {
				to++
			}
		}
		if before := t0(p.toks, from-1); way == 0 && before != nil {
			if way = stepsTo(before); way != 0 {
				from--
			}
		}
		if way == 0 || n < 1 || n > 5 {
			continue
		}
		dim := "bigger"
		if way < 0 {
			dim = "smaller"
		}
		a, z := p.toks[from].start, p.toks[to-1].end
		two := []*token{
			{kind: letters, text: "a bit", start: a, end: z, senses: []sense{{class: "deg", value: ftoa(round(math.Pow(1.15, n))), lang: "en"}}},
			{kind: letters, text: dim, start: a, end: z, senses: []sense{{class: "dim", value: dim, lang: "en"}}},
		}
		p.toks = append(append(p.toks[:from:from], two...), p.toks[to:]...)
		return
	}
}

// stepsTo is the way a size goes, up or down, 0 for any other word.
func stepsTo(t *token) float64 {
	switch {
	case t.is("dir", "up"), t.is("dim", "bigger"):
		return 1
	case t.is("dir", "down"), t.is("dim", "smaller"):
		return -1
	}
	return 0
}
