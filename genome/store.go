package genome

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/go-git/go-git/v5/plumbing"

	"cellshell/tissue"
)

// Store is an open repository.
type Store struct {
	dir     string // the work tree
	git     string // dir/.git
	objects *objects
	lock    *os.File
	tidier  tidier

	mu        sync.Mutex             // guards the rest
	ref       plumbing.ReferenceName // the branch
	log       *lineage               // along first parents, oldest first
	doc       *tissue.Document       // of the newest commit
	files     map[string][]byte      // content of the newest commit but for document and stamps
	snap      snapshot               // all of the newest commit
	snapshots map[plumbing.Hash]snapshot
	clock     tissue.Clock
	trying    *attempt // nil: nothing is
	recovered string
	behind    bool // the work tree has not followed the branch yet: another program was in the way
}

// Files are the files of one cell. The bytes are shared: do not change them.
type Files struct {
	Source   []byte            // main.go; nil for a cell in another language
	Manifest []byte            // genome.toml
	Other    map[string][]byte // the rest, by name within the cell's folder; nil when there is none
}

// Change is what one commit does.
type Change struct {
	Doc      *tissue.Document  // as it shall be; nil leaves it as it is
	Files    map[string][]byte // new content by path (see [SourcePath]); nil deletes. A cell's files go with the cell.
	Sentence string            // the commit's subject
	Status   string            // of the receipt
	Receipt  []byte            // JSON, without the commit's own hash
	Author   string            // who changed: a person, the shell, a peer
	Time     time.Time         // of the commit, to the second; zero: now
	Kind     string            // evolve, undo, redo, hand, drop or start
	Of       int               // undo and redo: the number of the change taken back or done again
}

// The kinds of change.
const (
	KindEvolve = "evolve" // by a sentence
	KindHand   = "hand"   // by mouse, command or editor
	KindUndo   = "undo"
	KindRedo   = "redo"
	KindName   = "name"   // nothing changed: the desktop as it is got a name, which is the sentence's; see [Store.PlanNamed]
	KindStart  = "start"  // the first desktop; cannot be taken back
	KindDrop   = "drop"   // an attempt was thrown away; see [Store.PlanDrop]
	KindFollow = "follow" // the desktop became what another program had committed; nothing to take back
)

// Head returns the newest state: a copy of the document and every cell's files.
func (s *Store) Head() (*tissue.Document, map[tissue.CellID]Files) {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := make(map[tissue.CellID]Files, len(s.doc.Cells))
	for p, data := range s.files {
		id, name, ok := CellOf(p)
		if !ok {
			continue
		}
		f := out[id]
		switch name {
		case "main.go":
			f.Source = data
		case "genome.toml":
			f.Manifest = data
		default:
			if f.Other == nil {
				f.Other = map[string][]byte{}
			}
			f.Other[name] = data
		}
		out[id] = f
	}
	return s.doc.Clone(), out
}

// Empty reports that nothing was ever committed.
func (s *Store) Empty() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.log.len() == 0
}

// Dir is the work tree, where people and editors find the files.
func (s *Store) Dir() string { return s.dir }

var errClosed = errors.New("genome: the store is closed")

// ErrMoved means that another program moved the branch, by git commit or git reset, since the store last looked. The
// store has caught up; what was to be committed must be made anew from [Store.Head].
var ErrMoved = errors.New("genome: the history was changed by another program; look again and retry")

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

func (s *Store) head() plumbing.Hash {
	return s.log.newest().commit
}
