package main

import "cellshell/membrane/cell"

// Asker is a cell.
type Asker struct {
	Load float64
}

// View shows it.
func (a *Asker) View(x *cell.Context) cell.Node {
	return cell.Column(
		cell.Text(cell.Ftoa(a.Load, 2)),
		cell.Button("Ask").OnTap(func() { x.Call("system", "load", nil, a.told) }),
	)
}

func (a *Asker) told(r cell.Reply) { a.Load = r.Float("cpu") }

func main() {
	cell.Run(&Asker{})
}
