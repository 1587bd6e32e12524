// Package ui is the vocabulary of the membrane (the protocol between a cell and the shell): the messages both sides
// send, and the schema of the interface tree a cell describes. It holds data and checks, opens nothing and draws nothing.
//
// A cell sends a tree of [Node] values; the shell lays it out, draws it and sends [Event] messages back. The closed
// lists of node kinds, colour roles, events and icons live here and nowhere else, so that the SDK, the parser of
// sentences, the compositor and the documentation cannot disagree.
package ui
