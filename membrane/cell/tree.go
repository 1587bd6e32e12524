package cell

import (
	"slices"
	"strconv"

	"cellshell/membrane/ui"
)

// tree turns what View returned into a tree to send and finds its elements by node ID.
func tree(root Node, keys bool) (*ui.Node, map[string]*element) {
	if root.e == nil {
		root = Column()
	}
	out, pairs := grow(root.e, nil)
	if keys {
		out.Events = append(out.Events, ui.EventKey)
	}
	ui.Identify(out)
	elements := make(map[string]*element, len(pairs))
	for _, p := range pairs {
		elements[p.node.ID] = p.element
	}
	return out, elements
}

type pair struct {
	node    *ui.Node
	element *element
}

// grow copies the element and all below it, so one Node may stand in several places.
func grow(e *element, pairs []pair) (*ui.Node, []pair) {
	out := new(ui.Node)
	*out = e.node
	out.Events = e.events()
	pairs = append(pairs, pair{out, e})
	for _, child := range e.children {
		if child.e == nil {
			continue
		}
		var c *ui.Node
		c, pairs = grow(child.e, pairs)
		out.Children = append(out.Children, c)
	}
	distinct(out.Children)
	return out, pairs
}

// distinct makes the names of siblings differ: a second key "a" becomes "a-2", and so does a key that is the name of a
// sibling without one.
func distinct(siblings []*ui.Node) {
	if len(siblings) < 2 || !slices.ContainsFunc(siblings, func(n *ui.Node) bool { return n.Key != "" }) {
		return
	}
	seen := make(map[string]bool, len(siblings))
	count := make(map[ui.Kind]int, 4)
	for _, n := range siblings {
		if n.Key == "" {
			seen[string(n.Kind)+strconv.Itoa(count[n.Kind])] = true
		}
		count[n.Kind]++
	}
	for _, n := range siblings {
		if n.Key == "" {
			continue
		}
		for base, i := n.Key, 2; seen[n.Key]; i++ {
			suffix := "-" + strconv.Itoa(i)
			n.Key = base[:min(len(base), ui.MaxKey-len(suffix))] + suffix
		}
		seen[n.Key] = true
	}
}

func (e *element) events() []ui.EventKind {
	var kinds []ui.EventKind
	if e.tap != nil || e.tapAt != nil {
		kinds = append(kinds, ui.EventTap)
	}
	if e.change != nil || e.toggle != nil || e.slide != nil {
		kinds = append(kinds, ui.EventChange)
	}
	if e.submit != nil {
		kinds = append(kinds, ui.EventSubmit)
	}
	return kinds
}

// handle runs the handlers for ev.
func (e *element) handle(ev ui.Event) {
	if e.node.Disabled {
		return
	}
	switch ev.Kind {
	case ui.EventTap:
		if e.tap != nil {
			e.tap()
		}
		if e.tapAt != nil {
			e.tapAt(ev.X, ev.Y)
		}
	case ui.EventChange:
		if e.change != nil {
			e.change(ev.Text)
		}
		if e.toggle != nil {
			e.toggle(ev.Value != 0)
		}
		if e.slide != nil {
			e.slide(ev.Value)
		}
	case ui.EventSubmit:
		if e.submit != nil {
			e.submit(ev.Text)
		}
	}
}
