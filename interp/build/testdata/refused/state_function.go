package main

import "cellshell/membrane/cell"

// Counter is a cell.
type Counter struct {
	OnDone func()
	Icon   cell.Node
	Any    interface{ Do() }
	Pairs  map[float64]int
	Z      complex128
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	return cell.Text("x")
}

func main() {
	cell.Run(&Counter{})
}
