package reflex

// numerals joins number words that make one number: "three hundred and fifty", "seventy five", "one fifty", "point four".
func numerals(toks []*token) []*token {
	out := toks[:0:0]
	for i := 0; i < len(toks); i++ {
		toks = byHundreds(toks, i)
		t := toks[i]
		heardNumber(toks, i)
		heardTo(toks, i)
		if v, n := numeral(toks[i:]); n > 1 {
			t = &token{kind: letters, text: t.text, num: v, start: t.start, end: toks[i+n-1].end, senses: []sense{{class: "num", value: ftoa(v), lang: "en"}}}
			i += n - 1
		}
		out = append(out, t)
	}
	return out
}

// numeral reads the number at the head of toks and returns how many tokens it takes.
func numeral(toks []*token) (v float64, n int) {
	if toks[0].text == "point" && digit(toks, 1) {
		return tenths(0, toks, 0)
	}
	if !spelled(toks[0]) {
		return 0, 0
	}
	v, n = toks[0].num, 1
	switch next := t0(toks, 1); {
	case v >= 20 && v < 100 && int(v)%10 == 0 && digit(toks, 1) && toks[1].num > 0:
		v, n = v+toks[1].num, 2
	case v >= 1 && v < 10 && next != nil && spelled(next) && next.num >= 10 && next.num < 100: // one fifty
		rest, k := numeral(toks[1:])
		return 100*v + rest, k + 1
	}
	for _, unit := range []string{"hundred", "thousand"} {
		if u := t0(toks, n); u != nil && u.text == unit {
			v, n = v*map[string]float64{"hundred": 100, "thousand": 1000}[unit], n+1
		}
	}
	if v >= 100 && int(v)%100 == 0 {
		k := n
		if and := t0(toks, k); and != nil && and.text == "and" {
			k++
		}
		if next := t0(toks, k); next != nil && spelled(next) && next.num > 0 && next.num < 100 {
			rest, m := numeral(toks[k:])
			v, n = v+rest, k+max(1, m)
		}
	}
	if next := t0(toks, n); next != nil && next.text == "point" && digit(toks, n+1) {
		return tenths(v, toks, n)
	}
	return v, n
}

// tenths reads the digits after the word at i.
func tenths(v float64, toks []*token, i int) (float64, int) {
	by := 0.1
	for i++; digit(toks, i); i++ {
		v += toks[i].num * by
		by /= 10
	}
	return round(v), i
}

// spelled reports whether a token is a number in English words.
func spelled(t *token) bool {
	if t.kind != letters {
		return false
	}
	for _, s := range t.senses {
		if s.class == "num" && s.lang == "en" && !s.weak {
			return true
		}
	}
	return false
}

func digit(toks []*token, i int) bool {
	t := t0(toks, i)
	return t != nil && spelled(t) && t.num < 10 && t.num == float64(int(t.num))
}
