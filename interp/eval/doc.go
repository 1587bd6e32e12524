// Package eval runs a cell's source at once, without compiling it (an interpreter host around yaegi). It is linked into
// cellhost only: an interpreter that crashes must take nothing with it but one cell.
//
// # Model
//
// [Serve] makes an interpreter that knows the SDK and the allowed packages and nothing else, waits for a connection and for
// the source, runs the source's main up to cell.Run, and hands the cell and the connection to the SDK's own loop. So a warm
// host costs a few milliseconds from source to first view, and from then on is served like a compiled cell.
//
// # Limits
//
// The package restricts nothing by itself: the process is jailed by who starts it, and the source has passed the gate. What
// the interpreter would run differently from the compiler is kept away by the gate too (immune.CheckDialect).
package eval
