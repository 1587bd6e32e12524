// Command faulty is a cell that panics in a function of its own.
package main

import "cellshell/membrane/cell"

type faulty struct{ List []int }

func (f *faulty) View(*cell.Context) cell.Node {
	return cell.Button("third").OnTap(func() { f.List = append(f.List, third(f.List)) })
}

//go:noinline
func third(list []int) int { return list[3] }

func main() { cell.Run(&faulty{}) }
