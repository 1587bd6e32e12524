// Package body is the running desktop without its screen (the server): it owns the document, keeps every cell running in
// its jail, lays everything out, takes input, and gives the evolve pipeline a place to try a change before it is shown.
//
// # Model
//
// A [Body] holds one tissue (the document in its git repository) and one live generation of each cell in it. Each cell has
// a session: a connection to a jailed process that answers every message with a view. The newest complete view of a cell is
// what is drawn; nothing ever waits for a cell.
//
// # Concurrency
//
// One mutex guards the document, the cells and the input state; sessions deliver views by taking it. Nothing that can block
// on a cell, a disk or a network is done with it held. Every goroutine is counted and Close waits for all.
//
// # Death
//
// Cells outlive the body: they listen, the body connects. A new body finds them by their sockets and goes on; what was
// typed and where the caret stood is on disk a few milliseconds after each key.
package body
