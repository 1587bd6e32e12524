package main

import "cellshell/membrane/cell"

// Counter is a cell.
type Counter struct {
	Taps int
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	var all []*int
	for i := 0; i < 3; i++ {
		all = append(all, &i)
	}
	c.Taps = *all[0]
	return cell.Text("x")
}

func main() {
	cell.Run(&Counter{})
}
