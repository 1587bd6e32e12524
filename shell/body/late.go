package body

import (
	"strings"

	"cellshell/tissue"
)

// late is what an earlier body still had to tell a cell.
type late struct {
	pending []posted
	unsaid  []string // nodes
}

func (b *Body) lateOf(id tissue.CellID) *late {
	if b.late[id] == nil {
		b.late[id] = &late{}
	}
	return b.late[id]
}

// inherit gives a cell what an earlier body had for it. mu is held.
func (b *Body) inherit(c *live) {
	l := b.late[c.id]
	delete(b.late, c.id)
	if l == nil {
		return
	}
	c.pending = l.pending[max(0, len(l.pending)-maxPosted):]
	for _, node := range l.unsaid {
		c.typing[node] = 1
		c.unsaid = append(c.unsaid, node)
	}
}

// nodeOf is the node that a key names in a cell.
func nodeOf(key string, id tissue.CellID) (node string, ok bool) {
	cell, node, ok := strings.Cut(key, "/")
	return node, ok && cell == string(id)
}
