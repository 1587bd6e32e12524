package genome

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"
)

// Entry is one change of the history.
type Entry struct {
	N        int       // 1, 2 … along the first parents
	Hash     string    // of the commit, 40 hex digits
	Sentence string    // the commit's subject
	Status   string    // of the receipt: done
	Kind     string    // KindEvolve and the others
	Of       int       // undo and redo: the number of the change meant
	Time     time.Time // to the second
	Undone   bool      // taken back, and not done again since
	Receipt  []byte    // JSON; nil when there is none
}

// readLog reads the first parents of a commit. Receipts are left out. The lineage that the store has stays as it is.
func (s *Store) readLog(head plumbing.Hash) (*lineage, error) {
	known := map[plumbing.Hash]int{}
	for i := range s.log.len() {
		known[s.log.get(i).commit] = i
	}
	out := &lineage{aside: s.log.aside}
	var later []record // newest first
	for h := head; !h.IsZero(); {
		if i, ok := known[h]; ok { // the rest has been read before
			out = s.log.cut(i + 1)
			break
		}
		c, err := s.objects.commit(h)
		if err != nil {
			return nil, err
		}
		e, _ := parseMessage(c.Message)
		e.Hash, e.Time = h.String(), c.Author.When
		later = append(later, record{e, h, c.TreeHash})
		h = plumbing.ZeroHash
		if len(c.ParentHashes) > 0 {
			h = c.ParentHashes[0]
		}
	}
	for _, r := range slices.Backward(later) {
		out.add(r)
	}
	return out, nil
}

// Commits names the commits of change n and of those before it, newest first, most at the most; n 0 is the newest change, if
// there is any.
func (s *Store) Commits(n, most int) ([]string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if n == 0 && s.log.len() == 0 {
		return nil, nil
	}
	i, err := s.at(n)
	if err != nil {
		return nil, err
	}
	out := make([]string, 0, min(most, i+1))
	for ; i >= 0 && len(out) < most; i-- {
		out = append(out, s.log.get(i).Hash)
	}
	return out, nil
}

// History returns the newest changes first; limit 0 or less is all of them.
func (s *Store) History(limit int) ([]Entry, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := s.back(0, limit)
	for i := range out {
		var err error
		if out[i].Receipt, err = s.receipt(out[i].Hash); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Page returns change upTo and those before it, newest first, limit at the most, and the number of the newest of all. upTo 0 or
// a number beyond it is the newest; limit 0 or less is all of them. They come without their receipts: no commit is read.
func (s *Store) Page(upTo, limit int) (page []Entry, newest int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.back(upTo, limit), s.log.len()
}

// Log returns all changes, the newest first, without their receipts: no commit is read.
func (s *Store) Log() []Entry {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.back(0, 0)
}

// back is Page. mu is held.
func (s *Store) back(upTo, limit int) []Entry {
	n := s.log.len()
	if upTo > 0 {
		n = min(n, upTo)
	}
	if limit <= 0 || limit > n {
		limit = n
	}
	out := make([]Entry, 0, limit)
	for i := n - 1; i >= n-limit; i-- {
		e := s.log.get(i).Entry
		e.Undone = s.log.isUndone(i)
		out = append(out, e)
	}
	return out
}

// Receipt reads the receipt of the change that a commit is, nil when it has none.
func (s *Store) Receipt(hash string) ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.receipt(hash)
}

// receipt is Receipt. mu is held.
func (s *Store) receipt(hash string) ([]byte, error) {
	c, err := s.objects.commit(plumbing.NewHash(hash))
	if err != nil {
		return nil, err
	}
	_, receipt := parseMessage(c.Message)
	return receipt, nil
}

// at finds change n; 0 is the newest.
func (s *Store) at(n int) (int, error) {
	if n == 0 {
		n = s.log.len()
	}
	if n < 1 || n > s.log.len() {
		return 0, fmt.Errorf("genome: there is no change #%d; the history has %d", n, s.log.len())
	}
	return n - 1, nil
}

// before is the tree that the change at index i began from, zero for the first: that of the change before it, or the
// attempt that it threw away.
func (s *Store) before(i int) (plumbing.Hash, error) {
	if r := s.log.get(i); r.Kind == KindDrop {
		c, err := s.objects.commit(r.commit)
		if err != nil {
			return plumbing.ZeroHash, err
		}
		if len(c.ParentHashes) > 1 {
			if c, err = s.objects.commit(c.ParentHashes[1]); err != nil {
				return plumbing.ZeroHash, err
			}
			return c.TreeHash, nil
		}
	}
	if i == 0 {
		return plumbing.ZeroHash, nil
	}
	return s.log.get(i - 1).tree, nil
}

// trees returns the snapshots after and before the change at index i.
func (s *Store) trees(i int) (after, before snapshot, err error) {
	from, err := s.before(i)
	if err != nil {
		return nil, nil, err
	}
	before = snapshot{}
	if !from.IsZero() {
		if before, err = s.snapshotOf(from); err != nil {
			return nil, nil, err
		}
	}
	after, err = s.snapshotOf(s.log.get(i).tree)
	return after, before, err
}

// Diff returns what change n did (0: the newest) as a unified diff, the way git shows it, without the merge stamps.
func (s *Store) Diff(n int) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	i, err := s.at(n)
	if err != nil {
		return "", err
	}
	var from, to *object.Tree
	if to, err = object.GetTree(s.objects, s.log.get(i).tree); err != nil {
		return "", fmt.Errorf("genome: tree of #%d: %w", i+1, err)
	}
	before, err := s.before(i)
	if err != nil {
		return "", err
	}
	if from = (&object.Tree{}); !before.IsZero() {
		if from, err = object.GetTree(s.objects, before); err != nil {
			return "", fmt.Errorf("genome: tree before #%d: %w", i+1, err)
		}
	}
	changes, err := object.DiffTree(from, to)
	if err != nil {
		return "", fmt.Errorf("genome: diff of #%d: %w", i+1, err)
	}
	changes = slices.DeleteFunc(changes, func(c *object.Change) bool { return c.To.Name == stampsPath || c.From.Name == stampsPath })
	slices.SortFunc(changes, func(a, b *object.Change) int { return strings.Compare(a.From.Name+a.To.Name, b.From.Name+b.To.Name) })
	patch, err := changes.Patch()
	if err != nil {
		return "", fmt.Errorf("genome: diff of #%d: %w", i+1, err)
	}
	return patch.String(), nil
}
