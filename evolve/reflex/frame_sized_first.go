package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// sizedFirst reads "make it its normal size again": the size that something had at first, whatever was done to it since.
func (c *clause) sizedFirst() bool {
	t := c.one("sized")
	if t == nil {
		return false
	}
	if c.hasAny("mult", "dim", "inc", "color", "as", "unit", "num") || c.pixelsAhead() > 0 {
		t.senses = []sense{{class: "fill", value: "fill", lang: "en"}} // "half its normal size"
		return false
	}
	if c.p.s.Stood == nil || !c.only("sized", "undone", "verb", "even", "undo", "repeat", "when", "dir", "back", "puts") || c.verb("remove", "add", "hide", "swap") != nil {
		return false
	}
	set, ok := c.subject()
	if !ok {
		return c.p.ask != nil || c.p.open != nil
	}
	var drafts []draft
	for _, of := range set {
		switch spot, known := c.p.s.Stood(of.Cell, "", true); {
		case of.Node != "" || len(c.unsized(of)) == 1: // with the place that a full screen took
			drafts = append(drafts, c.unsized(of)...)
		case known && spot.W > 0:
			drafts = append(drafts, draft{Act: act.Act{Intent: act.Resize, Args: act.Args{Width: spot.W, Height: spot.H}}, scope: cells, fixed: []act.Target{of}})
		case known && spot.Scale > 0 && spot.Scale != 1:
			drafts = append(drafts, draft{Act: act.Act{Intent: act.Resize, Args: act.Args{Factor: round(spot.Scale)}}, scope: cells, fixed: []act.Target{of}})
		}
	}
	c.takeAll()
	if len(drafts) == 0 {
		c.p.ask = &Question{Text: "That is the size of " + c.p.them(set) + " since the beginning. How large shall it be?"}
		return true
	}
	c.drafts = append(c.drafts, drafts...)
	return true
}

// unsized takes back all changes of a thing's size, or only the newest where that made it fill the desktop or a part of it.
func (c *clause) unsized(of act.Target) []draft {
	var out []draft
	if c.p.s.Deeds == nil {
		return nil
	}
	for _, d := range c.p.s.Deeds() {
		at := slices.IndexFunc(d.Acts, func(a act.Act) bool { return a.Intent == act.Resize && a.Target == of })
		if at < 0 {
			continue
		}
		out = append(out, draft{Act: d.undo(), scope: desktop})
		if len(out) == 1 && d.Acts[at].Args.Part != "" {
			break
		}
	}
	return out
}
