package body

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
)

// oldestFirst lists the files that fit a pattern, by when they were written.
func oldestFirst(pattern string) []string {
	paths, _ := filepath.Glob(pattern)
	age := make(map[string]int64, len(paths))
	for _, p := range paths {
		if info, err := os.Stat(p); err == nil {
			age[p] = info.ModTime().UnixNano()
		}
	}
	slices.SortFunc(paths, func(a, z string) int { return cmp.Compare(age[a], age[z]) })
	return paths
}

// keepNewest removes the oldest of the files that fit a pattern, so that most are left.
func keepNewest(pattern string, most int) {
	all, _ := filepath.Glob(pattern)
	if len(all) <= most {
		return
	}
	all = oldestFirst(pattern)
	for _, path := range all[:len(all)-most] {
		_ = os.Remove(path)
	}
}
