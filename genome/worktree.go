package genome

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/filemode"
	"github.com/go-git/go-git/v5/plumbing/format/index"

	"cellshell/internal/plainfile"
)

// ready are files that are written through already and wait for their places: the work tree's by what they hold, git's
// index, and the branch.
type ready struct {
	files      map[plumbing.Hash]string
	index, ref string
}

// stageTree adds the new content of the work tree, and git's index, to a wave.
func (s *Store) stageTree(w *wave, n *state) (ready, error) {
	r := ready{files: map[plumbing.Hash]string{}, index: filepath.Join(s.git, "tmp", "index")}
	for p, data := range n.fresh {
		h := n.snap[p]
		if s.snap[p] == h || r.files[h] != "" {
			continue
		}
		r.files[h] = filepath.Join(s.git, "tmp", "work-"+h.String())
		os.Remove(r.files[h])
		w.add(r.files[h], data, 0o644)
	}
	b, err := indexOf(n.snap)
	if err != nil {
		return r, err
	}
	os.Remove(r.index)
	w.add(r.index, b, 0o644)
	return r, nil
}

// drop removes what did not find a place.
func (r ready) drop() {
	for _, temp := range r.files {
		os.Remove(temp)
	}
	for _, temp := range []string{r.index, r.ref} {
		if temp != "" {
			os.Remove(temp)
		}
	}
}

// follow moves the work tree and git's index from one snapshot to the next. Files that hold neither are somebody's
// work and stay. What is ready is only moved into place.
func (s *Store) follow(old, now snapshot, r ready) error {
	defer r.drop()
	for _, p := range changed(old, now) {
		file := filepath.Join(s.dir, filepath.FromSlash(p))
		has, there, err := hashFile(file)
		if err != nil {
			return err
		}
		want, wanted := now[p]
		was, known := old[p]
		switch {
		case there == wanted && has == want: // it is so already
		case there != known || has != was: // edited by hand
		case !wanted:
			if err := remove(file); err != nil {
				return err
			}
			os.Remove(filepath.Dir(file)) // when that was the last one in it
		default:
			if temp := r.files[want]; temp != "" {
				delete(r.files, want)
				if err := rename(temp, file); err != nil {
					return err
				}
			} else if err := s.putOut(file, want); err != nil {
				return err
			}
		}
	}
	if r.index != "" {
		return place(r.index, filepath.Join(s.git, "index"), nil)
	}
	b, err := indexOf(now)
	if err != nil {
		return err
	}
	path := filepath.Join(s.git, "index")
	return replace(path+".lock", path, b)
}

// hashFile names the content of a file as git does; there is false when it does not exist. What is there and no file that
// can be read has the hash of no content.
func hashFile(path string) (h plumbing.Hash, there bool, err error) {
	data, err := readFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid) || isNotDir(err):
		return plumbing.ZeroHash, false, nil
	case errors.Is(err, errOdd):
		return plumbing.ZeroHash, true, nil
	case err != nil:
		return plumbing.ZeroHash, false, fmt.Errorf("genome: %w", err)
	}
	return plumbing.ComputeHash(plumbing.BlobObject, data), true, nil
}

// errOdd says that what stands where a file belongs is none: a folder, a pipe, a device, or nothing that may be read.
var errOdd = errors.New("not a file that can be read")

// readFile reads a file of the work tree, where a person may have put anything: it waits for no pipe and reads no more
// than one byte beyond [MaxFile].
func readFile(path string) ([]byte, error) {
	f, _, err := plainfile.Open(path)
	if errors.Is(err, plainfile.ErrNone) || errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.ENXIO) || errors.Is(err, syscall.ELOOP) {
		return nil, errOdd
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, MaxFile+1))
}

func isNotDir(err error) bool { return err != nil && strings.Contains(err.Error(), "not a directory") }

// indexOf tells git that the work tree is at this snapshot, so that git status and git diff start from it.
func indexOf(now snapshot) ([]byte, error) {
	idx := &index.Index{Version: 2}
	for _, p := range slices.Sorted(maps.Keys(now)) {
		idx.Entries = append(idx.Entries, &index.Entry{Name: p, Hash: now[p], Mode: filemode.Regular})
	}
	var b bytes.Buffer
	if err := index.NewEncoder(&b).Encode(idx); err != nil {
		return nil, fmt.Errorf("genome: index: %w", err)
	}
	return b.Bytes(), nil
}

// Edit is a file of the work tree that differs from the newest commit.
type Edit struct {
	Path    string
	Content []byte // as it is now; nil when it was deleted
}

// Dirty lists the files that somebody changed, added or deleted in the work tree since the newest commit, sorted. Nothing
// here is ever overwritten: commit it (Kind hand) or give it up with [Store.Restore].
func (s *Store) Dirty() ([]Edit, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	seen := map[string]bool{}
	var out []Edit
	add := func(p string) error {
		if seen[p] {
			return nil
		}
		seen[p] = true
		file := filepath.Join(s.dir, filepath.FromSlash(p))
		h, there, err := hashFile(file)
		if err != nil {
			return err
		}
		if want, known := s.snap[p]; there == known && h == want {
			return nil
		}
		e := Edit{Path: p}
		if there {
			switch e.Content, err = readFile(file); {
			case errors.Is(err, errOdd):
				return nil // as below
			case err != nil:
				return fmt.Errorf("genome: %w", err)
			}
		}
		out = append(out, e)
		return nil
	}
	for p := range s.snap {
		if err := add(p); err != nil {
			return nil, err
		}
	}
	err := filepath.WalkDir(filepath.Join(s.dir, "cells"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return nil // unreadable and odd things are nobody's edit
		}
		rel, err := filepath.Rel(s.dir, path)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		if st, err := d.Info(); err != nil || st.Size() > MaxFile || checkPath(rel) != nil || strings.HasSuffix(rel, "~") {
			return nil
		}
		return add(rel)
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("genome: %w", err)
	}
	slices.SortFunc(out, func(a, b Edit) int { return strings.Compare(a.Path, b.Path) })
	return out, nil
}

// putOut writes what the object h holds to a file of the worktree. mu is held.
func (s *Store) putOut(file string, h plumbing.Hash) error {
	data, err := s.objects.blob(h)
	if err != nil {
		return err
	}
	temp := filepath.Join(s.git, "tmp", "work")
	os.Remove(temp)
	return replace(temp, file, data)
}

// Restore gives up hand edits: the named files are again as in the newest commit. Added ones are removed.
func (s *Store) Restore(paths ...string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, p := range paths {
		file := filepath.Join(s.dir, filepath.FromSlash(p))
		h, known := s.snap[p]
		if !known {
			if err := checkPath(p); err != nil {
				return err
			}
			if err := remove(file); err != nil {
				return err
			}
			continue
		}
		if err := s.putOut(file, h); err != nil {
			return err
		}
	}
	return nil
}
