// Command cell talks to the running desktop: it changes it, looks at it and touches it. It asks the body over the control
// socket and prints the answer; nothing is decided here.
//
// What it prints follows five rules. Results go to standard output, everything else to standard error. An error is one line
// beginning "cell:", a hint stands on a line of its own. Colours and progress appear on terminals only, and colours not with
// NO_COLOR set. With --json the result is exactly what the body answered. Exit codes: 0 done, 1 could not, 2 called wrongly,
// 3 the desktop asks something back, 4 refused.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() { os.Exit(run()) }

func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := newApp(os.Stdin, os.Stdout, os.Stderr)
	root := newRoot(a)
	root.SetArgs(os.Args[1:])
	return a.exit(ctx, root.ExecuteContext(ctx))
}
