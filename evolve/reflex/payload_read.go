package reflex

// toRead takes "to read" for what a label shall say where nothing is to be made easy to read: "I would like this one to read
// Start over". What stands behind it is text then, and none of it a command.
func (p *parser) toRead() {
	for i, t := range p.toks {
		if t.isAny(adjectives...) || t.isAny("complaint", "gripe", "inc") {
			return
		}
		if listed("toread", t.text) == "" || i+1 >= len(p.toks) {
			continue
		}
		if some(p.toks[:i], "verb", "want") || some(p.toks[:i], "fill", "ask") {
			t.senses = []sense{{class: "verb", value: "say", lang: "en"}}
		}
		return
	}
}
