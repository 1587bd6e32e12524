package main

import "cellshell/membrane/cell"

// Counter is a cell.
type Counter struct {
	Taps int
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	var rows []cell.Node
	for i := 0; i < 3; i++ {
		step := 1
		if i == 2 {
			step = 5
		}
		rows = append(rows, cell.Button("b").OnTap(func() { c.Taps += step }))
		step++
	}
	return cell.Row(rows...)
}

func main() {
	cell.Run(&Counter{})
}
