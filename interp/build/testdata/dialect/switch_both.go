package main

import "cellshell/membrane/cell"

// Counter is a cell.
type Counter struct {
	Taps int
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	switch n := c.Taps; n + 1 {
	case 3:
		c.Taps = 0
	}
	return cell.Text("x")
}

func main() {
	cell.Run(&Counter{})
}
