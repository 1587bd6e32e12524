package reflex

import "cellshell/evolve/act"

// shaded is a colour with the shade that other languages put behind it: "azul oscuro", "gris clair".
func shaded(next *token, color string) string {
	if next == nil || next.used || !next.foreign("shade") {
		return color
	}
	next.used = true
	return tinged(color, next.value("shade"))
}

// aboutLetters reports whether what was said last is about letters, and no other part is named: "the text bold and white".
func (c *clause) aboutLetters() bool {
	if n := len(c.drafts); n > 0 && c.drafts[n-1].Intent == act.TextStyle && some(c.toks, "part", "text", "font") {
		return true
	}
	b := c.before
	return b != nil && len(c.refs) == 0 && !c.hasVerbBut("make") && len(b.drafts) > 0 && b.drafts[len(b.drafts)-1].Intent == act.TextStyle && some(b.toks, "part", "text", "font")
}
