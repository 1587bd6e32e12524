package main

import "cellshell/membrane/cell"

// Counter is a cell.
type Counter struct {
	Taps int
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	for {
		c.Taps++
	}
	return cell.Text("x")
}

func main() {
	cell.Run(&Counter{})
}
