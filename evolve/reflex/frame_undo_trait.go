package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// trait is what a change must have to be the one meant.
type trait func(act.Act) bool

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

// topicOf is the trait of being done to what was spoken of since the last change, where a clause names nothing else: "back to its old
// size". nil: it may be any change.
func (p *parser) topicOf(c *clause) trait {
	if c.named() || !p.elsewhere() || p.s.Last == nil || !slices.ContainsFunc(split(p.sentence), func(w word) bool { return listed("its", w.text) != "" || listed("itself", w.text) != "" }) {
		return nil
	}
	return about([]act.Target{*p.s.Last})
}

// together is the trait of having all of some.
func together(traits []trait) trait {
	return func(a act.Act) bool {
		return !slices.ContainsFunc(traits, func(has trait) bool { return !has(a) })
	}
}

// earlierTrait takes back all changes of one trait of a thing, "put it back to the colour it had at first", and reports
// whether one is named: all else stays as it is.
func (c *clause) earlierTrait() bool {
	named := slices.ContainsFunc(c.toks, func(t *token) bool { return t.is("part") && t.trait() != nil || t.is("prop") })
	if !named || c.p.s.Deeds == nil {
		return false
	}
	traits := c.traits()
	for _, r := range c.refs {
		if set, ok := c.p.tried(r); ok && r.bare() {
			traits = append(traits, about(set))
		}
	}
	like := together(traits)
	c.takeAll()
	var acts []act.Act
	for _, d := range c.p.s.Deeds() {
		if !slices.ContainsFunc(d.Acts, like) {
			continue
		}
		if slices.ContainsFunc(d.Acts, func(a act.Act) bool { return !like(a) }) {
			c.p.ask = d.whole()
			return true
		}
		acts = append(acts, d.undo())
	}
	if len(acts) == 0 {
		c.p.ask = &Question{Text: "No change that still holds was like that."}
	}
	for _, a := range acts {
		c.add(a, desktop)
	}
	return true
}

// concerns is the trait of being about a thing that is named, nil where none is.
func (c *clause) concerns(r *ref) trait {
	if !r.cell() && r.head != "label" && !(r.head == "kind" && r.value != "any") {
		return nil
	}
	set, ok := c.p.tried(r)
	if !ok {
		if r.head != "gene" {
			return nil
		}
		return func(a act.Act) bool { return base(a.Target.Cell) == r.value || a.Args.Gene == r.value }
	}
	return about(set)
}

// about is the trait of being done to one of the targets, or to a part of it.
func about(set []act.Target) trait {
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
	case t.is("part", "background"):
		return of(act.Recolor, act.Wallpaper)
	case t.is("part", "color", "contrast"), t.isAny("light", "shade", "tone"), t.is("verb", "paint"):
		return of(act.Recolor, act.Theme)
	case t.is("part", "border"):
		return of(act.Border)
	case t.is("part", "corners"), t.is("shape"):
		return of(act.Shape)
	case t.is("tip"):
		return of(act.Tooltip)
	case t.is("room"):
		return func(a act.Act) bool { return a.Intent == act.Spacing && a.Args.Part == t.value("room") }
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
	case t.is("prop", "size"), t.is("verb", "resize"), t.is("as", "large"): // "the size of"
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
