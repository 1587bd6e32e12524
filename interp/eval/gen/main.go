// Command gen writes the symbol tables of interp/eval: gen DIR. Without DIR it writes to interp/eval/symbols.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"cellshell/interp/eval/gen/table"
)

func main() {
	dir := filepath.FromSlash("interp/eval/symbols")
	if len(os.Args) > 1 {
		dir = os.Args[1]
	}
	if err := run(dir); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(dir string) error {
	files, err := table.Files()
	if err != nil {
		return err
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			return err
		}
	}
	return nil
}
