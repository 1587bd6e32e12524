package main

import "cellshell/membrane/cell"

// Counter is a cell.
type Counter struct {
	Taps int
	Seen map[string]bool
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	c.Taps = max(c.Taps, 3) + min(1, 2)
	clear(c.Seen)
	_ = new(c.Taps)
	return cell.Text("x")
}

func main() {
	cell.Run(&Counter{})
}
