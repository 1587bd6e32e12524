package main

import (
	"encoding/json"
	"slices"

	"cellshell/membrane/cell"
)

// Counter is a cell.
type Counter struct {
	Taps  int
	Names []string
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	slices.Sort(c.Names)
	b, _ := json.Marshal(c.Names)
	c.Taps = len(b)
	return cell.Text("x")
}

func main() {
	cell.Run(&Counter{})
}
