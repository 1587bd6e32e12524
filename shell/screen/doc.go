// Package screen is one window onto the desktop without the window (a display client): it keeps the newest state that the
// body has sent, lays it out and moves it as the body does, draws the sealed layer over it, and sends what the hands do.
//
// # Model
//
// A [Screen] is a value that is fed from two sides. Its links to the body (goroutines, ended by Close) put frames in;
// whoever owns the window puts hands in with Handle and takes pictures out with Picture. A picture is asked for when Wake
// was called, and there is none when nothing has changed: an idle screen draws nothing.
//
// # Sealed layer
//
// What lies above every cell: the evolve bar, the halo around what "this" means, questions, receipts, the sign that the
// body is away. No cell can draw there, and no sentence can change it.
//
// # Death
//
// When the body goes, the last picture stays and moves no more; the links try again until there is a body. When a screen
// goes, its successor gets everything from the body.
package screen
