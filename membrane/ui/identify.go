package ui

import "strconv"

// Identify gives every node of the tree its ID: the root its key, or its kind and "0"; any other the ID of its parent,
// "/", and its key, or its kind and its index among the siblings of that kind. The same tree always gets the same IDs.
func Identify(root *Node) { IdentifyLike(root, nil) }

// IdentifyLike is Identify for a tree that is much like another which has its IDs already: nodes at the same places take over
// theirs instead of new ones that say the same.
func IdentifyLike(root, before *Node) {
	if root == nil {
		return
	}
	root.ID = root.Key
	if root.ID == "" {
		root.ID = string(root.Kind) + "0"
	}
	identifyBelow(root, before)
}

func identifyBelow(parent, before *Node) {
	var c counter
	for i, child := range parent.Children {
		var was *Node
		if before != nil && i < len(before.Children) {
			was = before.Children[i]
		}
		name, index := c.name(child)
		if was != nil && isID(was.ID, parent.ID, name, index) {
			child.ID = was.ID
		} else {
			child.ID = parent.ID + "/" + name + index
		}
		identifyBelow(child, was)
	}
}

// counter names the children of one node, in order.
type counter struct {
	few [8]struct { // kinds and how many of them there were
		kind  Kind
		count int
	}
	kinds int
	more  map[Kind]int // of kinds that found no room
}

// name is the key of the next child, or its kind and its index.
func (c *counter) name(child *Node) (name, index string) {
	n := c.next(child.Kind)
	if child.Key != "" {
		return child.Key, ""
	}
	return string(child.Kind), strconv.Itoa(n)
}

func (c *counter) next(k Kind) int {
	for i := range c.few[:c.kinds] {
		if f := &c.few[i]; f.kind == k {
			f.count++
			return f.count - 1
		}
	}
	if c.kinds < len(c.few) {
		c.few[c.kinds].kind, c.few[c.kinds].count = k, 1
		c.kinds++
		return 0
	}
	if c.more == nil {
		c.more = map[Kind]int{}
	}
	c.more[k]++
	return c.more[k] - 1
}

// isID reports whether id is that of the child name of the node parent.
func isID(id, parent, name, index string) bool {
	n := len(parent) + 1
	return len(id) == n+len(name)+len(index) && id[:n-1] == parent && id[n-1] == '/' &&
		id[n:n+len(name)] == name && id[n+len(name):] == index
}

// Find returns the node with that ID, or nil. The tree must have been identified.
func Find(root *Node, id string) *Node {
	if root == nil || root.ID == id {
		return root
	}
	for _, child := range root.Children {
		if child.ID == id {
			return child
		}
		if len(id) > len(child.ID) && id[len(child.ID)] == '/' && id[:len(child.ID)] == child.ID {
			return Find(child, id)
		}
	}
	return nil
}

// Walk calls visit for every node, parents before children, siblings in order. It does not descend into a node for
// which visit returns false.
func Walk(root *Node, visit func(*Node) bool) {
	if root == nil || !visit(root) {
		return
	}
	for _, child := range root.Children {
		Walk(child, visit)
	}
}

// Clone returns a deep copy of the tree. Image bytes and what a style points to, which nobody writes to, are shared.
func (n *Node) Clone() *Node {
	if n == nil {
		return nil
	}
	c := *n
	c.Children = nil
	if n.Children != nil {
		c.Children = make([]*Node, len(n.Children))
		for i, child := range n.Children {
			c.Children[i] = child.Clone()
		}
	}
	return &c
}
