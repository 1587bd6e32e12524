// Command cellshell starts the desktop. It is a small launcher that keeps the body (the server of the desktop) running:
// when the body dies it is started again and finds its cells by their sockets.
package main

import (
	"fmt"
	"os"
)

func main() {
	if err := root().Execute(); err != nil {
		fmt.Fprintln(os.Stderr, "cellshell:", err)
		hint, code := explain(err)
		if hint != "" {
			fmt.Fprintln(os.Stderr, "hint:", hint)
		}
		os.Exit(code)
	}
}
