package genome

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/go-git/go-git/v5/plumbing"
)

// intent says that the branch is about to move and the work tree with it.
type intent struct {
	Ref  plumbing.ReferenceName `json:"ref"`
	From plumbing.Hash          `json:"from"`
	To   plumbing.Hash          `json:"to"`
	Work plumbing.Hash          `json:"work,omitzero"` // commit that the work tree is at; zero: From
}

func (s *Store) intentPath() string { return filepath.Join(s.git, "cellshell-intent") }

// stageIntent adds the intent to a wave. The returned function puts it in place.
func (s *Store) stageIntent(w *wave, i intent) (place func() error, err error) {
	b, err := json.Marshal(i)
	if err != nil {
		return nil, fmt.Errorf("genome: intent: %w", err)
	}
	temp := filepath.Join(s.git, "tmp", "intent")
	os.Remove(temp)
	w.add(temp, b, 0o644)
	return func() error { return rename(temp, s.intentPath()) }, nil
}

func (s *Store) dropIntent() error { return remove(s.intentPath()) }

// catchUp finishes the change that an intent tells of: the branch has moved, or it has not; the work tree follows it. After a
// crash the locks that it left are taken away first. Otherwise none is ours: git holds it, and is at work.
func (s *Store) catchUp(crashed bool) error {
	data, err := os.ReadFile(s.intentPath())
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("genome: %w", err)
	}
	var i intent
	if err := json.Unmarshal(data, &i); err != nil {
		return fmt.Errorf("genome: %s: %w", s.intentPath(), err)
	}
	if crashed {
		for _, lock := range []string{filepath.FromSlash(string(i.Ref)), "index"} {
			if err := remove(filepath.Join(s.git, lock+".lock")); err != nil {
				return err
			}
		}
	}
	if on, err := s.readBranch(); err != nil {
		return err
	} else if i.Ref != on { // an attempt was being thrown away
		if ref, err := s.objects.Reference(i.Ref); err == nil && ref.Hash() == i.To {
			if err := s.load(i.To); err != nil {
				return err
			}
			if err := s.arrive(i.Ref); err != nil {
				return err
			}
		}
	}
	if i.Work.IsZero() {
		i.Work = i.From
	}
	if s.head() == i.To && i.Ref == s.ref {
		old := snapshot{}
		if !i.Work.IsZero() {
			c, err := s.objects.commit(i.Work)
			if err != nil {
				return err
			}
			if old, err = s.snapshotOf(c.TreeHash); err != nil {
				return err
			}
		}
		if err := s.follow(old, s.snap, ready{}); err != nil {
			return err
		}
	}
	return s.dropIntent()
}
