package reflex

import "cellshell/evolve/act"

// overdone reads "the border is a little too much": there shall be less of it, or none, and nobody can know which.
func (c *clause) overdone() bool {
	t, part := c.one("complaint", "nobig"), c.one("part", "border", "shadow")
	if t == nil || part == nil || c.hasVerbBut("make") || c.p.has("verb", "remove") || c.pixelsAhead() > 0 || c.hasAny("color") {
		return false
	}
	set, ok := c.subject()
	if !ok {
		return true
	}
	c.takeAll()
	less, none := act.Act{Intent: act.Border, Args: act.Args{Pixels: 1}}, act.Act{Intent: act.Border, Args: act.Args{On: ptr(false)}}
	q := &Question{Text: "Less of the border of " + c.p.them(set) + "? This can be done about it."}
	label := "A thin one"
	if part.is("part", "shadow") {
		less, none = act.Act{Intent: act.Shadow, Args: act.Args{Factor: 0.5}}, act.Act{Intent: act.Shadow, Args: act.Args{On: ptr(false)}}
		q.Text, label = "Less of the shadow of "+c.p.them(set)+"? This can be done about it.", "A smaller one"
	}
	q.Choices = []Choice{choice(way{label: label, act: less}, set), choice(way{label: "None", act: none}, set), {Label: "Leave it"}}
	c.p.ask = q
	return true
}
