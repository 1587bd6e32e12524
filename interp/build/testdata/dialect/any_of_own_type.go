package main

import "cellshell/membrane/cell"

type number int

// Counter is a cell.
type Counter struct {
	Taps int
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	var v interface{} = number(3)
	_, ok := v.(int)
	if ok {
		c.Taps++
	}
	return cell.Text("x")
}

func main() {
	cell.Run(&Counter{})
}
