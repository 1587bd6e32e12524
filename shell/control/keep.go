package control

import (
	"net"
	"os"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"

	"cellshell/internal/privatedir"
)

// Whoever removes the socket, or its folder, may still be at it for keepPause; what cannot be made again is tried every
// keepAgain.
const (
	keepPause = 100 * time.Millisecond
	keepAgain = time.Second
)

// keep makes the socket again when somebody has removed it, or the folder that it is in, so that a living desktop can always
// be reached. It sleeps until something happens in the folder, and ends with the server. Without a watcher of the kernel
// nothing is kept.
func (s *Server) keep(w *fsnotify.Watcher, path string) {
	defer s.wg.Done()
	defer w.Close()
	var look <-chan time.Time
	for {
		select {
		case <-s.ctx.Done():
			return
		case _, ok := <-w.Errors:
			if !ok {
				return
			}
		case e, ok := <-w.Events:
			if !ok {
				return
			}
			if (e.Name == path || e.Name == filepath.Dir(path)) && (e.Has(fsnotify.Remove) || e.Has(fsnotify.Rename)) {
				look = time.After(keepPause)
			}
		case <-look:
			if look = nil; s.listenAgain(w, path) != nil {
				look = time.After(keepAgain)
			}
		}
	}
}

// watch starts keep.
func (s *Server) watch(path string) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return
	}
	if w.Add(filepath.Dir(path)) != nil {
		w.Close()
		return
	}
	s.wg.Add(1)
	go s.keep(w, path) // ends with the server
}

// listenAgain puts a new socket in the place of one that is gone, in a new folder if it has to be.
func (s *Server) listenAgain(w *fsnotify.Watcher, path string) error {
	if err := privatedir.Make(filepath.Dir(path)); err != nil {
		return err
	}
	if err := w.Add(filepath.Dir(path)); err != nil {
		return err
	}
	if _, err := os.Lstat(path); err == nil {
		return nil // somebody has put something there, and knows why
	}
	l, err := net.Listen("unix", path)
	if err != nil {
		return err
	}
	_ = os.Chmod(path, 0o600)
	s.mu.Lock()
	old := s.listener
	if s.ctx.Err() != nil {
		old = l
	} else {
		s.listener = l
		s.wg.Add(1)
		go s.accept(l) // ends when Close closes the listener
	}
	s.mu.Unlock()
	if u, ok := old.(*net.UnixListener); ok && old != l {
		u.SetUnlinkOnClose(false) // the file of that name is the new one's
	}
	return old.Close()
}
