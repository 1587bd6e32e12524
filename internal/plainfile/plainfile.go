// Package plainfile opens files where anybody may have put anything.
package plainfile

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// ErrNone says that what stands where a file belongs is none: a folder, a pipe, a device.
var ErrNone = errors.New("is no file")

// Open opens a file to be read. It waits for no pipe that nobody writes to, and what is no file gives [ErrNone].
func Open(path string) (*os.File, fs.FileInfo, error) {
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, nil, err
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = ErrNone
	}
	if err != nil {
		f.Close()
		return nil, nil, err
	}
	return f, info, nil
}
