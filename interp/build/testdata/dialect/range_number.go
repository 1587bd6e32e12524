package main

import "cellshell/membrane/cell"

func each(yield func(int) bool) { yield(1) }

// Counter is a cell.
type Counter struct {
	Taps int
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	for i := range 3 {
		c.Taps += i
	}
	for range each {
		c.Taps++
	}
	return cell.Text("x")
}

func main() {
	cell.Run(&Counter{})
}
