package reflex

// wishes reports whether "que el botón sea rojo" is a wish: Spanish begins one as it begins a question, and the form of the
// verb tells which. The "que" is filling then.
func (p *parser) wishes(toks []*token) bool {
	que := toks[0]
	if listed("wishopens", que.text) == "" {
		return false
	}
	for _, t := range toks[1:] {
		if listed("wishes", t.text) != "" {
			que.senses = []sense{{class: "fill", value: "ask", lang: listed("wishes", t.text)}}
			return true
		}
	}
	return false
}
