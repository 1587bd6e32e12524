package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// paired reports whether targets are an icon and what stands right behind it, which go by the same name: the memory symbol
// of a bar and its figure are one thing.
func (p *parser) paired(among []act.Target) bool {
	if len(among) != 2 || among[0].Cell != among[1].Cell {
		return false
	}
	c := p.s.cell(among[0].Cell)
	if c == nil {
		return false
	}
	for i := range c.Nodes {
		if c.Nodes[i].ID != among[0].Node {
			continue
		}
		return c.Nodes[i].Kind == "icon" && i+1 < len(c.Nodes) && c.Nodes[i+1].ID == among[1].Node && holder(c.Nodes[i].ID) == holder(among[1].Node)
	}
	return false
}

// holder is the node that holds a node.
func holder(id string) string {
	i := strings.LastIndexByte(id, '/')
	return id[:max(0, i)]
}
