// Package genes holds the built-in cells (a library of ready-made programs), as the same source an author would write:
// nothing about them is special, and a sentence may change any line once one has been spawned.
package genes

import (
	"embed"
	"path"
)

//go:embed */main.go */genome.toml
var files embed.FS

// Names returns the names of all genes, sorted.
func Names() []string {
	entries, err := files.ReadDir(".")
	if err != nil {
		return nil // an embedded root cannot be missing
	}
	names := make([]string, 0, len(entries))
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// Source returns the Go source of a gene, its main.go.
func Source(name string) ([]byte, bool) { return read(name, "main.go") }

// Manifest returns the genome.toml of a gene: its name, kind, placement, powers and named styles.
func Manifest(name string) ([]byte, bool) { return read(name, "genome.toml") }

func read(name, file string) ([]byte, bool) {
	b, err := files.ReadFile(path.Join(name, file))
	return b, err == nil
}
