package reflex

// Knows reports whether every word of a text means something to the parser, in a lexicon or as a name on the desktop.
func Knows(text string, s *Scene) bool {
	p := &parser{world: worldOf(s, text), sentence: text}
	return known(p.tag(split(text)))
}
