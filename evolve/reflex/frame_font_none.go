package reflex

import "cellshell/evolve/act"

// noFont says that there is no such font, and offers those that there are.
func (c *clause) noFont(name string) {
	c.p.ask = &Question{Text: "There is no " + name + " font. There are two: the normal one and a monospaced one."}
	back := c.p.aside()
	set, ok := c.subject()
	back()
	if !ok || len(set) == 0 || set[0].Cell == "" {
		return
	}
	for _, font := range []struct{ label, font string }{{"Monospaced", "mono"}, {"The normal one", "sans"}} {
		c.p.ask.Choices = append(c.p.ask.Choices, choice(way{label: font.label, act: act.Act{Intent: act.TextStyle, Args: act.Args{Font: font.font}}}, set))
	}
	c.p.ask.Choices = append(c.p.ask.Choices, Choice{Label: "Leave it"})
}
