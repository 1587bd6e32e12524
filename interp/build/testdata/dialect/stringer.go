package main

import (
	"fmt"

	"cellshell/membrane/cell"
)

type mode int

func (m mode) String() string { return "on" }

// Counter is a cell.
type Counter struct {
	Taps int
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	return cell.Text(fmt.Sprint(mode(1)))
}

func main() {
	cell.Run(&Counter{})
}
