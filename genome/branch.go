package genome

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
)

// Branch is an attempt: changes that are shown, and kept or thrown away together. In git it is a branch of that name, and
// HEAD is on it. There is one at a time.
type Branch struct {
	Name    string
	Until   time.Time // thrown away then, unless it is kept before; zero: no such time
	Changes int       // made on it so far
	From    int       // number of the change it starts after
}

// attempt is a Branch on the disk.
type attempt struct {
	Name  string                 `json:"name"`
	Base  plumbing.ReferenceName `json:"base"`  // the branch it leaves, and comes back to
	Since plumbing.Hash          `json:"since"` // commit of Base where it starts
	Until time.Time              `json:"until,omitzero"`
}

func (a *attempt) ref() plumbing.ReferenceName { return plumbing.NewBranchReferenceName(a.Name) }

func (s *Store) attemptPath() string { return filepath.Join(s.git, "cellshell-branch") }

// What the methods about branches say.
var (
	ErrBranched     = errors.New("genome: something is being tried already; keep it or throw it away first")
	ErrUnbranched   = errors.New("genome: nothing is being tried")
	ErrBranchExists = errors.New("genome: there is a branch of that name already")
)

var branchName = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,39}$`)

// CheckBranch says what is wrong with the name of a branch, if anything.
func CheckBranch(name string) error {
	if !branchName.MatchString(name) {
		return fmt.Errorf("genome: %q is no name for a branch: 1 to 40 of a-z, 0-9 and -, with a letter or digit first", name)
	}
	return nil
}

// Branch returns what is being tried; false when nothing is.
func (s *Store) Branch() (Branch, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.trying == nil {
		return Branch{}, false
	}
	from := s.number(s.trying.Since)
	return Branch{Name: s.trying.Name, Until: s.trying.Until, From: from, Changes: s.log.len() - from}, true
}

// number is that of a commit in the log, 0 for one that is not there. mu is held.
func (s *Store) number(h plumbing.Hash) int {
	return s.log.find(h) + 1
}

// StartBranch makes the changes from now on an attempt.
func (s *Store) StartBranch(name string, until time.Time) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.lock == nil:
		return errClosed
	case s.trying != nil:
		return ErrBranched
	case s.log.len() == 0:
		return errors.New("genome: there is nothing yet to branch off from")
	}
	if err := CheckBranch(name); err != nil {
		return err
	}
	a := &attempt{Name: name, Base: s.ref, Since: s.head(), Until: until}
	if _, err := s.objects.Reference(a.ref()); err == nil {
		return fmt.Errorf("%w: %s; choose another, or: git -C %s branch -D %s", ErrBranchExists, name, s.dir, name)
	}
	if err := s.writeRef(a.ref(), a.Since); err != nil {
		return err
	}
	if err := s.writeAttempt(a); err != nil {
		return errors.Join(err, remove(s.refPath(a.ref())))
	}
	if err := s.writeHead(a.ref()); err != nil {
		return errors.Join(err, remove(s.attemptPath()), remove(s.refPath(a.ref())))
	}
	s.ref, s.trying = a.ref(), a
	return nil
}

// KeepBranch makes the attempt part of the branch that it left. Nothing is seen of it. It returns how many changes were kept.
func (s *Store) KeepBranch() (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	a := s.trying
	switch {
	case s.lock == nil:
		return 0, errClosed
	case a == nil:
		return 0, ErrUnbranched
	}
	if err := s.atBase(a); err != nil {
		return 0, err
	}
	from := s.number(a.Since)
	if from == 0 {
		return 0, fmt.Errorf("genome: %q was moved by another program to before its beginning; throw it away, or merge by hand: git -C %s log --graph --all", a.Name, s.dir)
	}
	n := s.log.len() - from
	if err := s.joinBase(a); err != nil {
		return 0, err
	}
	if err := s.arrive(a.Base); err != nil {
		return 0, err
	}
	_ = remove(s.refPath(a.ref())) // its commits are all on the other branch
	return n, nil
}

// joinBase moves the branch that an attempt left to where the attempt is, under git's lock: what another program commits to it
// in this moment is not written over.
func (s *Store) joinBase(a *attempt) error {
	temp, path := s.keepPath(), s.refPath(a.Base)
	os.Remove(temp)
	if err := writeNew(temp, []byte(s.head().String()+"\n"), 0o644); err != nil {
		return err
	}
	defer os.Remove(temp)
	if err := mkdir(filepath.Dir(path)); err != nil {
		return err
	}
	if err := place(temp, path, func() error { return s.atBase(a) }); err != nil {
		return fmt.Errorf("genome: branch %s: %w", a.Base.Short(), err)
	}
	return nil
}

func (s *Store) keepPath() string { return filepath.Join(s.git, "cellshell-keep") }

// unlockBase removes the lock that a crash left on the branch which an attempt was about to join: it is the same file as what
// was written for it, so it is no other program's.
func (s *Store) unlockBase(a *attempt) error {
	lock := s.refPath(a.Base) + ".lock"
	ours, err := os.Stat(s.keepPath())
	if err != nil {
		return nil
	}
	if held, err := os.Stat(lock); err == nil && os.SameFile(ours, held) {
		return remove(lock)
	}
	return nil
}

// finishKeep finishes a KeepBranch that a crash cut short: the branch that was left is where the attempt is.
func (s *Store) finishKeep() error {
	a := s.trying
	if a == nil {
		return nil
	}
	if err := s.unlockBase(a); err != nil || s.head() == a.Since {
		return err
	}
	ref, err := s.objects.Reference(a.Base)
	if err != nil || ref.Hash() != s.head() {
		return nil // not so far: the attempt goes on
	}
	return s.arrive(a.Base)
}

// PlanDrop plans how the desktop becomes what it was when the attempt began. Committing the plan ends the attempt: the
// commit continues the branch that was left and has the attempt as its second parent, so nothing is lost for good.
func (s *Store) PlanDrop() (Plan, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.trying == nil {
		return Plan{}, ErrUnbranched
	}
	if err := s.atBase(s.trying); err != nil {
		return Plan{}, err
	}
	c, err := s.objects.commit(s.trying.Since)
	if err != nil {
		return Plan{}, err
	}
	p, err := s.planState(s.number(s.trying.Since), s.trying.Name, c.TreeHash)
	p.Kind = KindDrop
	return p, err
}

// atBase makes sure that nobody else has moved the branch that an attempt left; a Keep that a crash cut short has. mu is held.
func (s *Store) atBase(a *attempt) error {
	ref, err := s.objects.Reference(a.Base)
	if err != nil {
		return fmt.Errorf("genome: %s: %w", a.Base, err)
	}
	if h := ref.Hash(); h != a.Since && h != s.head() {
		return fmt.Errorf("genome: branch %s was moved by another program since %q began; merge them by hand: git -C %s log --graph --all", a.Base.Short(), a.Name, s.dir)
	}
	return nil
}

// forget notes that nothing is being tried any more. mu is held.
func (s *Store) forget() {
	s.trying = nil
	_ = remove(s.attemptPath()) // one that stays is known to be over: HEAD is not on it
}

// readAttempt reads what is being tried; HEAD decides whether that is still so.
func (s *Store) readAttempt() error {
	s.trying = nil
	data, err := os.ReadFile(s.attemptPath())
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("genome: %w", err)
	}
	a := &attempt{}
	if json.Unmarshal(data, a) != nil || CheckBranch(a.Name) != nil || !a.Base.IsBranch() || a.ref() != s.ref {
		return remove(s.attemptPath())
	}
	s.trying = a
	return nil
}

func (s *Store) writeAttempt(a *attempt) error {
	data, err := json.Marshal(a)
	if err != nil {
		return fmt.Errorf("genome: branch: %w", err)
	}
	temp := filepath.Join(s.git, "tmp", "branch")
	os.Remove(temp)
	return replace(temp, s.attemptPath(), data)
}
