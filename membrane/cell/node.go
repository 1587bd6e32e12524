package cell

import (
	"math"

	"cellshell/membrane/ui"
)

// Node is one element of the interface. The zero Node is an empty spot that takes no room, so `if` can leave things out.
type Node struct{ e *element }

// element is what a Node stands for. It is never written to after its constructor or modifier returned.
type element struct {
	node     ui.Node // without Children
	children []Node

	tap    func()
	tapAt  func(x, y float64)
	change func(text string)
	toggle func(on bool)
	slide  func(value float64)
	submit func(text string)
}

func leaf(n ui.Node) Node { return Node{&element{node: n}} }

func container(kind ui.Kind, children []Node) Node {
	return Node{&element{node: ui.Node{Kind: kind}, children: append([]Node(nil), children...)}}
}

// with returns a copy of n after change.
func (n Node) with(change func(*element)) Node {
	if n.e == nil {
		return n
	}
	e := *n.e
	change(&e)
	return Node{&e}
}

// number returns a pointer to v limited to low and high; what is not a number becomes low.
func number(v, low, high float64) *float64 {
	if !(v >= low) {
		v = low
	}
	if v > high {
		v = high
	}
	return &v
}

// length is a number of logical pixels.
func length(v float64) *float64 { return number(v, 0, ui.MaxNumber) }

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
	return n.with(func(e *element) {
		if e.node.Source == "" {
			e.node.Source = pos
			return
		}
		if len(e.node.Via) < ui.MaxDepth {
			e.node.Via = append(append([]string(nil), e.node.Via...), pos)
		}
	})
}
