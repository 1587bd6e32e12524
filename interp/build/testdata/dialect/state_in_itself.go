package main

import "cellshell/membrane/cell"

type branch struct{ Kids []*branch }

// Counter is a cell.
type Counter struct {
	Taps int
	Root *branch
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	return cell.Text("x")
}

func main() {
	cell.Run(&Counter{})
}
