package main

import "cellshell/membrane/cell"

var start = compute()

func compute() int { return 3 }

// Counter is a cell.
type Counter struct {
	Taps int
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	c.Taps = start
	return cell.Text("x")
}

func main() {
	cell.Run(&Counter{})
}
