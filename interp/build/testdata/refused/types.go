package main

import "cellshell/membrane/cell"

// Counter is a cell.
type Counter struct {
	Taps int
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	var unused int
	c.Tap++
	c.Taps = "three"
	_ = cell.Colum()
	return cell.Text("x").Colour("red").Bld().Size()
}

func main() {
	cell.Run(&Counter{})
}
