package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// pointedText is the text that "this" and "these" are said of, false where something else is meant.
func (c *clause) pointedText() ([]act.Target, bool) {
	at := c.p.s.Point
	if at == nil || !at.Given || len(c.refs) == 0 || !c.bareOnly() {
		return nil, false
	}
	set, ok := c.p.tried(c.refs[0])
	return set, ok && len(set) == 1 && set[0] == at.Target && c.p.onlyText(set)
}

// spokenText is the text that "it" means after something was asked or told of that alone.
func (c *clause) spokenText() ([]act.Target, bool) {
	last := c.p.s.Last
	if !c.p.s.Spoken || last == nil || last.Node == "" || len(c.refs) != 1 || c.refs[0].head != "pron" || c.refs[0].plural {
		return nil, false
	}
	set, ok := c.p.tried(c.refs[0])
	return set, ok && len(set) == 1 && set[0] == *last && c.p.onlyText(set)
}

// lineOrWhole asks whether "hide this", said of a text, means that line or the cell it stands in: the other one would be gone too.
func (c *clause) lineOrWhole(set []act.Target, intent act.Intent) bool {
	at := c.p.s.Point
	if at == nil || !at.Given || len(set) != 1 || set[0] != at.Target || !c.p.onlyText(set) || !c.bareOnly() {
		return false
	}
	return c.askLineOrWhole(set, intent)
}

// askLineOrWhole asks which of the two is meant.
func (c *clause) askLineOrWhole(set []act.Target, intent act.Intent) bool {
	line, whole := act.Act{Intent: intent, Target: set[0]}, act.Act{Intent: intent, Target: act.Target{Cell: set[0].Cell}}
	c.p.ask = &Question{Text: "That line, or all of " + c.p.s.name(whole.Target) + "?", Choices: []Choice{
		{Label: "That line", Acts: []act.Act{line}}, {Label: "All of it", Acts: []act.Act{whole}}, {Label: "Leave it"},
	}}
	return true
}

// removesText takes away what "drop these" is said of where that is a figure: figures are many by themselves, and no cell is. Of
// other texts it asks whether the line is meant.
func (c *clause) removesText(set []act.Target) bool {
	c.ownAll()
	if n := c.p.s.cell(set[0].Cell).node(set[0].Node); c.pluralRef() && strings.Trim(n.Text, "0123456789:.,") == "" {
		c.addTo(act.Act{Intent: act.Remove}, anything, set...)
		return true
	}
	return c.lineOrWhole(set, act.Remove)
}
