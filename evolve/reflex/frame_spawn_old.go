package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// comparative reports whether a size is compared with what is there.
func (c *clause) comparative() bool {
	t := c.one("dim")
	return t != nil && strings.HasSuffix(t.text, "er")
}

// newOrOld asks whether "I want a pink clock" means another one or the one that is there.
func (c *clause) newOrOld(spawn act.Act, old act.Target) {
	var change []act.Act
	if color := spawn.Args.Color; color != "" {
		change = append(change, act.Act{Intent: act.Recolor, Target: old, Args: act.Args{Color: color}})
	}
	for _, style := range strings.Fields(spawn.Args.Style) {
		change = append(change, act.Act{Intent: act.Style, Target: old, Args: act.Args{Style: style}})
	}
	if f := spawn.Args.Factor; f > 0 {
		change = append(change, act.Act{Intent: act.Resize, Target: old, Args: act.Args{Factor: f}})
	}
	if len(change) == 0 {
		return
	}
	name := c.p.s.name(old)
	c.p.ask = &Question{Text: "A new one, or change the one that is there?", Choices: []Choice{
		{Label: "A new one", Acts: []act.Act{spawn}}, {Label: "Change " + name, Acts: change},
	}}
}

// opens reports whether "the" is fine with a verb of opening: "open the calculator".
func (c *clause) opens(r *ref) bool { return c.verb("add") != nil && !r.indef }

func (c *clause) living(r *ref) []act.Target {
	set, _ := c.p.candidates(r)
	return set
}

// looksOf reports whether a verb of opening or giving is about the looks of a cell that is there: "show me the time in 12
// hour format".
func (c *clause) looksOf(r *ref, verb *token) bool {
	if !verb.is("open") && verb.text != "give me" || !r.the || r.indef || r.ord != 0 || len(c.living(r)) == 0 || !c.hasAny("style", "gstyle", "color", "font", "dim") {
		return false
	}
	verb.senses = []sense{{class: "verb", value: "make", lang: "en"}}
	return true
}
