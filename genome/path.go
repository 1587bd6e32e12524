package genome

import (
	"fmt"
	"path"
	"strings"

	"cellshell/tissue"
)

// The files at the root of the repository.
const (
	docPath    = "tissue.json"
	stampsPath = "stamps.json"
)

// MaxFile is the longest file a change may hold, bytes.
const MaxFile = 8 << 20

// SourcePath is where a cell's source is kept, relative to the repository.
func SourcePath(id tissue.CellID) string { return "cells/" + string(id) + "/main.go" }

// ManifestPath is where a cell's manifest is kept, relative to the repository.
func ManifestPath(id tissue.CellID) string { return "cells/" + string(id) + "/genome.toml" }

// CellOf returns the cell a path belongs to and the file's name within its folder; ok is false for all other paths.
func CellOf(p string) (id tissue.CellID, name string, ok bool) {
	rest, ok := strings.CutPrefix(p, "cells/")
	if !ok {
		return "", "", false
	}
	dir, name, ok := strings.Cut(rest, "/")
	if !ok || name == "" {
		return "", "", false
	}
	id, err := tissue.ParseID(dir)
	return id, name, err == nil
}

// checkPath refuses whatever could land outside a cell's folder or in git's own.
func checkPath(p string) error {
	_, name, ok := CellOf(p)
	if !ok || path.Clean(p) != p || len(p) > 512 || strings.ContainsAny(p, "\\\x00\n") {
		return fmt.Errorf("genome: path %.80q is not a file of a cell, like cells/clock/main.go", p)
	}
	for part := range strings.SplitSeq(strings.ToLower(name), "/") {
		if strings.HasPrefix(part, ".git") || part == ".." || part == "." || strings.HasPrefix(part, "git~") {
			return fmt.Errorf("genome: path %.80q: the name %q belongs to git", p, part)
		}
	}
	return nil
}
