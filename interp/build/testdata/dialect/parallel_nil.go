package main

import "cellshell/membrane/cell"

// Counter is a cell.
type Counter struct {
	Taps  int
	Names []string
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	c.Names, c.Taps = nil, 0
	return cell.Text("x")
}

func main() {
	cell.Run(&Counter{})
}
