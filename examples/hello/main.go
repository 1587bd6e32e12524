// Command hello is a first cell: a greeting that remembers whom it greets. Put it on the desktop with
//
//	cell spawn examples/hello
package main

import "cellshell/membrane/cell"

// Hello greets. Its exported fields are its state: they survive a change of its code, a crash and a restart.
type Hello struct {
	Name  string
	Times int
}

// View describes the interface. It runs after every handler; it changes nothing.
func (h *Hello) View(x *cell.Context) cell.Node {
	greeting := "Who are you?"
	if h.Name != "" {
		greeting = "Hello, " + h.Name + "!"
	}
	return cell.Column(
		cell.Text(greeting).Size(24).Bold(),
		cell.Field(h.Name).Key("name").Placeholder("Your name").OnChange(func(s string) { h.Name = s }),
		cell.Row(
			cell.Button("Wave").Key("wave").Primary().OnTap(func() { h.Times++ }),
			cell.Text("waved "+cell.Itoa(h.Times)+" times").Color("muted"),
		).Gap(12).Align("center"),
	).Gap(12).Padding(20).Width(280)
}

func main() { cell.Run(&Hello{}) }
