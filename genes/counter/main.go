// A counter: one number and the buttons that change it.
package main

import "cellshell/membrane/cell"

// Step is how much one tap adds or takes away.
const Step = 1

// Counter keeps the number.
type Counter struct{ Count int }

// View shows the number and its buttons.
func (c *Counter) View(x *cell.Context) cell.Node {
	x.OnKey(c.key)
	return cell.Column(
		cell.Text("Counter").Key("title").Size(13).Weight(600).Color("muted"),
		cell.Text(cell.Itoa(c.Count)).Key("count").Size(64).Bold().Color("accent").Tabular().Lines(1).MinWidth(120).Center(),
		cell.Row(
			cell.Button("−"+cell.Itoa(Step)).Key("minus").Size(16).Width(64).Height(40).Tooltip("Take one away").
				OnTap(func() { c.Count -= Step }),
			cell.Button("+"+cell.Itoa(Step)).Key("plus").Primary().Size(16).Width(64).Height(40).Tooltip("Add one").
				OnTap(func() { c.Count += Step }),
			cell.Button("Reset").Key("reset").Plain().Size(14).PadX(12).Height(40).Disabled(c.Count == 0).
				OnTap(func() { c.Count = 0 }),
		).Gap(8).Align("center"),
	).Align("center").Gap(8).PadX(24).PadY(18)
}

func (c *Counter) key(chord string) {
	switch chord {
	case "up", "+", "plus":
		c.Count += Step
	case "down", "-", "minus":
		c.Count -= Step
	case "0", "backspace":
		c.Count = 0
	}
}

func main() { cell.Run(&Counter{}) }
