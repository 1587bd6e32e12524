package main

import "cellshell/membrane/cell"

type item struct{ n int }

// Counter is a cell.
type Counter struct {
	Taps int
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	{
		type item struct{ s string }
		_ = item{"a"}
	}
	_ = item{1}
	return cell.Text("x")
}

func main() {
	cell.Run(&Counter{})
}
