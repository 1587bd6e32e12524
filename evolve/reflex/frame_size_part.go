package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// partly reads "fill the right half", "take up the left third of the screen", "snap it to the top left quarter" and "fill what
// is left". Something that is only moved there keeps its size and stands in the middle of that part, unless it is a window.
func (c *clause) partly() bool {
	t := c.one("area")
	rest := t == nil
	if rest {
		t = c.one("leftover")
	}
	if t == nil || c.hasAny("color", "light", "shade", "part", "share") {
		return false
	}
	if rest && c.verb("fill") == nil && c.carried("move") {
		return false
	}
	t.used = true
	within := ""
	if at := c.one("place"); at != nil && !rest && c.at(at) < c.at(t) { // "in the middle of the left half"
		at.used, within = true, at.value("place")
	}
	moves := within != "" || c.carried("move") && !some(c.toks, "sticks") && c.verb("fill") == nil
	for _, o := range c.toks {
		if o.is("verb", "fill", "move", "resize", "restore", "add", "show", "align") || o.is("desk") || o.is("dim", "bigger", "wider") || o.is("raise") && c.verb("fill") != nil {
			o.used = true
		}
	}
	if rest {
		c.add(act.Act{Intent: act.Resize, Args: act.Args{Part: "rest"}}, cells)
		return true
	}
	at := strings.LastIndexByte(t.value("area"), '-')
	anchor, share := t.value("area")[:at], atof(t.value("area")[at+1:])
	set, ok := c.subject()
	if !ok {
		return true
	}
	c.ownAll()
	if anchor == "other" {
		anchor = c.otherHalf()
	}
	if anchor == "any" {
		c.whichPart(set, share)
		return true
	}
	for _, one := range set {
		one.Node = ""
		a := act.Act{Intent: act.Resize, Args: act.Args{Part: "fill", Anchor: anchor, Factor: share}}
		if cell := c.p.s.cell(one.Cell); moves && cell != nil && (cell.Kind != "window" || within != "") {
			a = c.p.inPart(one, anchor, share, within)
		}
		c.addTo(a, cells, one)
	}
	return true
}

// whichPart asks where the half, the third or the quarter of the desktop lies that something shall fill.
func (c *clause) whichPart(set []act.Target, share float64) {
	text, sides := "Which half?", []string{"Left", "Right", "Top", "Bottom"}
	switch {
	case share < 0.3: // a quarter is half as wide and half as high
		text, sides, share = "Which quarter?", []string{"Top left", "Top right", "Bottom left", "Bottom right"}, 0.5
	case share < 0.4:
		text, sides = "Which third?", []string{"Left", "Right", "Top", "Bottom"}
	}
	c.p.ask = &Question{Text: text}
	for _, side := range sides {
		anchor := strings.ReplaceAll(strings.ToLower(side), " ", "-")
		var acts []act.Act
		for _, t := range set {
			acts = append(acts, act.Act{Intent: act.Resize, Target: act.Target{Cell: t.Cell}, Args: act.Args{Part: "fill", Anchor: anchor, Factor: share}})
		}
		c.p.ask.Choices = append(c.p.ask.Choices, Choice{Label: side, Acts: acts})
	}
}

// inPart puts something into the middle of a part of the desktop; along the side that is not shared it stays where it is, unless
// the middle was said. within is where it goes in that part, "" or "center" the middle.
func (p *parser) inPart(t act.Target, anchor string, share float64, within string) act.Act {
	b := p.boxOf(t)
	at := func(along func(float64) float64, size float64, low, high bool, end string) *float64 {
		from, to := 0.0, 1.0
		switch {
		case low:
			to = share
		case high:
			from = 1 - share
		}
		switch end {
		case "left", "top":
			return ptr(round(along(from) + edgeRoom))
		case "right", "bottom":
			return ptr(round(along(to) - edgeRoom - size))
		}
		return ptr(round(along((from+to)/2) - size/2))
	}
	a := act.Act{Intent: act.Move}
	left, right := strings.HasSuffix(anchor, "left"), strings.HasSuffix(anchor, "right")
	top, bottom := strings.HasPrefix(anchor, "top"), strings.HasPrefix(anchor, "bottom")
	down, across, corner := strings.Cut(within, "-")
	if !corner && (down == "left" || down == "right") {
		down, across = "", down
	}
	if left || right || anchor == "center" || within != "" {
		a.Args.X = at(p.s.across, b.w, left, right, across)
	}
	if top || bottom || within != "" {
		a.Args.Y = at(p.s.down, b.h, top, bottom, down)
	}
	return a
}

// edgeRoom is the room that stays between something and an edge it goes to, as evolve has it.
const edgeRoom = 24

// otherHalf is opposite to where something was put last, "any" where nothing was.
func (c *clause) otherHalf() string {
	acts := c.p.acts
	if len(acts) == 0 {
		acts = c.p.s.LastActs
	}
	for _, a := range acts {
		if other := map[string]string{"left": "right", "right": "left", "top": "bottom", "bottom": "top"}[a.Args.Anchor]; other != "" {
			return other
		}
	}
	return "any"
}
