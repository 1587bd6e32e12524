package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// whichTrait asks which, where a wish names a trait of a thing and says nothing of how it shall be: "change the colour of the
// clock", "give it another font". nil where it names none, or says something that nobody knows.
func (p *parser) whichTrait(t act.Target) *Question {
	trait, _ := findPhrase("trait", uttered(p.toks))
	if trait == "" || some(p.toks, "neg") {
		return nil
	}
	for _, o := range p.odd {
		if o.content() && listed("trait", strings.TrimPrefix(o.text, "the ")) == "" && listed("another", o.text) == "" {
			return nil
		}
	}
	var q Question
	offer := func(label string, i act.Intent, g act.Args) {
		q.Choices = append(q.Choices, Choice{Label: label, Acts: []act.Act{{Intent: i, Target: t, Args: g}}})
	}
	switch name := p.s.name(t); trait {
	case "colour":
		q.Text = "Which colour shall " + name + " have?"
		for _, hue := range []string{"blue", "green", "orange", "red"} {
			offer(hue, act.Recolor, act.Args{Color: hue})
		}
	case "size":
		q.Text = "How large shall " + name + " be?"
		offer("Bigger", act.Resize, act.Args{Factor: 1.5})
		offer("Smaller", act.Resize, act.Args{Factor: 1 / 1.5})
		offer("Twice as big", act.Resize, act.Args{Factor: 2})
		offer("Half as big", act.Resize, act.Args{Factor: 0.5})
	case "place":
		if t.Node != "" {
			return nil
		}
		q.Text = "Where to with " + name + "?"
		for _, corner := range []string{"top-left", "top-right", "bottom-left", "bottom-right"} {
			offer(cornerNames[corner], act.Move, act.Args{Anchor: corner})
		}
	case "letters":
		q.Text = "What about the letters of " + name + "?"
		offer("Bigger", act.TextStyle, act.Args{Factor: 1.25})
		offer("Bold", act.TextStyle, act.Args{Weight: 700})
		offer("Typewriter", act.TextStyle, act.Args{Font: "mono"})
		offer("Sans serif", act.TextStyle, act.Args{Font: "sans"})
	case "corners":
		q.Text = "What about the corners of " + name + "?"
		offer("Rounder", act.Shape, act.Args{Radius: ptr(24.0), Than: "rounder"})
		offer("Square", act.Shape, act.Args{Radius: ptr(0.0)})
	default:
		return nil
	}
	return &q
}

// cornerNames is how the corners of the desktop are offered.
var cornerNames = map[string]string{
	"top-left": "Top left", "top-right": "Top right", "bottom-left": "Bottom left", "bottom-right": "Bottom right",
}
