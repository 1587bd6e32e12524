// Command cellhost is the small program in which every cell begins. The shell starts it, never a person:
//
//	cellhost interp PROFILE             confine myself, then interpret the cell that comes over descriptor 3
//	cellhost exec PROFILE PATH [ARG…]   confine myself, then become PATH
//	cellhost tool PROFILE PATH [ARG…]   the same for a program that works for the shell
//
// PROFILE is an immune.Profile as JSON. What could not be put in place goes to descriptor 4 as JSON before anything of
// the cell runs. Exit codes: 0 the cell is done, 2 the cell panicked, 125 it cannot work and starting it again will not
// help.
package main

import "os"

const (
	exitPanic   = 2
	exitUseless = 125
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		complain(err)
		os.Exit(exitCode(err))
	}
}
