package attach

import (
	"errors"

	"cellshell/compositor"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// Cell is what one cell shows.
type Cell struct {
	Tree  *ui.Node   `json:"tree,omitempty"`
	Same  bool       `json:"same,omitempty"`  // the tree is that of the frame before, with Patch applied
	Patch []ui.Patch `json:"patch,omitempty"` // with Same only
	Dead  string     `json:"dead,omitempty"`  // why it no longer runs
	Note  string     `json:"note,omitempty"`  // something its owner should know
}

var errNoTree = errors.New("attach: a cell is to show the same as before, but showed nothing")

// Apply makes what a cell shows of what it showed before.
func (c Cell) Apply(was compositor.CellInput) (compositor.CellInput, error) {
	is := compositor.CellInput{Tree: c.Tree, Dead: c.Dead, Note: c.Note}
	if !c.Same {
		ui.Identify(is.Tree)
		return is, nil
	}
	if was.Tree == nil {
		return is, errNoTree
	}
	var err error
	is.Tree, err = ui.ApplyPatch(was.Tree, c.Patch)
	return is, err
}

// Since says how what a cell shows became another thing; known is false for a cell that the screen does not have.
func Since(was compositor.CellInput, known bool, is compositor.CellInput) Cell {
	c := Cell{Tree: is.Tree, Dead: is.Dead, Note: is.Note}
	if !known || was.Tree == nil || is.Tree == nil {
		return c
	}
	if was.Tree != is.Tree {
		c.Patch = ui.Diff(was.Tree, is.Tree)
		if len(c.Patch) == 1 && c.Patch[0].Node == is.Tree {
			c.Patch = nil
			return c
		}
	}
	c.Tree, c.Same = nil, true
	return c
}

// Thin is a tree without the texts of its fields that are among the edits: what is shown there is what was typed. Nodes
// without such a field are shared with the tree, which is not written to.
func Thin(id tissue.CellID, n *ui.Node, e *compositor.Edits) *ui.Node {
	if n == nil || e == nil {
		return n
	}
	if (n.Kind == ui.KindField || n.Kind == ui.KindArea) && n.Text != "" && e.Field(id, n.ID) != nil {
		thin := *n
		thin.Text, thin.Seq = "", 0
		return &thin
	}
	var thin *ui.Node
	for i, kid := range n.Children {
		k := Thin(id, kid, e)
		if k == kid {
			continue
		}
		if thin == nil {
			copied := *n
			thin = &copied
			thin.Children = append([]*ui.Node(nil), n.Children...)
		}
		thin.Children[i] = k
	}
	if thin == nil {
		return n
	}
	return thin
}
