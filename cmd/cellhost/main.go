// Command cellhost is the small program in which every cell begins. The shell starts it, never a person:
//
//	cellhost interp PROFILE             confine myself, then interpret the cell that comes over descriptor 3
//	cellhost exec PROFILE PATH [ARG…]   confine myself, then become PATH
//	cellhost tool PROFILE PATH [ARG…]   the same for a program that works for the shell
//
// PROFILE is an immune.Profile as JSON. What could not be put in place goes to descriptor 4 as JSON before anything of
// the cell runs; with exit code 125 the cell has not run and starting it again will not help.
package main

import (
	"fmt"
	"os"
)

// exitUseless is the exit code that says: do not restart.
const exitUseless = 125

func main() {
	err := run(os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "cellhost:", err)
		os.Exit(exitUseless)
	}
}
