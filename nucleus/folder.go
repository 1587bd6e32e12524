package nucleus

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"golang.org/x/sys/unix"

	"cellshell/internal/privatedir"
)

// folder is the path of the socket folder.
func (s *Supervisor) folder() string { return filepath.Join(s.opt.RunDir, "cells") }

// openFolder makes the socket folder, or takes over the one that is there, and keeps every other supervisor out of it.
func openFolder(path string) (*os.File, error) {
	if err := privatedir.Make(path); err != nil {
		return nil, fmt.Errorf("nucleus: socket folder: %w", err)
	}
	dir, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("nucleus: socket folder: %w", err)
	}
	if err := lock(dir); err != nil {
		dir.Close()
		return nil, err
	}
	return dir, nil
}

// lockTime is how long a new body waits for one that is just dying.
const lockTime = 2 * time.Second

// lock keeps a second supervisor out of the folder for as long as it is open: they would end each other's hosts.
func lock(dir *os.File) error {
	for end := time.Now().Add(lockTime); ; time.Sleep(10 * time.Millisecond) {
		err := unix.Flock(int(dir.Fd()), unix.LOCK_EX|unix.LOCK_NB)
		if err == nil {
			return nil
		}
		if !errors.Is(err, unix.EWOULDBLOCK) || time.Now().After(end) {
			return fmt.Errorf("nucleus: %s is in use by another body: %w", dir.Name(), err)
		}
	}
}

// mendFolder makes the socket folder again when somebody has removed it. What lay in it cannot be put back: a later body
// would not find the cells that run, and nobody could read what they print. So they are killed, and whoever looks after
// them starts them again, as after any kill.
func (s *Supervisor) mendFolder() error {
	s.home.Lock()
	defer s.home.Unlock()
	if s.folderThere() {
		return nil
	}
	dir, err := openFolder(s.folder())
	if err != nil {
		return err
	}
	defer dir.Close()
	// The number stays: a path made of it leads into the new folder from now on.
	if err := unix.Dup3(int(dir.Fd()), int(s.dir.Fd()), unix.O_CLOEXEC); err != nil {
		return fmt.Errorf("nucleus: socket folder: %w", err)
	}
	s.opt.Log.Warn("the socket folder was removed and made again; all cells are started again", "folder", s.folder())
	if err := s.outputs.watchAgain(); err != nil {
		s.opt.Log.Warn("what cells print is read only when they end", "error", err)
	}
	for _, p := range s.Processes() {
		s.logLine(p.Cell, p.Generation, "killed: the folder of its socket was removed")
		p.signal(syscall.SIGKILL)
	}
	s.pool.empty()
	s.pool.nudge()
	return nil
}

// folderThere tells whether the socket folder is still where it belongs.
func (s *Supervisor) folderThere() bool {
	here, err := os.Stat(s.folder())
	if err != nil {
		return false
	}
	mine, err := s.dir.Stat()
	return err == nil && os.SameFile(here, mine)
}

// folderGone mends the folder, unless the supervisor is closed.
func (s *Supervisor) folderGone() {
	if s.begin() != nil {
		return
	}
	defer s.starts.Done()
	if err := s.mendFolder(); err != nil {
		s.opt.Log.Warn("the socket folder cannot be made again; it is tried at the next start of a cell", "error", err)
	}
}
