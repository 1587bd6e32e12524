// Package layout gives every node of a cell's tree its place (a flexible box layout): rows, columns, grids and stacks with
// minimum and wanted sizes, growing and shrinking, text that wraps, containers that scroll.
//
// It is a pure function of the tree and its options. All lengths are logical pixels.
//
// # Scale
//
// A node's style may say scale. Its size is then exactly that many times the size it has without, wherever that came from
// (its text, a given width, a stretching parent), and so is everything in it. The tree is therefore solved once without
// scales, and once more for each level of scaled nodes inside scaled nodes, with the sizes found before multiplied and
// held. In a cell of fixed size (Options.Fixed) what then has no room is scrolled to.
package layout
