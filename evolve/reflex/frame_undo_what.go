package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// Deed is an earlier change that still holds.
type Deed struct {
	Number   int
	Sentence string
	Acts     []act.Act
}

// MostDeeds is how many earlier changes one is looked for among.
const MostDeeds = 30

// trait is what a change must have to be the one meant.
type trait func(act.Act) bool

// described reads which change shall be taken back by what it did: "undo the red", "revert just the corners of Cancel".
func (c *clause) described() bool {
	if c.p.s.Deeds == nil {
		return false
	}
	traits := c.traits()
	partly := slices.ContainsFunc(c.toks, func(t *token) bool { return listed("partly", t.text) != "" })
	if len(traits) == 0 && !partly {
		return false
	}
	for _, t := range c.toks {
		t.used = true
	}
	c.ownAll()
	last := []Choice{{Label: "Undo the last change", Acts: []act.Act{{Intent: act.Undo, Args: act.Args{Count: 1}}}}, {Label: "No"}}
	if partly && len(traits) == 0 {
		c.p.ask = &Question{Text: "What one sentence did is taken back as a whole. Undo the last change?", Choices: last}
		return true
	}
	for _, d := range c.p.s.Deeds() {
		n := 0
		for _, a := range d.Acts {
			if !slices.ContainsFunc(traits, func(has trait) bool { return !has(a) }) {
				n++
			}
		}
		back := act.Act{Intent: act.Undo, Args: act.Args{Number: d.Number}}
		switch {
		case n == 0:
			continue
		case n < len(d.Acts):
			c.p.ask = &Question{
				Text:    "That was done together with more: “" + d.Sentence + "”. Take all of it back?",
				Choices: []Choice{{Label: "Yes", Acts: []act.Act{back}}, {Label: "No"}},
			}
		default:
			c.add(back, desktop)
		}
		return true
	}
	c.p.ask = &Question{Text: "No change that still holds was like that. Undo the last one instead?", Choices: last}
	return true
}

// allDescribed asks whether all changes that were like this shall be taken back: "undo everything I did to the clock".
func (c *clause) allDescribed() bool {
	if c.p.s.Deeds == nil {
		return false
	}
	traits := c.traits()
	if len(traits) == 0 {
		return false
	}
	for _, t := range c.toks {
		t.used = true
	}
	c.ownAll()
	var acts []act.Act
	for _, d := range c.p.s.Deeds() {
		if slices.ContainsFunc(d.Acts, func(a act.Act) bool {
			return !slices.ContainsFunc(traits, func(has trait) bool { return !has(a) })
		}) {
			acts = append(acts, act.Act{Intent: act.Undo, Args: act.Args{Number: d.Number}})
		}
	}
	if len(acts) == 0 {
		c.p.ask = &Question{Text: "No change that still holds was like that."}
		return true
	}
	c.p.ask = &Question{
		Text:    "Take back what was like that? " + plural(len(acts), "change") + ", all else stays.",
		Choices: []Choice{{Label: "Yes", Acts: acts}, {Label: "No"}},
	}
	return true
}

// traits are what a clause says of the change it means. What shall stay ("but not the width") says nothing of it.
func (c *clause) traits() []trait {
	var out []trait
	for i, t := range c.toks {
		if i > 0 && t.is("neg") {
			break
		}
		if t.used || t.is("undo") {
			continue
		}
		if has := t.trait(); has != nil {
			out = append(out, has)
		}
	}
	for _, r := range c.refs {
		if has := c.concerns(r); has != nil {
			out = append(out, has)
		}
	}
	return out
}

// concerns is the trait of being about a thing that is named, nil where none is.
func (c *clause) concerns(r *ref) trait {
	if !r.cell() && r.head != "label" && !(r.head == "kind" && r.value != "any") {
		return nil
	}
	p := c.p
	open, met, ask := p.open, p.met, p.ask
	set, ok := p.resolve(r)
	p.open, p.met, p.ask = open, met, ask
	if !ok {
		if r.head != "gene" {
			return nil
		}
		return func(a act.Act) bool { return base(a.Target.Cell) == r.value || a.Args.Gene == r.value }
	}
	return func(a act.Act) bool {
		return slices.ContainsFunc(set, func(t act.Target) bool {
			return t == a.Target || t.Node == "" && t.Cell == a.Target.Cell || strings.HasPrefix(a.Target.Node, t.Node+"/") && t.Cell == a.Target.Cell
		})
	}
}

// trait is what a word says of the change that is meant, nil when nothing.
func (t *token) trait() trait {
	of := func(intents ...act.Intent) trait {
		return func(a act.Act) bool { return slices.Contains(intents, a.Intent) }
	}
	along := func(axis string, size func(act.Args) float64) trait {
		return func(a act.Act) bool { return a.Intent == act.Resize && (a.Args.Axis == axis || size(a.Args) != 0) }
	}
	width := along("width", func(g act.Args) float64 { return g.Width })
	height := along("height", func(g act.Args) float64 { return g.Height })
	switch {
	case t.is("color"):
		return func(a act.Act) bool { return a.Args.Color == t.value("color") }
	case t.is("style"), t.is("gstyle"):
		return func(a act.Act) bool {
			return a.Args.Style != "" && (a.Args.Style == t.value("style") || a.Args.Style == t.value("gstyle"))
		}
	case t.is("part", "color", "background", "contrast"), t.isAny("light", "shade", "tone"), t.is("verb", "paint"):
		return of(act.Recolor, act.Theme)
	case t.is("part", "border"):
		return of(act.Border)
	case t.is("part", "corners"), t.is("shape"):
		return of(act.Shape)
	case t.is("part", "padding", "gap"):
		return of(act.Spacing)
	case t.is("part", "shadow"):
		return of(act.Shadow)
	case t.is("part", "opacity"), t.is("opaque"):
		return of(act.Opacity)
	case t.is("part", "title", "label"), t.is("verb", "rename", "say"):
		return of(act.Rename, act.SetText)
	case t.is("part", "font", "text", "weight"), t.is("font"):
		return of(act.TextStyle, act.SetText)
	case t.is("part", "accent"), t.is("theme"), t.is("themeword"):
		return of(act.Theme)
	case t.is("wall"), t.is("wallstyle"):
		return of(act.Wallpaper)
	case t.is("dim", "wider", "narrower"), t.is("prop", "width"):
		return width
	case t.is("dim", "taller", "shorter"), t.is("prop", "height"):
		return height
	case t.is("dim", "bigger"):
		return func(a act.Act) bool { return a.Args.Factor > 1 || a.Intent == act.Resize && a.Args.Pixels > 0 }
	case t.is("dim", "smaller"):
		return func(a act.Act) bool {
			return a.Args.Factor > 0 && a.Args.Factor < 1 || a.Intent == act.Resize && a.Args.Pixels < 0
		}
	case t.is("prop", "size"), t.is("verb", "resize"):
		return of(act.Resize, act.TextStyle)
	case t.is("verb", "copy", "add"):
		return of(act.Spawn)
	case t.is("verb", "remove"):
		return of(act.Remove)
	case t.is("verb", "hide"):
		return of(act.Hide)
	case t.is("verb", "swap"):
		return of(act.Swap)
	case t.is("verb", "arrange", "tile", "stack", "spread"), t.is("layout"):
		return of(act.Arrange)
	case t.is("verb", "move", "nudge", "align", "center"), t.isAny("place", "dir"):
		return of(act.Move, act.Swap, act.Raise)
	}
	return nil
}
