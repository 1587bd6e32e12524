package genome

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// step is called before and after every change of the disk; the crash test ends the process there.
var step = func(what string) {}

// replace puts data in path in one step: a reader, or whoever comes after a crash, sees the old file or the new one. The
// bytes are first written to temp, which must be on the same file system and must not exist.
func replace(temp, path string, data []byte) error {
	if err := writeNew(temp, data, 0o644); err != nil {
		return err
	}
	if err := rename(temp, path); err != nil {
		os.Remove(temp)
		return err
	}
	return nil
}

// writeNew creates path, writes data through to the device and removes the file again when that fails.
func writeNew(path string, data []byte, perm fs.FileMode) (err error) {
	step("create " + path)
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, perm)
	if err != nil {
		return fmt.Errorf("genome: %w", err)
	}
	defer func() {
		if err != nil {
			os.Remove(path)
			err = fmt.Errorf("genome: %w", err)
		}
	}()
	half := len(data) / 2
	step("write half of " + path)
	_, err = f.Write(data[:half])
	step("write the rest of " + path)
	if err == nil {
		_, err = f.Write(data[half:])
	}
	step("sync " + path)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// wave writes the files of one change through to the device side by side: a disk takes about as long for ten as for one.
// None has its name yet when flush returns, so a crash before leaves only leftovers in temporary places.
type wave struct {
	paths []string
	data  [][]byte
	perm  []fs.FileMode
}

func (w *wave) add(path string, data []byte, perm fs.FileMode) {
	w.paths, w.data, w.perm = append(w.paths, path), append(w.data, data), append(w.perm, perm)
}

// flush creates the files. On an error none is left, and the first one speaks for all: what fails is the disk.
func (w *wave) flush() error {
	errs := make([]error, len(w.paths))
	var wg sync.WaitGroup
	for i := range w.paths {
		wg.Go(func() { errs[i] = writeNew(w.paths[i], w.data[i], w.perm[i]) })
	}
	wg.Wait()
	first := slices.IndexFunc(errs, func(err error) bool { return err != nil })
	if first < 0 {
		return nil
	}
	for i, path := range w.paths {
		if errs[i] == nil {
			os.Remove(path)
		}
	}
	return errs[first]
}

// rename moves a file into place and makes its folder when that is missing; git gc may remove it again before it is used.
func rename(from, to string) error {
	step("rename to " + to)
	err := os.Rename(from, to)
	for try := 0; try < 10 && errors.Is(err, fs.ErrNotExist); try++ {
		if err = mkdir(filepath.Dir(to)); err == nil {
			err = os.Rename(from, to)
		}
	}
	if err != nil {
		return fmt.Errorf("genome: %w", err)
	}
	step("renamed to " + to)
	return nil
}

// place puts a written file in path under the lock file that git uses too; the lock being there means that git is at work.
// check is asked under the lock whether that is still wanted; nil: it is.
func place(temp, path string, check func() error) error {
	lock := path + ".lock"
	step("lock " + lock)
	if err := os.Link(temp, lock); err != nil {
		return fmt.Errorf("genome: %w", err)
	}
	var err error
	if check != nil {
		err = check()
	}
	if err == nil {
		err = rename(lock, path)
	}
	if err != nil {
		os.Remove(lock)
	}
	return err
}

func mkdir(path string) error {
	step("mkdir " + path)
	if err := os.MkdirAll(path, 0o755); err != nil {
		return fmt.Errorf("genome: %w", err)
	}
	return nil
}

// remove deletes a file that may not be there.
func remove(path string) error {
	step("remove " + path)
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("genome: %w", err)
	}
	step("removed " + path)
	return nil
}

// appendLine adds to a log in one write.
func appendLine(path, line string) error {
	if err := mkdir(filepath.Dir(path)); err != nil {
		return err
	}
	step("append to " + path)
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o644)
	if err != nil {
		return fmt.Errorf("genome: %w", err)
	}
	_, err = f.WriteString(line)
	if err = errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("genome: %w", err)
	}
	return nil
}
