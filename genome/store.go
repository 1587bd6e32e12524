package genome

import (
	"errors"
	"os"
	"sync"

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

func (s *Store) head() plumbing.Hash {
	return s.log.newest().commit
}
