package reflex

import "cellshell/evolve/act"

// titled gives "the title" new words where the last change was to another part of a cell: the cell shows its title in a line
// of its own, and that is what the noun names. What is pointed at or named in the sentence has a title of its own.
func (c *clause) titled(text string) bool {
	p := c.p
	if p.s.Point != nil && p.s.Point.Given || len(p.s.Selection) > 0 || c.before != nil {
		return false
	}
	for _, r := range c.refs {
		if !r.own {
			return false
		}
	}
	said := false
	for _, t := range c.toks {
		said = said || t.is("part", "title") && listed("heads", t.text) != ""
	}
	if !said || p.s.Last == nil || p.s.Last.Node == "" {
		return false
	}
	cell := p.s.cell(p.s.Last.Cell)
	if cell == nil {
		return false
	}
	a := act.Act{Intent: act.SetText, Target: act.Target{Cell: cell.ID}, Args: act.Args{Text: text}}
	p.onTitle(&a, cell)
	if a.Target.Node == "" {
		return false
	}
	on := a.Target
	a.Target = act.Target{}
	c.addTo(a, anything, on)
	return true
}
