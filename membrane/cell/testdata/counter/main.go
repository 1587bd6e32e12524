// Command counter is the smallest useful cell.
package main

import "cellshell/membrane/cell"

// Counter counts taps.
type Counter struct{ Taps int }

func (c *Counter) View(x *cell.Context) cell.Node {
	return cell.Column(
		cell.Text(cell.Itoa(c.Taps)).Size(48).Bold(),
		cell.Button("Tap me").OnTap(func() { c.Taps++ }),
	).Gap(12).Padding(16)
}

func main() { cell.Run(&Counter{}) }
