package main

import (
	"encoding/base64"

	"cellshell/membrane/cell"
)

// Counter is a cell.
type Counter struct {
	Taps int
}

// View shows it.
func (c *Counter) View(x *cell.Context) cell.Node {
	base64.StdEncoding = nil
	p := &base64.StdEncoding
	_ = p
	return cell.Text("x")
}

func main() {
	cell.Run(&Counter{})
}
