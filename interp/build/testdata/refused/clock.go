package main

import (
	"time"

	"cellshell/membrane/cell"
)

// Counter is a cell.
type Counter struct {
	Taps int
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	t := time.Now()
	time.Sleep(time.Second)
	_ = t.Local()
	return cell.Text("x")
}

func main() {
	cell.Run(&Counter{})
}
