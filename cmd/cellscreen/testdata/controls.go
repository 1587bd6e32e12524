package main

import "cellshell/membrane/cell"

// Controls has one of everything that hands can do something to, and says what they did.
type Controls struct {
	Lamp   bool
	Volume float64
	Name   string
	Sent   string
	Row    int
	Taps   int
}

func (c *Controls) View(x *cell.Context) cell.Node {
	var rows []cell.Node
	for i := 0; i < 30; i++ {
		i := i
		rows = append(rows, cell.Text("Row "+cell.Itoa(i)).Key("row"+cell.Itoa(i)).OnTap(func() { c.Row = i }))
	}
	return cell.Column(
		cell.Toggle("Lamp", c.Lamp).Key("lamp").OnToggle(func(on bool) { c.Lamp = on }),
		cell.Slider(c.Volume, 0, 10).Step(1).Label("Volume").Key("volume").OnSlide(func(v float64) { c.Volume = v }),
		cell.Field(c.Name).Placeholder("A name").Key("name").OnChange(func(s string) { c.Name = s }).OnSubmit(func(s string) { c.Sent = s }),
		cell.Button("Tap me").Key("tap").Tooltip("Counts one more").OnTap(func() { c.Taps++ }),
		cell.Text("sent "+c.Sent+", row "+cell.Itoa(c.Row)+", taps "+cell.Itoa(c.Taps)).Key("said"),
		cell.List(rows...).Key("rows").Height(120),
	).Gap(12).Padding(16)
}

func main() { cell.Run(&Controls{Row: -1}) }
