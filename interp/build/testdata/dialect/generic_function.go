package main

import "cellshell/membrane/cell"

func larger[T int | float64](a, b T) T {
	if a > b {
		return a
	}
	return b
}

// Counter is a cell.
type Counter struct {
	Taps int
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	c.Taps = larger(1, 2)
	return cell.Text("x")
}

func main() {
	cell.Run(&Counter{})
}
