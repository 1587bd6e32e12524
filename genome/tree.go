package genome

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/filemode"
	"github.com/go-git/go-git/v5/plumbing/object"
)

// snapshot is the content of a commit: blob by path, with '/'.
type snapshot map[string]plumbing.Hash

// addTree writes the folders of a snapshot into the batch and returns the root's name.
func (b *batch) addTree(files snapshot) (plumbing.Hash, error) {
	here := map[string]plumbing.Hash{}
	below := map[string]snapshot{}
	for p, h := range files {
		dir, rest, deep := strings.Cut(p, "/")
		if !deep {
			here[p] = h
			continue
		}
		if below[dir] == nil {
			below[dir] = snapshot{}
		}
		below[dir][rest] = h
	}
	t := &object.Tree{}
	for name, h := range here {
		if below[name] != nil {
			return plumbing.ZeroHash, fmt.Errorf("genome: %s is a file and a folder", name)
		}
		t.Entries = append(t.Entries, object.TreeEntry{Name: name, Mode: filemode.Regular, Hash: h})
	}
	for name, sub := range below {
		h, err := b.addTree(sub)
		if err != nil {
			return plumbing.ZeroHash, err
		}
		t.Entries = append(t.Entries, object.TreeEntry{Name: name, Mode: filemode.Dir, Hash: h})
	}
	slices.SortFunc(t.Entries, func(a, b object.TreeEntry) int { return strings.Compare(sortName(a), sortName(b)) })
	var buf []byte
	for _, e := range t.Entries {
		mode := "100644"
		if e.Mode == filemode.Dir {
			mode = "40000"
		}
		buf = fmt.Appendf(buf, "%s %s\x00", mode, e.Name)
		buf = append(buf, e.Hash[:]...)
	}
	return b.add(plumbing.TreeObject, buf), nil
}

// sortName is how git orders a folder's entries: folders as if their names ended in '/'.
func sortName(e object.TreeEntry) string {
	if e.Mode == filemode.Dir {
		return e.Name + "/"
	}
	return e.Name
}

// maxSnapshots bounds the cache of snapshots.
const maxSnapshots = 128

// snapshotOf lists a commit's files. The result is shared: do not change it.
func (s *Store) snapshotOf(tree plumbing.Hash) (snapshot, error) {
	if got := s.snapshots[tree]; got != nil {
		return got, nil
	}
	out := snapshot{}
	if err := s.walkTree(tree, "", out); err != nil {
		return nil, err
	}
	s.remember(tree, out)
	return out, nil
}

func (s *Store) remember(tree plumbing.Hash, files snapshot) {
	if len(s.snapshots) >= maxSnapshots {
		clear(s.snapshots)
	}
	s.snapshots[tree] = files
}

func (s *Store) walkTree(h plumbing.Hash, dir string, out snapshot) error {
	t, err := object.GetTree(s.objects, h)
	if err != nil {
		return fmt.Errorf("genome: folder %q, tree %s: %w", dir, h, err)
	}
	for _, e := range t.Entries {
		p := path.Join(dir, e.Name)
		switch e.Mode {
		case filemode.Dir:
			if err := s.walkTree(e.Hash, p, out); err != nil {
				return err
			}
		case filemode.Regular, filemode.Executable, filemode.Deprecated:
			out[p] = e.Hash
		}
	}
	return nil
}

// changed lists the paths whose content differs between two snapshots, sorted.
func changed(a, b snapshot) []string {
	set := map[string]bool{}
	for p, h := range a {
		if b[p] != h {
			set[p] = true
		}
	}
	for p, h := range b {
		if a[p] != h {
			set[p] = true
		}
	}
	return slices.Sorted(maps.Keys(set))
}
