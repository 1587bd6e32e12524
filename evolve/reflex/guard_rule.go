package reflex

// rule hands "when the load is high make the monitor red" to a model: it begins as a question about a time would, and asks nothing.
func (p *parser) rule(toks []*token) bool {
	if len(toks) < 4 || toks[0].is("q") || listed("rulesby", firstWord(toks[0].text)) == "" || listed("mightit", firstWord(toks[1].text)) != "" ||
		toks[len(toks)-1].text == "?" {
		return false
	}
	for _, t := range toks[2:] {
		if t.is("verb", "make", "paint", "hide", "show", "remove", "add", "move", "lock") {
			p.behaviour(toks[0])
			return true
		}
	}
	return false
}
