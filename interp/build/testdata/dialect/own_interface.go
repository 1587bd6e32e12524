package main

import "cellshell/membrane/cell"

type shape interface{ area() int }

type square struct{ side int }

func (s square) area() int { return s.side * s.side }

// Counter is a cell.
type Counter struct {
	Taps int
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	var s shape = square{2}
	c.Taps = s.area()
	if q, ok := s.(square); ok {
		c.Taps = q.side
	}
	return cell.Text("x")
}

func main() {
	cell.Run(&Counter{})
}
