// Package atomicfile replaces files in one step. It does not wait for the disk: after a power cut a file may be the old one;
// genome, which must never lose a change, has its own way.
package atomicfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Write puts data in path with the permission bits perm: a reader, or whoever comes after a crash, sees the old content or
// the new, never a part. What is half written stands beside it under a name that begins with a point.
func Write(path string, data []byte, perm fs.FileMode) error {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		if p := (*fs.PathError)(nil); errors.As(err, &p) { // the name of what stands beside it is nobody's business
			err = &fs.PathError{Op: p.Op, Path: path, Err: p.Err}
		}
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Chmod(perm), f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}
