package main

import (
	"net/http"

	"cellshell/membrane/cell"
)

// Counter is a cell.
type Counter struct {
	Taps int
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	_, _ = http.Get("http://example.com")
	return cell.Text("x")
}

func main() {
	cell.Run(&Counter{})
}
