package genome

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
)

// readBranch returns the branch that HEAD names.
func (s *Store) readBranch() (plumbing.ReferenceName, error) {
	ref, err := s.objects.Reference(plumbing.HEAD)
	if err != nil {
		return "", fmt.Errorf("genome: %s: HEAD: %w", s.git, err)
	}
	if ref.Type() != plumbing.SymbolicReference || !ref.Target().IsBranch() {
		return "", fmt.Errorf("genome: %s: HEAD is on no branch; run: git -C %s switch main", s.git, s.dir)
	}
	return ref.Target(), nil
}

// readRef returns the commit the branch is at; zero when there is none yet.
func (s *Store) readRef() (plumbing.Hash, error) { return s.refAt(s.ref) }

func (s *Store) refAt(name plumbing.ReferenceName) (plumbing.Hash, error) {
	ref, err := s.objects.Reference(name)
	if errors.Is(err, plumbing.ErrReferenceNotFound) {
		return plumbing.ZeroHash, nil
	}
	if err != nil {
		return plumbing.ZeroHash, fmt.Errorf("genome: %s: %w", name, err)
	}
	return ref.Hash(), nil
}

// stageRef adds the branch's new commit to a wave.
func (s *Store) stageRef(w *wave, to plumbing.Hash) (temp string) {
	temp = filepath.Join(s.git, "tmp", "ref")
	os.Remove(temp)
	w.add(temp, []byte(to.String()+"\n"), 0o644)
	return temp
}

// moveRef moves a branch in one step to where the written file temp says, with the lock file that git uses too. What another
// program has committed to it since the store last looked is not written over: ErrMoved. The branch that an attempt left is
// where it was left, or where the attempt is, when a crash cut a KeepBranch short.
func (s *Store) moveRef(ref plumbing.ReferenceName, temp string, from, to plumbing.Hash, who string, at time.Time, why string) error {
	path := s.refPath(ref)
	defer os.Remove(temp)
	if err := mkdir(filepath.Dir(path)); err != nil {
		return err
	}
	still := func() error {
		at, err := s.refAt(ref)
		if err != nil || at != from && (ref == s.ref || at != s.head()) {
			return errors.Join(err, ErrMoved)
		}
		return nil
	}
	if err := place(temp, path, still); err != nil {
		return fmt.Errorf("genome: branch %s: %w", ref.Short(), err)
	}
	line := fmt.Sprintf("%s %s %s\tcommit: %s\n", from, to, signature(who, at), why)
	for _, name := range []string{"HEAD", string(ref)} {
		// The reflog is a help, not the truth: the branch has moved, with or without it.
		_ = appendLine(filepath.Join(s.git, "logs", filepath.FromSlash(name)), line)
	}
	return nil
}

func (s *Store) refPath(ref plumbing.ReferenceName) string {
	return filepath.Join(s.git, filepath.FromSlash(string(ref)))
}

// writeRef puts a branch at a commit.
func (s *Store) writeRef(ref plumbing.ReferenceName, to plumbing.Hash) error {
	path := s.refPath(ref)
	if err := mkdir(filepath.Dir(path)); err != nil {
		return err
	}
	return s.put("ref", path, to.String())
}

// writeHead puts HEAD on a branch.
func (s *Store) writeHead(ref plumbing.ReferenceName) error {
	return s.put("HEAD", filepath.Join(s.git, "HEAD"), "ref: "+string(ref))
}

// put writes a file of one line. It takes no lock of git's: one that a crash left behind would stand in everybody's way.
func (s *Store) put(name, path, line string) error {
	temp := filepath.Join(s.git, "tmp", name)
	os.Remove(temp)
	return replace(temp, path, []byte(line+"\n"))
}

// arrive puts HEAD on the branch that an attempt had left, after the commit that ends it. mu is held.
func (s *Store) arrive(ref plumbing.ReferenceName) error {
	s.ref = ref // the store is there already; the disk follows now or with the intent
	if err := s.writeHead(ref); err != nil {
		return err
	}
	s.forget()
	return nil
}

// reflog lists where the branch has been, newest first.
func (s *Store) reflog() []plumbing.Hash {
	data, err := os.ReadFile(filepath.Join(s.git, "logs", filepath.FromSlash(string(s.ref))))
	if err != nil {
		return nil
	}
	var out []plumbing.Hash
	for line := range strings.Lines(string(data)) {
		for _, f := range strings.Fields(line)[:min(2, len(strings.Fields(line)))] {
			if h := plumbing.NewHash(f); len(f) == 40 && !h.IsZero() && !slices.Contains(out, h) {
				out = append(out, h)
			}
		}
	}
	slices.Reverse(out)
	return out
}
