package main

import "cellshell/membrane/cell"

type base struct{ Name string }

// Counter is a cell.
type Counter struct {
	base
	Taps int
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	return cell.Text("x")
}

func main() {
	cell.Run(&Counter{})
}
