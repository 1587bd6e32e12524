package cell

import "cellshell/membrane/ui"

// place is a node where it stands in a tree.
type place struct {
	ui.Node
	on [handlers]func(ui.Event)
}

// tree is what a View returned, as it is sent. Its memory is used for another tree after it: see clear.
type tree struct {
	places []place    // parents before children
	links  []*ui.Node // the lists of children
}

// maxKept is the number of places that are kept for another tree, of about 800 bytes each.
const maxKept = 1024

// grow makes the tree of root, which must be empty. Nodes that stand where one of before stood take over its ID.
func (t *tree) grow(root Node, keys bool, before *ui.Node) *ui.Node {
	if root.e == nil {
		root = Column()
	}
	if n := count(root); n > cap(t.places) {
		t.places, t.links = make([]place, 0, n+n/4), make([]*ui.Node, 0, n+n/4)
	}
	out := &t.plant(root).Node
	if keys {
		out.Events = append(out.Events, ui.EventKey)
	}
	ui.IdentifyLike(out, before)
	return out
}

// count is how many places the node and all below it take.
func count(n Node) int {
	if n.e == nil {
		return 0
	}
	all := 1
	for _, child := range n.e.children {
		all += count(child)
	}
	return all
}

// plant gives the node and all below it places of their own, so one Node may stand in several.
func (t *tree) plant(n Node) *place {
	t.places = t.places[:len(t.places)+1]
	p := &t.places[len(t.places)-1]
	n.mark(p)
	p.Events = p.events()
	from := len(t.links)
	for _, child := range n.e.children {
		if child.e != nil {
			t.links = append(t.links, nil)
		}
	}
	p.Children = t.links[from:len(t.links):len(t.links)]
	i := 0
	for _, child := range n.e.children {
		if child.e != nil {
			p.Children[i] = &t.plant(child).Node
			i++
		}
	}
	if i == 0 {
		p.Children = nil
	}
	distinct(p.Children)
	return p
}

// clear forgets the tree: nothing may use it any more.
func (t *tree) clear() {
	if cap(t.places) > maxKept {
		*t = tree{}
		return
	}
	clear(t.places)
	clear(t.links)
	t.places, t.links = t.places[:0], t.links[:0]
}

// at is the place with that ID, or nil.
func (t *tree) at(id string) *place {
	for i := range t.places {
		if t.places[i].ID == id {
			return &t.places[i]
		}
	}
	return nil
}
