package main

import "cellshell/membrane/cell"

// Counter is a cell.
type Counter struct {
	Taps  int
	Names []string
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	var rows []cell.Node
	for i := range c.Names {
		rows = append(rows, cell.Button("b").OnTap(func() {
			i++
			c.Taps = i
		}))
	}
	return cell.Row(rows...)
}

func main() {
	cell.Run(&Counter{})
}
