package ui

import (
	"errors"
	"fmt"
)

// Diff returns the patches that turn the tree before into the tree after, as few and as deep as the IDs allow; none when the
// trees are equal. Both must have been identified. A change of the root itself is one patch of the root.
func Diff(before, after *Node) []Patch {
	if before == nil || after == nil || before.ID != after.ID {
		return []Patch{{ID: rootID(before), Node: after}}
	}
	return diff(nil, before, after)
}

func rootID(root *Node) string {
	if root == nil {
		return ""
	}
	return root.ID
}

func diff(patches []Patch, before, after *Node) []Patch {
	if !sameShape(before, after) || !before.EqualAlone(after) {
		return append(patches, Patch{ID: before.ID, Node: after})
	}
	for i := range before.Children {
		patches = diff(patches, before.Children[i], after.Children[i])
	}
	return patches
}

// sameShape reports whether the children have the same IDs in the same order, so that each can be patched by itself.
func sameShape(before, after *Node) bool {
	if len(before.Children) != len(after.Children) {
		return false
	}
	for i, child := range before.Children {
		if child.ID != after.Children[i].ID || child.Kind != after.Children[i].Kind {
			return false
		}
	}
	return true
}

// ErrNoTree refuses a patch when there is no tree yet.
var ErrNoTree = errors.New("ui: patch before the first tree")

// ApplyPatch returns the tree with each patch applied in order and identified anew. Nodes on the way to a change are
// copied, the others shared; the given tree is not changed. IDs of later patches are those of the tree after the earlier
// ones. The result must still pass [Check].
func ApplyPatch(root *Node, patches []Patch) (*Node, error) {
	for _, p := range patches {
		switch {
		case p.Node == nil:
			return nil, fmt.Errorf("ui: patch of %q has no node", p.ID)
		case root == nil:
			return nil, ErrNoTree
		}
		next, ok := replace(root, p)
		if !ok {
			return nil, fmt.Errorf("ui: patch of %q: no such node", p.ID)
		}
		root = next
	}
	return root, nil
}

func replace(root *Node, p Patch) (*Node, bool) {
	if root.ID == p.ID {
		root = p.Node.Clone()
		Identify(root)
		return root, true
	}
	next, ok := replaceBelow(root, p)
	if !ok {
		return nil, false
	}
	return next, true
}

// replaceBelow copies the path from n to the node p names.
func replaceBelow(n *Node, p Patch) (*Node, bool) {
	for i, child := range n.Children {
		inside := child.ID == p.ID
		var fresh *Node
		switch {
		case inside:
			fresh = p.Node.Clone()
		case within(p.ID, child.ID):
			below, ok := replaceBelow(child, p)
			if !ok {
				continue
			}
			fresh = below
		default:
			continue
		}
		copied := *n
		copied.Children = append([]*Node(nil), n.Children...)
		copied.Children[i] = fresh
		if inside {
			renumber(&copied, i)
		}
		return &copied, true
	}
	return nil, false
}

// within reports whether id lies below the node with the ID parent.
func within(id, parent string) bool {
	return len(id) > len(parent) && id[len(parent)] == '/' && id[:len(parent)] == parent
}

// renumber identifies the children of n anew after child i was replaced. Only that child may be written to: the others
// are shared, so those whose ID changes are copied.
func renumber(n *Node, i int) {
	var c counter
	for j, child := range n.Children {
		name, index := c.name(child)
		if j != i && isID(child.ID, n.ID, name, index) {
			continue
		}
		if j != i {
			child = child.Clone()
			n.Children[j] = child
		}
		child.ID = n.ID + "/" + name + index
		identifyBelow(child, nil)
	}
}
