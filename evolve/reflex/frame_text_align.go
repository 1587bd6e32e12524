package reflex

import "cellshell/evolve/act"

// alignedText reads "the result right aligned": of a text it says where the letters stand, of anything else its place.
func (c *clause) alignedText() {
	for _, t := range c.toks {
		side := listed("textedge", t.text)
		if t.used || side == "" || !t.is("edge") || !c.ofLetters() {
			continue
		}
		t.used = true
		c.take("part", "text", "font", "label", "title")
		c.add(act.Act{Intent: act.TextStyle, Args: act.Args{Align: side}}, anything)
	}
}
