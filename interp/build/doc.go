// Package build turns the source of a cell into something that runs: it checks it, writes the source positions into it,
// and compiles and links it (a checker and a compiler driver). It starts no cell.
//
// # Model
//
//	source ──Gate.Check──▶ Checked ──▶ the interpreter, when Checked.Interpretable
//	                          └────────▶ Toolchain.Cell ──▶ executable
//
// A [Gate] runs in the body: limits, imports and forbidden constructs (package immune), then go/types against export data
// that is built into the program, then the interpreter's dialect. What passes is marked: each call that makes a node
// carries its place in the source, the same for both engines, without moving a line.
//
// A [Toolchain] is a directory with Go's compiler, linker and the archives a cell may link against. [Prepare] makes it once,
// with the go command; [Toolchain.Cell] then needs neither the go command nor its cache, and takes about 0.1 s.
//
// # Errors
//
// A source that may not run is a [*Refusal], with all objections in order; everything else is a fault of the machine.
package build
