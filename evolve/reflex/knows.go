package reflex

// Knows reports whether every word of a text means something to the parser, in a lexicon or as a name on the desktop.
func Knows(text string, s *Scene) bool {
	return (&parser{world: worldOf(s, text)}).knows(text)
}

// knows is [Knows] in the world of a sentence that holds the text.
func (p *parser) knows(text string) bool {
	return known((&parser{world: p.world, sentence: text}).tag(split(text)))
}
