package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// thatToo reads "that's a bit too wide" right after several things were made wider, or letters bigger: what is found too much
// is what was just done, so it is said of all of them, or of the letters, and not of the first of them, or of what they are in.
func (p *parser) thatToo() {
	acts, last := p.result.Acts, p.s.LastActs
	if len(acts) != 1 || acts[0].Intent != act.Resize || acts[0].Args.Factor <= 0 || len(last) == 0 || !p.s.Fresh || !p.stands() || !p.has("complaint") ||
		slices.ContainsFunc(p.toks, func(t *token) bool {
			return t.isAny("gene", "name", "part", "kind", "cellkind", "all", "both") || p.labelled(t)
		}) {
		return
	}
	if at := p.s.Point; at != nil && at.Given && at.Target != last[0].Target {
		return
	}
	a := acts[0]
	var out []act.Act
	for _, l := range last {
		switch {
		case l.Intent == act.TextStyle && l.Args.Size+l.Args.Factor > 0 && a.Args.Axis == "":
			out = append(out, act.Act{Intent: act.TextStyle, Target: l.Target, Args: act.Args{Factor: a.Args.Factor}})
		case l.Intent == act.Resize && l.Target.Cell != "":
			out = append(out, act.Act{Intent: act.Resize, Target: l.Target, Args: a.Args})
		default:
			return
		}
	}
	if l := last[0]; l.Intent == act.Resize && l.Target != a.Target {
		return // it is about something else
	}
	p.result.Acts = out
}
