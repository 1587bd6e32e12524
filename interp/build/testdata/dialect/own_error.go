package main

import "cellshell/membrane/cell"

// Counter is a cell.
type Counter struct {
	Taps int
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	if err := c.save(); err != nil {
		c.Taps = 0
	}
	return cell.Text("x")
}

type failure struct{ code int }

func (f *failure) Error() string { return "failed" }

func (c *Counter) save() error { return &failure{1} }

func main() {
	cell.Run(&Counter{})
}
