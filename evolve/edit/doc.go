// Package edit changes Go source through its syntax tree (a set of refactoring tools for one file). It keeps comments and
// the shape of what it does not touch.
//
// A position is "main.go:14:9" as the loader writes it into a node: line and column, from 1, of the call that made the
// node. The file name is not looked at; a cell is one file.
//
// Nothing here checks types: what comes out goes through the gate (interp/build) like every other source. All functions
// are pure and return an error instead of a half-made edit.
package edit
