package main

import "cellshell/membrane/cell"

//go:linkname now time.now
func now() int64

// Counter is a cell.
type Counter struct {
	Taps int
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	return cell.Text("x")
}

func main() {
	cell.Run(&Counter{})
}
