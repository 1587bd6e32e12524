package main

import "cellshell/membrane/cell"

// Counter is a cell.
type Counter struct {
	Taps int
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	n := 1
	get := func() int { return n }
	n, m := 2, 3
	c.Taps = get() + m
	return cell.Text("x")
}

func main() {
	cell.Run(&Counter{})
}
