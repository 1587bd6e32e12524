package main

import "cellshell/membrane/cell"

// Counter is a cell.
type Counter struct {
	Taps int
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	show := func(s string) cell.Node { return cell.Text(s) }
	n := show("a")
	n = n.Bold()
	nodes := []cell.Node{n, row(
		"b",
	), c.part(2)}
	return cell.Column(nodes...).Gap(3)
}

func row(label string) cell.Node {
	return cell.Row(
		cell.Text(label).
			Size(3).
			Bold(),
	)
}

func (c *Counter) part(n int) cell.Node { return cell.Row(row(cell.Itoa(n))) }

func main() {
	cell.Run(&Counter{})
}
