package main

import "cellshell/membrane/cell"

// Counter is a cell.
type Counter struct {
	Taps int
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	for i := 0; i < 2; i++ {
		defer c.log(i)
	}
	return cell.Text("x")
}

func (c *Counter) log(n int) { c.Taps = n }

func main() {
	cell.Run(&Counter{})
}
