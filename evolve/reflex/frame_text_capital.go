package reflex

import (
	"unicode"
	"unicode/utf8"

	"cellshell/evolve/act"
)

// capitalized reads "start it with a capital letter", "capital n" and "with a small a": the text stays, but for that letter.
func (c *clause) capitalized() bool {
	t := c.one("capital")
	if t == nil {
		return false
	}
	letter := ""
	if next := t0(c.toks, c.at(t)+1); next != nil && utf8.RuneCountInString(next.text) == 1 && next.kind == letters {
		letter, next.used = next.text, true
	}
	if letter == "" && t.text == "capital" {
		return false // "in capital letters" is about all of them
	}
	for _, o := range c.toks {
		if o != t && !o.used && o.content() && !o.is("verb", "add", "make", "give", "say", "use", "want") && !o.is("prep") && !o.isAny("part", "also") && listed("writes", o.text) == "" {
			return false
		}
	}
	set, ok := c.subject()
	c.takeAll()
	if !ok {
		return true
	}
	for _, of := range set {
		a := act.Act{Intent: act.SetText, Target: of}
		if cell := c.p.s.cell(of.Cell); cell != nil && of.Node == "" {
			c.p.onTitle(&a, cell)
		}
		text := initial(c.p.textOf(a.Target), letter, t.is("capital", "small"))
		if text == "" {
			c.p.ask = &Question{Text: "Which text of " + c.p.s.name(of) + "? Point at it."}
			return true
		}
		c.addTo(act.Act{Intent: act.SetText, Args: act.Args{Text: text}}, anything, a.Target)
	}
	return true
}

// initial is a text whose first word that begins with a letter begins with its capital, or with the small one; without a letter it
// is the first word. A word that has it already is not meant where another has not.
func initial(text, letter string, small bool) string {
	to := unicode.ToUpper
	if small {
		to = unicode.ToLower
	}
	for from, r := range text {
		begins := from == 0 || text[from-1] == ' '
		if begins && unicode.IsLetter(r) && (letter == "" || fold(string(r)) == letter && to(r) != r) {
			return text[:from] + string(to(r)) + text[from+utf8.RuneLen(r):]
		}
	}
	return text
}
