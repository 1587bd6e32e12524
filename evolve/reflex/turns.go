package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// turns reads "turn it off then" after a question about something that can be on or off, the dark mode or a look of a thing, and
// "remove it" after one about a shadow or a border: that is meant, not the thing that was changed last.
func (p *parser) turns() bool {
	if len(p.s.Asked) == 0 || len(p.toks) == 0 {
		return false
	}
	if p.oneAsked() {
		return true
	}
	on, turned := false, false
	for _, t := range p.toks {
		switch {
		case t.is("turn", "on", "off") && !turned:
			on, turned = t.is("turn", "on"), true
		case t.is("verb", "remove") && !turned && p.lookAsked():
			turned = true
		case t.kind == mark, t.is("pron"), t.is("fill"), t.is("conj"), t.is("person"), t.is("aux"), t.is("det", "this", "that"), t.is("chat"), t.is("repeat"), t.is("even"), t.text == "turn", t.text == "switch", listed("joint", t.text) != "":
		default:
			return false
		}
	}
	if !turned {
		return false
	}
	for _, q := range p.s.Asked {
		switch {
		case q.Args.Part == "shadow" && q.Target.Cell != "":
			p.result.Acts = append(p.result.Acts, act.Act{Intent: act.Shadow, Target: q.Target, Args: act.Args{On: ptr(on)}})
		case q.Args.Part == "border" && q.Target.Cell != "" && !on:
			p.result.Acts = append(p.result.Acts, act.Act{Intent: act.Border, Target: q.Target, Args: act.Args{On: ptr(false)}})
		case q.Args.Part == "theme":
			mode := "light"
			if on == strings.Contains(fold(q.Args.Text), "dark") {
				mode = "dark"
			}
			p.result.Acts = []act.Act{{Intent: act.Theme, Args: act.Args{Mode: mode}}}
		case q.Args.Part == "style" && q.Args.Style != "" && p.s.cell(q.Target.Cell) != nil:
			key, _, _ := strings.Cut(q.Args.Style, " ")
			if name, ok := styleFor(p.s.cell(q.Target.Cell).Styles, key, on); ok {
				p.result.Acts = append(p.result.Acts, act.Act{Intent: act.Style, Target: act.Target{Cell: q.Target.Cell}, Args: act.Args{Style: name}})
			}
		}
	}
	p.result.Conf = 0.9
	return len(p.result.Acts) > 0
}

// lookAsked reports whether it was asked about what lies around a thing and can be taken from it.
func (p *parser) lookAsked() bool {
	part := p.s.Asked[0].Args.Part
	return (part == "shadow" || part == "border") && p.s.Asked[0].Target.Cell != ""
}

// oneAsked reads "let's have one then" after it was asked whether there is one, and there was none.
func (p *parser) oneAsked() bool {
	gene := p.s.Asked[0].Args.Gene
	if gene == "" || p.gene(gene) == nil {
		return false
	}
	one, adds := false, false
	var styles []string
	for _, t := range p.toks {
		switch {
		case t.is("verb", "add", "want"):
			adds = true
		case t.is("num", "1"), t.is("pron"), t.is("kind", "any"), t.text == "one":
			one = true
		case t.isAny("gstyle", "style"):
			if name, ok := styleNamed(p.gene(gene).Styles, t, true); ok {
				styles = append(styles, name)
			} else {
				return false
			}
		case t.is("prep", "for", "with"), t.kind == mark, t.is("fill"), t.is("conj"), t.is("yes"), t.is("person"), t.is("aux"), t.is("det"), t.is("verb", "make", "give"), t.is("also"), t.is("even"), t.is("prep", "to"), listed("joint", t.text) != "":
		default:
			return false
		}
	}
	if !one || !adds {
		return false
	}
	p.result.Acts, p.result.Conf = []act.Act{{Intent: act.Spawn, Args: act.Args{Gene: gene, Style: strings.Join(styles, " ")}}}, 0.9
	return true
}
