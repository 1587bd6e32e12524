package main

import (
	"errors"
	"fmt"
	"os"
	"runtime/debug"

	"cellshell/interp/eval"
	"cellshell/membrane/cell"
	"cellshell/nucleus/jail"
)

// maxStack bounds one goroutine's stack, in bytes, so that endless recursion ends with its name and not with the memory.
const maxStack = 32 << 20

// interpret runs the cell that comes over the listening socket.
func interpret() error {
	debug.SetMaxStack(maxStack)
	l, err := cell.Listen(jail.ListenFD)
	if err != nil {
		return err
	}
	return eval.Serve(l)
}

// exitCode is what a failed run ends with: a cell that panicked may be started again, a host that cannot work may not.
func exitCode(err error) int {
	if panicked(err) {
		return exitPanic
	}
	return exitUseless
}

// complain says on the cell's own output what went wrong.
func complain(err error) {
	if !panicked(err) {
		err = fmt.Errorf("cellhost: %w", err)
	}
	fmt.Fprintln(os.Stderr, err)
}

func panicked(err error) bool {
	var p *cell.PanicError
	return errors.As(err, &p)
}
