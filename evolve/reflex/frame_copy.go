package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// copies drafts a second one of a cell: as it is now after a verb of copying, else a new one of its sort where that is built in.
func (c *clause) copies(t act.Target, verb *token) {
	cell := c.p.s.cell(t.Cell)
	if cell == nil || cell.Kind == "panel" {
		c.p.ask = &Question{Text: "Only windows and widgets can be copied."}
		return
	}
	if n := cell.node(t.Node); n != nil && c.namesPart() {
		whole := act.Act{Intent: act.Spawn, Target: act.Target{Cell: cell.ID}, Args: act.Args{Part: "copy", Gene: cell.Gene}}
		c.p.ask = &Question{Text: "I can copy a whole window, but not a part of one. Copy " + c.p.s.name(act.Target{Cell: cell.ID}) + "?", Choices: []Choice{
			{Label: "Copy it", Acts: []act.Act{whole}}, {Label: "No"},
		}}
		return
	}
	a := act.Act{Intent: act.Spawn, Args: act.Args{Gene: cell.Gene}}
	if c.p.gene(cell.Gene) == nil || verb != nil && listed("asis", verb.text) != "" || c.p.dressed(cell) {
		a.Target, a.Args.Part = act.Target{Cell: cell.ID}, "copy"
	}
	for range c.times() {
		c.add(a, desktop)
	}
	c.spawned = true
}

// oneMore reports whether one more of what is there is wanted, not just one.
func (c *clause) oneMore() bool {
	return slices.ContainsFunc(c.toks, func(t *token) bool {
		return slices.ContainsFunc(strings.Fields(t.text), func(word string) bool { return listed("onemore", word) != "" })
	})
}

// nextTo is what a copy shall stand beside, which is no thing to be copied: "duplicate the clock below the notes". nil for none.
func (c *clause) nextTo() *ref {
	if rel := c.one("rel"); rel != nil {
		return c.refAfterToken(rel)
	}
	return nil
}

// free are the references that no frame took.
func (c *clause) free() []*ref {
	return slices.DeleteFunc(slices.Clone(c.refs), func(r *ref) bool { return r.own })
}

// dressed reports whether a cell got a look of its own, so that one more of it is like it: a timer of ten minutes.
func (p *parser) dressed(cell *Cell) bool {
	if p.s.Deeds == nil {
		return false
	}
	for _, d := range p.s.Deeds() {
		for _, a := range d.Acts {
			if a.Intent == act.Style && a.Target.Cell == cell.ID || a.Intent == act.Spawn && a.Args.Style != "" && a.Args.Gene == cell.Gene && p.newestOf(cell.Gene) == cell.ID {
				return true
			}
		}
	}
	return false
}
