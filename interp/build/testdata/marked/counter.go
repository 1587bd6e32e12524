package main

import "cellshell/membrane/cell"

// Counter counts taps.
type Counter struct{ Taps int }

// View shows the count and three buttons.
func (c *Counter) View(x *cell.Context) cell.Node {
	return cell.Column(
		cell.Text(cell.Itoa(c.Taps)).Size(48).Bold(),
		cell.Row(
			cell.Button("Minus").OnTap(func() { c.Taps-- }),
			cell.Button("Plus").OnTap(func() { c.Taps++ }),
			c.reset(),
		),
	).Gap(12).Padding(16)
}

func (c *Counter) reset() cell.Node {
	return cell.Button("Reset").Disabled(c.Taps == 0).OnTap(func() { c.Taps = 0 })
}

func main() { cell.Run(&Counter{}) }
