package main

import (
	"time"

	"cellshell/membrane/cell"
)

type item struct{ title string }

// Counter is a cell.
type Counter struct {
	Taps  int
	Last  string
	Names []string
	items []item
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	var rows []cell.Node
	for i, name := range c.Names {
		name := name
		rows = append(rows, cell.Button(name).OnTap(func() {
			c.Taps = i
			c.Last = name
		}))
		for j := 0; j < 2; j++ {
			at := time.Duration(i*j) * time.Second
			rows = append(rows, cell.Field(c.Last).OnChange(func(s string) { c.Last = s + at.String() }))
		}
	}
	for _, it := range c.items {
		rows = append(rows, cell.Button(it.title).OnTap(func() { c.pick(it) }))
	}
	for k := range c.Names {
		add := func(n int) { c.Taps += n * k }
		rows = append(rows, cell.Button("+").OnTap(func() { add(k) }))
	}
	return cell.Column(rows...)
}

func (c *Counter) pick(i item) { c.Last = i.title }

func main() {
	cell.Run(&Counter{})
}
