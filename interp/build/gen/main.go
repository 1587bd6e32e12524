// Command gen writes the export data that interp/build embeds: gen FILE.
package main

import (
	"context"
	"fmt"
	"os"

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
	data, err := build.Generate(context.Background())
	if err != nil {
		return err
	}
	return atomicfile.Write(file, data, 0o644)
}
