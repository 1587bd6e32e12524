// Command gen writes the export data that interp/build embeds: gen FILE.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"

	"cellshell/internal/atomicfile"
	"cellshell/interp/build"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	file := "interp/build/exportdata/bundle.bin"
	if len(args) > 0 {
		file = args[0]
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt) // the go command does not hear of Ctrl+C itself
	defer stop()
	data, err := build.Generate(ctx)
	if err != nil {
		return err
	}
	return atomicfile.Write(file, data, 0o644)
}
