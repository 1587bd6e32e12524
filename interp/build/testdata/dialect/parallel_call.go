package main

import "cellshell/membrane/cell"

// A is a cell.
type A struct{ X, Y, Z int }

func (a *A) f(n int) int { return n + 1 }

// View shows it.
func (a *A) View(x *cell.Context) cell.Node {
	return cell.Column(
		cell.Text(cell.Itoa(a.X)+" "+cell.Itoa(a.Y)+" "+cell.Itoa(a.Z)).Key("t"),
		cell.Button("go").Key("go").OnTap(func() { a.Y = 7; a.X, a.Y = a.f(3), 0; a.Z, a.X = 5, a.f(9) }),
	)
}

func main() { cell.Run(&A{}) }
