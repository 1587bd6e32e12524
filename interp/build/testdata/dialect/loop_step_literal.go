package main

import "cellshell/membrane/cell"

// Counter is a cell.
type Counter struct {
	Taps int
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	var fs []func() int
	for i := 0; i < 3; func() { i++ }() {
		fs = append(fs, func() int { return i })
	}
	c.Taps = fs[0]()
	return cell.Text("x")
}

func main() {
	cell.Run(&Counter{})
}
