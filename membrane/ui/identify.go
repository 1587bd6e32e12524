package ui

import "strconv"

// Identify gives every node of the tree its ID: the root its key, or its kind and "0"; any other the ID of its parent,
// "/", and its key, or its kind and its index among the siblings of that kind. The same tree always gets the same IDs.
func Identify(root *Node) {
	if root == nil {
		return
	}
	root.ID = root.Key
	if root.ID == "" {
		root.ID = string(root.Kind) + "0"
	}
	identifyChildren(root)
}

func identifyChildren(parent *Node) {
	if len(parent.Children) == 0 {
		return
	}
	count := make(map[Kind]int, 4)
	for _, child := range parent.Children {
		index := count[child.Kind]
		count[child.Kind]++
		name := child.Key
		if name == "" {
			name = string(child.Kind) + strconv.Itoa(index)
		}
		child.ID = parent.ID + "/" + name
		identifyChildren(child)
	}
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

// Clone returns a deep copy of the tree. Image bytes, which nobody writes to, are shared.
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
	c.Style = n.Style.Merge(Style{})
	return &c
}
