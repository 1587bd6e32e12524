package main

import (
	"strings"

	"cellshell/membrane/cell"
)

// Counter is a cell.
type Counter struct {
	Taps int
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	_ = make([]int, 1<<30)
	var big [2_000_000]byte
	_ = big
	_ = strings.Repeat("x", 1e9)
	return cell.Text("x")
}

func main() {
	cell.Run(&Counter{})
}
