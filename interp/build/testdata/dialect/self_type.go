package main

import "cellshell/membrane/cell"

type tree map[string]tree

// Counter is a cell.
type Counter struct {
	Taps int
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	m := tree{"a": nil}
	c.Taps = len(m)
	return cell.Text("x")
}

func main() {
	cell.Run(&Counter{})
}
