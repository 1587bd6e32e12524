package main

import (
	"unsafe"

	"cellshell/membrane/cell"
)

// Counter is a cell.
type Counter struct {
	Taps int
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	_ = unsafe.Sizeof(c.Taps)
	return cell.Text("x")
}

func main() {
	cell.Run(&Counter{})
}
