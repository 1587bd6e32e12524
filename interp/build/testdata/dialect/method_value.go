package main

import "cellshell/membrane/cell"

type tally struct{ n int }

func (t tally) value() int { return t.n }

// Counter is a cell.
type Counter struct {
	Taps int
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	t := tally{1}
	get := t.value
	t.n = 5
	c.Taps = get() + tally.value(t)
	return cell.Text("x")
}

func main() {
	cell.Run(&Counter{})
}
