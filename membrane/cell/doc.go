// Package cell is what a cell imports (the widget toolkit and event loop of a small jailed program). A cell is a value with
// a View method; exported fields are its state. View describes the interface from the state, handlers change the state,
// then View runs again:
//
//	type Counter struct{ Taps int }
//
//	func (c *Counter) View(x *cell.Context) cell.Node {
//		return cell.Column(
//			cell.Text(cell.Itoa(c.Taps)).Size(48).Bold(),
//			cell.Button("Tap me").OnTap(func() { c.Taps++ }),
//		).Gap(12).Padding(16)
//	}
//
//	func main() { cell.Run(&Counter{}) }
//
// # Model
//
// [Node] is a value: a modifier returns a changed copy, so use what it returns. Layout, theme, focus, text editing and
// animation are the shell's. Lengths are logical pixels. Colours are roles ("accent", "muted", "surface"; the list is
// ui.Roles) or #rrggbb; a role follows the theme, a number does not.
//
// # Concurrency
//
// View, handlers, timers and replies run one after the other on one goroutine. Cells start no goroutines and need no locks;
// what takes long is asked of a service with [Context.Call].
//
// # State
//
// The exported fields of the cell, as JSON, are handed to the next generation of its code and saved by the shell. A field
// whose type changed is dropped, with a line in the log; the others survive.
//
// # Errors
//
// A panic ends the cell: its reason and the place in the cell's source go to the shell, the exit status is 2. The package
// uses the standard library only and leaves net out, because its link time is part of every swap.
package cell
