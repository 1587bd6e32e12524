package main

import "cellshell/membrane/cell"

// Counter is a cell.
type Counter struct {
	Taps  int
	Names []string
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	var i int
	for i = range c.Names {
	}
	c.Taps = i
	return cell.Text("x")
}

func main() {
	cell.Run(&Counter{})
}
