package main

import "cellshell/membrane/cell"

// Counter is a cell.
type Counter struct {
	Taps int
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	var all [][]int
	for i := 0; i < 3; i++ {
		a := [2]int{i, i}
		all = append(all, a[:])
	}
	c.Taps = all[0][0]
	return cell.Text("x")
}

func main() {
	cell.Run(&Counter{})
}
