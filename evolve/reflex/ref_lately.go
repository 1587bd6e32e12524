package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// mostLately is how many changes back "both" and "them" look for what was spoken of one after the other.
const mostLately = 6

// lately are the two things of a sort that the last changes were about, each in a sentence of its own; nil where they were
// about more, or nobody knows.
func (p *parser) lately(among []act.Target) []act.Target {
	if p.s.Deeds == nil || len(p.s.LastActs) == 0 || p.s.LastActs[0].Intent == act.Undo {
		return nil
	}
	return p.lastly(among, 2)
}

// lastly are the so many things of a sort that the last changes were about, in the order in which they were spoken of.
func (p *parser) lastly(among []act.Target, n int) []act.Target {
	var out []act.Target
	for i, d := range p.s.Deeds() {
		if i == mostLately || d.ByHand {
			break
		}
		for _, t := range p.about(d) {
			if has(among, t) && !has(out, t) {
				out = append(out, t)
			}
		}
		if len(out) == n {
			slices.Reverse(out)
			return out
		}
		if len(out) > n {
			return nil
		}
	}
	return nil
}

// several resolves "all three", "those four": what the last changes were about, or all that there is.
func (p *parser) several(n int) ([]act.Target, bool) {
	for _, set := range [][]act.Target{p.s.Selection, meant(p.acts), meant(p.s.LastActs), p.everything()} {
		if len(set) == n {
			return set, true
		}
	}
	if set := p.alike(n); set != nil {
		return set, true
	}
	if p.s.Deeds != nil && !p.elsewhere() {
		if set := p.lastly(p.everyThing(), n); set != nil {
			return set, true
		}
	}
	p.ask = &Question{Text: "Which " + itoa(n) + "? Name them."}
	return nil, false
}

// about are the things that a change was about; of new cells, those cells.
func (p *parser) about(d Deed) []act.Target {
	out := meant(d.Acts)
	for _, a := range d.Acts {
		if a.Intent != act.Spawn {
			continue
		}
		if of := p.newestOf(a.Args.Gene); of != "" && !has(out, act.Target{Cell: of}) {
			out = append(out, act.Target{Cell: of})
		}
	}
	if len(out) == 0 && d.Target.Cell != "" {
		out = append(out, d.Target)
	}
	return out
}

// newestOf is the cell of a gene that came last, "" without one.
func (p *parser) newestOf(gene string) string {
	id, most := "", 0
	for _, c := range p.s.Cells {
		if n := nth(c.ID); c.Gene == gene && gene != "" && n > most {
			id, most = c.ID, n
		}
	}
	return id
}

// exchanged are the two things that have just changed places, nil where none have.
func (p *parser) exchanged() []act.Target {
	if last := p.s.LastActs; len(last) == 1 && last[0].Intent == act.Swap && last[0].Args.LikeCell != "" && !p.elsewhere() && (p.s.Point == nil || !p.s.Point.Given) {
		return []act.Target{last[0].Target, {Cell: last[0].Args.LikeCell, Node: last[0].Args.LikeNode}}
	}
	return nil
}

// pairOf is what "them" means after two things of one sort were changed one right after the other, in the same or in two
// sentences; nil where it means what was changed last. What is many by itself ("the notes", letters, corners) is them alone.
func (p *parser) pairOf() []act.Target {
	if p.s.Last == nil || p.elsewhere() || p.s.Deeds == nil || len(p.s.LastActs) == 0 || strings.HasSuffix(p.s.name(*p.s.Last), "s") {
		return nil
	}
	deeds := p.s.Deeds()
	if len(deeds) < 2 {
		return nil
	}
	var out []act.Target
	for _, d := range deeds[:2] {
		if d.ByHand || !wholly(d.Acts) {
			return nil
		}
		of := p.about(d)
		if len(of) != 1 || has(out, of[0]) {
			return nil
		}
		out = append([]act.Target{of[0]}, out...)
	}
	if (out[0].Node == "") != (out[1].Node == "") || p.s.LastActs[0].Intent == act.Undo || !has(out[1:], *p.s.Last) && !p.spawned(deeds[0]) {
		return nil
	}
	return out
}

func (p *parser) spawned(d Deed) bool {
	return len(d.Acts) == 1 && d.Acts[0].Intent == act.Spawn && d.Target == *p.s.Last
}

// wholly reports whether acts are about things as a whole, not about their letters, corners or borders, which are many too.
func wholly(acts []act.Act) bool {
	for _, a := range acts {
		switch a.Intent {
		case act.Move, act.Resize, act.Spawn, act.Style, act.Rename, act.Raise, act.Lock, act.Opacity, act.Shadow:
		case act.Recolor:
			if a.Args.Part != "" && a.Args.Part != "background" {
				return false
			}
		default:
			return false
		}
	}
	return len(acts) > 0
}
