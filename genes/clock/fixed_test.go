package main

import "cellshell/membrane/cell"

// fixed shows one node.
type fixed struct{ node cell.Node }

func (f fixed) View(*cell.Context) cell.Node { return f.node }
