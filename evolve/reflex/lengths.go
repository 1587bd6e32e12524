package reflex

// lengths turns centimetres and inches into pixels, as a screen of 96 pixels to the inch has them.
func lengths(toks []*token) []*token {
	for i, t := range toks {
		if !t.is("length") || i == 0 {
			continue
		}
		n := toks[i-1]
		if n.is("det", "a") {
			n.num = 1
		} else if !n.counts() {
			continue
		}
		n.num = float64(int(n.num*atof(t.value("length")) + 0.5))
		n.kind, n.senses = number, nil
		t.senses = []sense{{class: "unit", value: "px", lang: "en"}}
	}
	return toks
}
