package main

import "cellshell/membrane/cell"

type box[T any] struct{ v T }

func both[T any](v T) map[string]struct{ a, b T } { return nil }

// Counter is a cell.
type Counter struct {
	Taps int
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	return cell.Text("x")
}

func main() {
	cell.Run(&Counter{})
}
