package body

import (
	"cmp"
	"fmt"
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

// setAside keeps a file that cannot be used out of the way of the next one.
func (b *Body) setAside(path string) string {
	to := path + ".damaged"
	for n := 2; n < 100; n++ {
		if _, err := os.Lstat(to); err != nil {
			break
		}
		to = fmt.Sprintf("%s.damaged-%d", path, n)
	}
	if err := os.Rename(path, to); err != nil {
		b.log.Warn("a damaged file could not be set aside", "err", err)
		return path
	}
	b.log.Warn("a damaged file was set aside", "file", to)
	return to
}
