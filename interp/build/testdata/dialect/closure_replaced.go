package main

import "cellshell/membrane/cell"

type point struct{ x, y int }

// Counter is a cell.
type Counter struct {
	Taps int
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	p := point{1, 2}
	get := func() int { return p.x }
	p = point{3, 4}
	c.Taps = get()
	return cell.Text("x")
}

func main() {
	cell.Run(&Counter{})
}
