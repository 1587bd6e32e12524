package reflex

// wrongly asks what it shall be where somebody says that something of a thing is the wrong one: "the start button is the wrong
// colour". What the answer is about is what was spoken of.
func (p *parser) wrongly(toks []*token) bool {
	what, _ := findPhrase("wrongly", uttered(toks))
	if what == "" || len(toks) > longestWrong || some(toks, "neg") && !some(toks, "be") || some(toks, "aux", "should") {
		return false
	}
	set := p.inQuestion()
	if len(set) != 1 {
		return false
	}
	name := p.s.name(set[0])
	p.result.Ask, p.result.Conf = &Question{Text: map[string]string{
		"colour": "Which colour shall " + name + " have?", "size": "How large shall " + name + " be?", "place": "Where to with " + name + "?",
		"font": "Which font shall " + name + " have?", "text": "What shall " + name + " say?",
	}[what]}, 0.5
	return true
}

// longestWrong is how many tokens such a remark has at most.
const longestWrong = 12
