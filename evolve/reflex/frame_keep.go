package reflex

import "cellshell/evolve/act"

// keepsOnly reads "keep only the clock and the notes" and "leave just the clock": all the others go, if the user says so.
func (c *clause) keepsOnly() bool {
	only, stays := false, false
	for _, t := range c.toks {
		only = only || t.is("only") || listed("only", t.text) != ""
		stays = stays || listed("stays", t.text) != "" || t.is("verb", "want")
	}
	if !only || !stays || len(c.refs) == 0 {
		return false
	}
	for _, t := range c.left() {
		if !t.isAny("only", "verb", "turn", "here", "aux") && listed("stays", t.text) == "" {
			return false
		}
	}
	var kept []act.Target
	for _, r := range c.refs {
		if !r.cell() && r.head != "cellkind" && r.head != "pron" && r.head != "this" && r.head != "thiscell" || r.indef {
			return false
		}
		set, ok := c.targetsOf(r)
		if !ok {
			return true
		}
		kept = append(kept, set...)
	}
	gone := keep(c.p.everything(), func(t act.Target) bool { return !has(kept, t) })
	c.takeAll()
	if len(gone) == 0 {
		c.p.ask = &Question{Text: "There is nothing else here."}
		return true
	}
	c.p.confirm = true
	c.drafts = append(c.drafts, draft{Act: act.Act{Intent: act.Remove}, scope: cells, fixed: gone})
	return true
}
