package cell

import (
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"time"

	"cellshell/membrane/ui"
)

// Patience is how long a cell waits for a body to come back before it ends.
const Patience = 10 * time.Minute

// Host keeps one cell alive over one connection after another. The zero fields are right for a compiled cell; an
// interpreter fills in those its cells need.
type Host struct {
	Cell   Cell
	Engine string // told in the hello: native (the default) or yaegi

	// Encode returns the cell's state as JSON, Decode takes that of the generation before. They replace encoding/json on
	// the exported fields of Cell, for cells whose fields the runtime cannot see directly. An error of Decode is logged
	// and the cell starts with what was decoded.
	Encode func() ([]byte, error)
	Decode func(state []byte) error

	// Blame says what went wrong and where, for a panic of the cell. It is called while the panic unwinds. The default
	// names the innermost frame of package main.
	Blame func(recovered any) string

	loop *loop
}

// ErrStopped is returned by Serve when the body asked the cell to stop.
var ErrStopped = errors.New("cell: stopped by the body")

// PanicError says that the cell panicked. The body has been told.
type PanicError struct {
	Reason string
	Stack  []byte // of the goroutine, for the log
}

// Error implements error.
func (e *PanicError) Error() string { return "cell: " + e.Reason }

// Serve speaks with the body over s until the connection ends, which is not an error: it returns nil and may be called again
// with the next session; the cell then answers the hello at once with its whole view and state. It greets if s has not been
// greeted yet. It returns ErrStopped after a stop, *PanicError after a panic of the cell; these are final.
func (h *Host) Serve(s *Session) error {
	if h.loop == nil {
		h.loop = newLoop(h)
	}
	err := h.loop.serve(s)
	if err != nil && over(err) {
		return nil
	}
	return err
}

// Run serves first (when not nil) and then each connection l accepts, until the cell is stopped, panics, or no body comes for
// as long as Patience. It returns nil for a wanted end.
func (h *Host) Run(l *Listener, first *Session) error {
	for s := first; ; s = nil {
		if s == nil {
			next, err := l.Accept(Patience)
			if errors.Is(err, os.ErrDeadlineExceeded) {
				return nil
			}
			if err != nil {
				return err
			}
			s = next
		}
		err := h.Serve(s)
		_ = s.Close() // nothing is buffered; the end of file is what the body sees
		var panicked *PanicError
		switch {
		case errors.Is(err, ErrStopped):
			return nil
		case errors.As(err, &panicked):
			return err
		case err != nil:
			fmt.Fprintln(os.Stderr, err) // the log of the cell; the next connection may be better
		}
	}
}

// thrift is how much garbage, in percent of the memory in use, a cell lets gather. There are many cells and each has little
// to collect, so a small heap is worth more than rare collections: a cell stays at 3 to 5 MB instead of 8.
const thrift = 25

// Run shows c until the shell ends it. It is the last call of a cell's main and exits the program: 0 after a wanted end, 1
// when the shell cannot be reached, 2 after a panic.
func Run(c Cell) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(thrift)
	}
	l, err := Listen(3)
	if err == nil {
		err = (&Host{Cell: c}).Run(l, nil)
	}
	var panicked *PanicError
	switch {
	case errors.As(err, &panicked):
		fmt.Fprintf(os.Stderr, "%v\n%s", err, panicked.Stack)
		os.Exit(2)
	case err != nil:
		fmt.Fprintln(os.Stderr, err)
		fmt.Fprintln(os.Stderr, `cell: hint: the shell starts cells: cell spawn main.go`)
		os.Exit(1)
	}
	os.Exit(0)
}

// hello is what the cell says of itself: who it is once it has started.
func (h *Host) hello() ui.Hello {
	engine := h.Engine
	if engine == "" {
		engine = "native"
	}
	hello := ui.Hello{Engine: engine}
	if h.loop != nil && h.loop.started {
		hello.Cell, hello.Generation = h.loop.id, h.loop.generation
	}
	return hello
}
