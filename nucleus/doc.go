// Package nucleus starts, jails, meters and ends cells (a process supervisor).
//
// # Model
//
// A cell is a process behind a listening unix socket that the supervisor made for it. Start gives back a Process with
// a connection; what is said over it is not this package's business. A process runs in the jail of its engine: an
// interpreting host ("yaegi"), a compiled cell ("native") or any other program ("program").
//
//	           Start                 exits, is killed
//	(nothing) ───────▶ running ──────────────────────▶ done
//	                    ▲    │ the body dies
//	           Reattach │    ▼
//	                    running, nobody connected
//
// Interpreting hosts are kept warm: Options.Warm of them wait confined, and Start only renames the socket of one.
//
// # Files
//
//	RunDir/cells/<cell>.<generation>.<run>.sock   listening socket
//	RunDir/cells/<cell>.<generation>.<run>.json   record: process number, start time, engine; enough to find it again
//	RunDir/cells/<cell>.<generation>.<run>.out    what the cell printed and nobody has read yet
//	RunDir/cells/<cell>.<generation>.<run>.at     how far that has been read, bytes
//	LogDir/<cell>.log, .log.1                     its log, written by the supervisor only
//
// A run is one process; a generation may have two while a compiled one takes over from an interpreted one.
// A cell writes straight into its .out file, so its output works on while there is no body. The supervisor reads it as
// it grows and empties it.
//
// # Concurrency
//
// All methods are safe for concurrent use. One goroutine per process waits for its end; one goroutine reads all
// outputs; one refills the warm hosts. Detach and Shutdown end them all and wait for them.
package nucleus
