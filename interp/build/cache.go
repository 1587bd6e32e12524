package build

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"time"
)

// cacheFiles is how many executables the cache keeps: a few megabytes each.
const cacheFiles = 96

// abandoned is how old the folder of a build is when nobody can be working in it any more.
const abandoned = time.Hour

// cellKey names the executable of a source made by this toolchain.
func (t *Toolchain) cellKey(marked []byte) string {
	h := sha256.New()
	h.Write([]byte(t.Key() + "\n"))
	h.Write(marked)
	return hex.EncodeToString(h.Sum(nil))
}

// Has tells whether Cell would return at once. It costs one look at the disk.
func (t *Toolchain) Has(marked []byte) bool {
	if t.Cache == "" {
		return false
	}
	info, err := os.Stat(filepath.Join(t.Cache, t.cellKey(marked)))
	return err == nil && info.Mode().IsRegular()
}

// Cell returns the path of the executable of marked in the cache, after building it when it is not there. The file may be
// pruned when many others have been used since: start it soon, and ask again for the next start.
func (t *Toolchain) Cell(ctx context.Context, marked []byte, run Runner) (string, error) {
	if t.Cache == "" {
		return "", errors.New("build: the toolchain has no cache")
	}
	path := filepath.Join(t.Cache, t.cellKey(marked))
	if t.Has(marked) {
		now := time.Now()
		_ = os.Chtimes(path, now, now) // recently used; only pruning reads it
		return path, nil
	}
	if err := os.MkdirAll(t.Cache, 0o700); err != nil {
		return "", fmt.Errorf("build: cache: %w", err)
	}
	if err := t.Build(ctx, marked, path, run); err != nil {
		return "", err
	}
	t.prune()
	return path, nil
}

// prune removes the executables that were not used for longest.
func (t *Toolchain) prune() {
	entries, err := os.ReadDir(t.Cache)
	if err != nil || len(entries) <= cacheFiles {
		return
	}
	files := make([]string, 0, len(entries))
	for _, e := range entries {
		if e.Type().IsRegular() {
			files = append(files, filepath.Join(t.Cache, e.Name()))
		} else if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > abandoned {
			os.RemoveAll(filepath.Join(t.Cache, e.Name())) // of a build that a crash cut short
		}
	}
	if len(files) <= cacheFiles {
		return
	}
	sort.Slice(files, func(i, j int) bool { return modTime(files[i]) > modTime(files[j]) })
	for _, f := range files[cacheFiles:] {
		os.Remove(f)
	}
}
