package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// lookOrThing asks what "remove it" means right after a thing was given a border, a shadow or another look: that, or the
// thing. It is asked, as the one that is not meant would be lost.
func (c *clause) lookOrThing() bool {
	s := c.p.s
	if c.before != nil || !s.Fresh || len(s.LastActs) == 0 || c.named() || len(c.refs) == 0 || s.Point != nil && s.Point.Given || len(s.Selection) > 0 || c.p.elsewhere() {
		return false
	}
	if someListed(c.toks, "unsays") && !fixed(s.LastActs[0]) && s.LastActs[0].Intent != act.Spawn && s.LastActs[0].Intent != act.Remove {
		c.takeAll()
		c.add(takeBack(1), desktop) // "scrap that"
		return true
	}
	var what string
	off := act.Act{Intent: s.LastActs[0].Intent, Args: act.Args{On: ptr(false)}}
	switch off.Intent {
	case act.Border:
		what = "border"
	case act.Shadow:
		what = "shadow"
	case act.Recolor, act.TextStyle, act.Shape, act.Opacity, act.Resize, act.Spacing:
		if !someListed(c.toks, "takesoff") && !c.p.onlyText(c.p.lastTargets()) {
			return false // "delete it" is said of things
		}
		what, off = "new look", takeBack(1)
	default:
		return false
	}
	for _, a := range s.LastActs {
		if off.Intent != act.Undo && a.Intent != off.Intent || off.Intent == act.Undo && !looks[a.Intent] || a.Args.Off() {
			return false
		}
	}
	set := c.p.lastTargets()
	if len(set) == 0 {
		return false
	}
	c.takeAll()
	them, of := c.p.them(set), set
	if off.Intent == act.Undo {
		of = []act.Target{{}}
	}
	all := "all of " + them
	if c.p.onlyText(set) { // one that is called like its cell, which stays
		all = "the text “" + c.p.textOf(set[0]) + "”"
	}
	c.p.ask = &Question{Text: "The " + what + ", or " + all + "?", Choices: []Choice{
		choice(way{label: "The " + what, act: off}, of), choice(way{label: strings.ToUpper(all[:1]) + all[1:], act: act.Act{Intent: act.Remove}}, set), {Label: "Leave it"},
	}}
	return true
}

// looks are the acts that change how a thing looks, not where it is or what it says.
var looks = map[act.Intent]bool{
	act.Recolor: true, act.TextStyle: true, act.Shape: true, act.Opacity: true, act.Resize: true, act.Spacing: true, act.Border: true, act.Shadow: true,
}

// onlyText reports whether one text of a cell is all that is meant.
func (p *parser) onlyText(set []act.Target) bool {
	if len(set) != 1 || set[0].Node == "" {
		return false
	}
	n := p.s.cell(set[0].Cell).node(set[0].Node)
	return n != nil && n.Kind == "text"
}

// ofAll makes "the shadows" and "the borders" those of all windows, where none is named or pointed at: a thing has one of each only.
func (c *clause) ofAll(t *token, part string) {
	s := c.p.s
	if part != "border" && part != "shadow" || !strings.HasSuffix(t.text, "s") || len(c.refs) > 0 || c.before != nil && len(c.before.targets) > 0 {
		return
	}
	if s.Point != nil && s.Point.Given || len(s.Selection) > 0 {
		return
	}
	of := &ref{head: "all", from: c.at(t), to: c.at(t) + 1}
	gave := map[string]act.Intent{"border": act.Border, "shadow": act.Shadow}[part]
	if len(c.p.lastTargets()) > 1 && !slices.ContainsFunc(s.LastActs, func(a act.Act) bool { return a.Intent != gave }) {
		of.head, of.plural = "pron", true // they were given some just now
	}
	c.refs = append(c.refs, of)
}
