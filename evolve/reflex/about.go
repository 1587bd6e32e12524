package reflex

import (
	"sort"
	"strings"

	"cellshell/evolve/act"
)

// about finds what a sentence that was not understood is about, for the model.
func (c *clause) about() (act.Target, bool) {
	open := c.p.open
	defer c.p.aside()()
	for _, r := range c.refs {
		if r.indef || r.own && len(c.refs) > 1 {
			continue
		}
		if set, ok := c.p.resolve(r); ok && len(set) > 0 {
			return set[0], true
		}
		if c.p.open != nil && open == nil { // several of one cell's nodes: then the cell
			cells := wholes(c.p.open.all())
			return cells[0], len(cells) == 1
		}
	}
	return act.Target{}, false
}

// wanted returns what a clause that adds something would add.
func (c *clause) wanted() (string, bool) {
	puts := c.verb("add") == nil && c.verb("want") == nil
	if puts && !some(c.toks, "verb", "move", "give") {
		return "", false
	}
	for i, t := range c.toks {
		if next := t0(c.toks, i+1); puts && (next == nil || next.kind != letters || len(next.senses) > 0 && (!next.is("gene") || c.p.gene(next.value("gene")) != nil)) {
			continue // "put a frobnicator in the corner" would add one, "put a border round it" none
		}
		if t.is("det", "a", "new") {
			var words []string
			for _, o := range c.toks[i+1:] {
				if o.is("det", "that") || o.isAny("prep", "place", "conj", "rel") || o.kind == mark {
					break
				}
				if !o.is("fill", "fill") || len(o.senses) > 1 {
					words = append(words, c.p.text(o.start, o.end))
				}
			}
			if len(words) > 0 {
				return strings.Join(words, " "), true
			}
		}
	}
	if c.failed {
		if v := c.verb("add"); v != nil {
			return c.thingBehind(v)
		}
	}
	return "", false
}

// thingBehind is what stands behind a verb, when it can be the name of a thing: "start right next to it" names none.
func (c *clause) thingBehind(verb *token) (string, bool) {
	from, to := 0, 0
	for _, t := range c.toks {
		switch {
		case t.start < verb.end || t.is("det", "the") || t.is("fill", "fill") && len(t.senses) == 1 || t.kind == mark:
		case t.isAny("rel", "pron", "person", "q", "place", "neg"), listed("joint", t.text) != "":
			return "", false
		case to == 0:
			from, to = t.start, t.end
		default:
			to = t.end
		}
	}
	return c.p.text(from, to), to > 0
}

// beyond reports whether more is wanted than a thing by its name: "a pomodoro timer with a big red stop button".
func beyond(words []string, what string) bool {
	for _, w := range words {
		if !strings.Contains(fold(what), fold(w)) {
			return true
		}
	}
	return false
}

// closest says that there is no such gene, and asks whether one is meant whose name is much like it.
func (p *parser) closest(what string) *Question {
	q := &Question{Text: "I have no " + what + "."}
	if g := p.gene(listed("nearly", fold(what))); g != nil {
		return q.offering(g)
	}
	type near struct {
		g *Gene
		d int
	}
	var all []near
	want := fold(what)
	for i := range p.s.Genes {
		g := &p.s.Genes[i]
		best := len(want)
		for _, name := range append([]string{g.Name, g.Title}, g.Synonyms...) {
			if name = fold(name); name == "" {
				continue
			}
			if d := distance(want, name, 99); d*3 <= len(name) {
				best = min(best, d)
			} else if strings.Contains(" "+want+" ", " "+name+" ") {
				best = 0 // "an egg timer for two"
			}
		}
		if best < len(want) {
			all = append(all, near{g, best})
		}
	}
	if len(all) == 0 {
		return q
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].d < all[j].d })
	var genes []*Gene
	for _, n := range all[:min(3, len(all))] {
		genes = append(genes, n.g)
	}
	return q.offering(genes...)
}

// offering is a question with some genes to choose from.
func (q *Question) offering(genes ...*Gene) *Question {
	q.Text += " Shall it be one of these?"
	for _, g := range genes {
		label := g.Title
		if label == "" {
			label = g.Name
		}
		q.Choices = append(q.Choices, Choice{Label: label, Acts: []act.Act{{Intent: act.Spawn, Args: act.Args{Gene: g.Name}}}})
	}
	q.Choices = append(q.Choices, Choice{Label: "None of them"})
	return q
}
