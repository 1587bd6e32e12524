package genome

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"strings"
	"time"

	"github.com/go-git/go-git/v5/plumbing"

	"cellshell/tissue"
)

// Change is what one commit does.
type Change struct {
	Doc      *tissue.Document  // as it shall be; nil leaves it as it is
	Files    map[string][]byte // new content by path (see [SourcePath]); nil deletes. A cell's files go with the cell.
	Sentence string            // the commit's subject
	Status   string            // of the receipt
	Receipt  []byte            // JSON, without the commit's own hash
	Author   string            // who changed: a person, the shell, a peer
	Time     time.Time         // of the commit, to the second; zero: now
	Kind     string            // KindEvolve and the others
	Of       int               // undo and redo: the number of the change taken back or done again
}

// Commit makes a change durable and moves the work tree along. On an error nothing has changed.
func (s *Store) Commit(c Change) (Entry, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.lock == nil {
		return Entry{}, errClosed
	}
	if moved, err := s.look(); err != nil {
		return Entry{}, err
	} else if moved {
		return Entry{}, ErrMoved
	}
	if s.behind {
		// Whoever holds git's index, as an editor of a commit message may for an hour, does not hold up the history.
		err := s.catchUp(false)
		if err != nil && !errors.Is(err, fs.ErrExist) {
			return Entry{}, err
		}
		s.behind = err != nil
	}
	if c.Time.IsZero() {
		c.Time = time.Now()
	}
	if c.Receipt != nil && !json.Valid(c.Receipt) {
		return Entry{}, errors.New("genome: the receipt is not JSON")
	}
	n, err := s.next(c)
	if err != nil {
		return Entry{}, err
	}
	defer s.tidy()
	defer s.objects.Reindex() // the indexes of packs that were read for it leave memory
	return s.write(c, n)
}

// state is a whole state to be committed.
type state struct {
	doc   *tissue.Document
	files map[string][]byte
	snap  snapshot
	fresh map[string][]byte // content that may not be in the object store yet
	clock tissue.Clock
}

// next works out the state after a change, in memory only.
func (s *Store) next(c Change) (*state, error) {
	n := &state{doc: s.doc, files: maps.Clone(s.files), snap: maps.Clone(s.snap), fresh: map[string][]byte{}, clock: s.clock}
	if c.Doc != nil {
		if err := c.Doc.Check(); err != nil {
			return nil, err
		}
		ops := tissue.Diff(s.doc, c.Doc)
		n.clock.Stamp(ops, c.Time, person(c.Author))
		n.doc = s.doc.Clone()
		if err := n.doc.ApplyAll(ops); err != nil {
			return nil, err
		}
	}
	for p, data := range c.Files {
		if err := checkPath(p); err != nil {
			return nil, err
		}
		id, _, _ := CellOf(p)
		switch {
		case data == nil:
			delete(n.files, p)
			delete(n.snap, p)
		case len(data) > MaxFile:
			return nil, fmt.Errorf("genome: %s has %d bytes, at most %d", p, len(data), MaxFile)
		case n.doc.Cells[id] == nil:
			return nil, fmt.Errorf("genome: %s is of cell %s, which is not in the document", p, id)
		case !bytes.Equal(n.files[p], data) || n.files[p] == nil:
			n.files[p], n.fresh[p] = bytes.Clone(data), data
			if n.files[p] == nil {
				n.files[p] = []byte{}
			}
		}
	}
	for p := range n.files {
		if id, _, _ := CellOf(p); n.doc.Cells[id] == nil {
			delete(n.files, p)
			delete(n.snap, p)
			delete(n.fresh, p)
		}
	}
	var err error
	if n.fresh[docPath], err = tissue.Encode(n.doc); err != nil {
		return nil, err
	}
	n.fresh[stampsPath], err = tissue.EncodeStamps(n.doc)
	return n, err
}

// write is intent, act, result.
func (s *Store) write(c Change, n *state) (Entry, error) {
	b := s.objects.batch()
	for p, data := range n.fresh {
		n.snap[p] = b.add(plumbing.BlobObject, data)
	}
	tree, err := b.addTree(n.snap)
	if err != nil {
		return Entry{}, err
	}
	i := intent{Ref: s.ref, From: s.head(), Work: s.head()}
	parents, log := []plumbing.Hash{i.From}, s.log
	if c.Kind == KindDrop {
		if s.trying == nil {
			return Entry{}, ErrUnbranched
		}
		i.Ref, i.From = s.trying.Base, s.trying.Since
		parents = []plumbing.Hash{i.From, s.head()}
		if log, err = s.readLog(i.From); err != nil {
			return Entry{}, err
		}
	}
	name := person(c.Author)
	i.To = b.add(plumbing.CommitObject, commitObject(tree, parents, name, c.Time, message(c)))
	staged, err := s.stage(b, n, i)
	if err != nil {
		return Entry{}, err
	}
	if err := s.moveRef(i.Ref, staged.ref, i.From, i.To, name, c.Time, oneLine(c.Sentence)); err != nil {
		staged.drop()
		err = errors.Join(err, s.dropIntent())
		if errors.Is(err, ErrMoved) {
			_, behind := s.look()
			err = errors.Join(err, behind)
		}
		return Entry{}, err
	}
	// It has happened. What fails from here on is caught up by the next Commit or Open; the intent stays for it.
	old := s.snap
	e, receipt := parseMessage(message(c))
	e.N, e.Hash, e.Time = log.len()+1, i.To.String(), c.Time.Truncate(time.Second)
	log.add(record{e, i.To, tree})
	s.log = log
	s.doc, s.files, s.snap, s.clock = n.doc, n.files, n.snap, n.clock
	s.remember(tree, n.snap)
	s.behind = i.Ref != s.ref && s.arrive(i.Ref) != nil || s.follow(old, n.snap, staged) != nil || s.dropIntent() != nil
	e.Receipt = receipt
	return e, nil
}

// stage writes all that a commit needs through to the device in one wave, then puts everything but the branch in place:
// the objects, and the intent to move the branch and the work tree.
func (s *Store) stage(b *batch, n *state, i intent) (r ready, err error) {
	var w wave
	name, err := b.stage(&w)
	if err != nil {
		return r, err
	}
	intend, err := s.stageIntent(&w, i)
	if err != nil {
		return r, err
	}
	if r, err = s.stageTree(&w, n); err != nil {
		return r, err
	}
	r.ref = s.stageRef(&w, i.To)
	if err := w.flush(); err != nil {
		return r, err
	}
	err = name()
	if err == nil {
		err = intend()
	}
	if err != nil {
		r.drop()
	}
	return r, err
}

// commitObject writes a commit the way git does.
func commitObject(tree plumbing.Hash, parents []plumbing.Hash, name string, at time.Time, message string) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "tree %s\n", tree)
	for _, parent := range parents {
		if !parent.IsZero() {
			fmt.Fprintf(&b, "parent %s\n", parent)
		}
	}
	who := signature(name, at)
	fmt.Fprintf(&b, "author %s\ncommitter %s\n\n%s", who, who, message)
	return []byte(b.String())
}

func signature(name string, at time.Time) string {
	return fmt.Sprintf("%s <%s@cellshell.local> %d %s", name, strings.ReplaceAll(strings.ToLower(name), " ", "."), at.Unix(), at.Format("-0700"))
}
