package main

import (
	"fmt"

	"cellshell/membrane/cell"
)

type point struct{ x, y int }

// Counter is a cell.
type Counter struct {
	Taps int
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	return cell.Text(fmt.Sprintf("%+v", point{1, 2}))
}

func main() {
	cell.Run(&Counter{})
}
