package reflex

import "cellshell/evolve/act"

// lookOrThing asks what "remove it" means right after a thing was given a border or a shadow: that, or the thing. It is
// asked, as the one that is not meant would be lost.
func (c *clause) lookOrThing() bool {
	s := c.p.s
	if c.before != nil || !s.Fresh || len(s.LastActs) == 0 || c.named() || len(c.refs) == 0 || s.Point != nil && s.Point.Given || len(s.Selection) > 0 || c.p.elsewhere() {
		return false
	}
	var what string
	off := act.Act{Intent: s.LastActs[0].Intent, Args: act.Args{On: ptr(false)}}
	switch off.Intent {
	case act.Border:
		what = "border"
	case act.Shadow:
		what = "shadow"
	default:
		return false
	}
	for _, a := range s.LastActs {
		if a.Intent != off.Intent || a.Args.Off() {
			return false
		}
	}
	set := c.p.lastTargets()
	if len(set) == 0 {
		return false
	}
	c.takeAll()
	them := c.p.them(set)
	c.p.ask = &Question{Text: "The " + what + ", or all of " + them + "?", Choices: []Choice{
		choice(way{label: "The " + what, act: off}, set), choice(way{label: "All of " + them, act: act.Act{Intent: act.Remove}}, set), {Label: "Leave it"},
	}}
	return true
}
