package cell

import (
	"math"
	"slices"

	"cellshell/membrane/ui"
)

// Node is one element of the interface. The zero Node is an empty spot that takes no room, so `if` can leave things out.
type Node struct {
	e *element
	n int // of the marks of e, those that are this node's
}

// element is what a constructor made, with the marks of the modifiers that were called on it. Marks are only ever added, so
// the nodes on the way to the newest stay what they are, and a chain of modifiers copies nothing.
type element struct {
	kind     ui.Kind
	text     string
	children []Node
	marks    []mark
	room     [8]mark // for the marks of most elements
}

// mark is one thing said of a node, to be set when the node takes its place in a tree.
type mark struct {
	set    func(p *place, m *mark)
	number float64
	text   string
	on     func(ui.Event)
}

func leaf(kind ui.Kind, text string) Node { return container(kind, text, nil) }

func container(kind ui.Kind, text string, children []Node) Node {
	e := &element{kind: kind, text: text}
	if len(children) > 0 {
		e.children = append(e.children, children...)
	}
	e.marks = e.room[:0]
	return Node{e: e}
}

// with returns n with one mark more. Where another node has gone on from n already, the two part ways.
func (n Node) with(m mark) Node {
	if n.e == nil {
		return n
	}
	switch from := n.e; {
	case n.n == maxMarks:
		n.e = from.with(mark{set: n.folded()})
		n.n = 1
	case n.n < len(from.marks):
		n.e = from.with(from.marks[:n.n]...)
	}
	n.e.marks = append(n.e.marks, m)
	n.n++
	return n
}

// with returns a copy of e that has these marks.
func (e *element) with(marks ...mark) *element {
	c := &element{kind: e.kind, text: e.text, children: e.children}
	c.marks = append(c.room[:0], marks...)
	return c
}

// maxMarks is how many marks a node gathers. A cell that keeps a node and goes on from it in every View would gather them
// without end.
const maxMarks = 200

// folded sets all that the marks of n set.
func (n Node) folded() func(p *place, _ *mark) {
	all := new(place)
	n.mark(all)
	all.Style = all.Style.Merge(ui.Style{}) // what it points to would keep the marks
	return func(p *place, _ *mark) {
		*p = *all
		p.Via = slices.Clip(all.Via)
		if all.Shader != nil {
			s := *all.Shader
			s.Uniforms = slices.Clone(s.Uniforms)
			p.Shader = &s
		}
	}
}

// mark makes p, an empty place, that of n.
func (n Node) mark(p *place) {
	p.Kind, p.Text = n.e.kind, n.e.text
	for i := range n.e.marks[:n.n] {
		m := &n.e.marks[i]
		m.set(p, m)
	}
}

// is returns n after set.
func (n Node) is(set func(p *place, m *mark)) Node { return n.with(mark{set: set}) }

// number and says are for a set that takes its number or its text from the mark.
func (n Node) number(v float64, set func(p *place, m *mark)) Node {
	return n.with(mark{set: set, number: v})
}

func (n Node) says(text string, set func(p *place, m *mark)) Node {
	return n.with(mark{set: set, text: text})
}

// within limits v to low and high; what is not a number becomes low.
func within(v, low, high float64) float64 {
	if !(v >= low) {
		v = low
	}
	if v > high {
		v = high
	}
	return v
}

// length is a number of logical pixels.
func length(v float64) float64 { return within(v, 0, ui.MaxNumber) }

// plain makes a number that may be sent: what is not finite becomes 0.
func plain(v float64) float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return 0
	}
	return v
}

// Src records where in the source the call that made this node stands, "main.go:14:9". The loader writes these calls; later
// ones, from the cell's own functions that returned the node, append to its path.
func (n Node) Src(pos string) Node {
	return n.says(pos, func(p *place, m *mark) {
		switch {
		case p.Source == "":
			p.Source = m.text
		case len(p.Via) < ui.MaxDepth:
			p.Via = append(p.Via, m.text)
		}
	})
}
