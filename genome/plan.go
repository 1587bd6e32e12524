package genome

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"

	"cellshell/tissue"
)

// Plan is what taking back, or doing again, a change would make of the newest state. Nothing has happened yet: hand Doc
// and Files to [Store.Commit] with Kind and Of.
type Plan struct {
	Of       int               // the number of the change
	Kind     string            // undo or redo
	Doc      *tissue.Document  // the whole document after
	Files    map[string][]byte // what changes, by path; nil deletes
	Sentence string            // of the change meant
}

// Merger merges one file three ways; conflict means that both sides changed the same thing. See [MergeText].
type Merger func(base, ours, theirs []byte) (merged []byte, conflict bool)

// What undo and redo say when there is nothing for them.
var (
	ErrNothingToUndo = errors.New("genome: there is nothing to undo")
	ErrNothingToRedo = errors.New("genome: there is nothing to redo")
)

// ConflictError means that a change cannot be taken back by itself: a later one built on it.
type ConflictError struct {
	N, Later               int    // numbers of the change and of the later one
	Sentence, LaterMeaning string // their sentences
	What                   string // the field or file that both changed
	Made, Is               string // a field's value after the change, and now; "" for a file
}

func (e *ConflictError) Error() string {
	return fmt.Sprintf("genome: #%d %q cannot be taken back alone: #%d %q changed %s after it", e.N, e.Sentence, e.Later, e.LaterMeaning, e.What)
}

// PlanUndo plans to take back change n and keep all later ones; n 0 is the newest that is not taken back yet. Undoing an
// undo is doing again. A nil Merger means [MergeText]. A later change in the way gives a *[ConflictError].
func (s *Store) PlanUndo(n int, m Merger) (Plan, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.planUndo(n, m, false)
}

// PlanUndoRest is [Store.PlanUndo] for a change that a later one is in the way of: it takes back what no later change has
// touched, and leaves the rest as it is now.
func (s *Store) PlanUndoRest(n int, m Merger) (Plan, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.planUndo(n, m, true)
}

// planUndo is PlanUndo, or PlanUndoRest. mu is held.
func (s *Store) planUndo(n int, m Merger, rest bool) (Plan, error) {
	undone := s.undone()
	if n == 0 {
		for i := len(s.log) - 1; i >= 0; i-- {
			if r := s.log[i]; !undone[i] && (r.Kind == KindEvolve || r.Kind == KindHand || r.Kind == KindDrop) {
				return s.plan(i, KindUndo, m, rest)
			}
		}
		return Plan{}, ErrNothingToUndo
	}
	i, err := s.at(n)
	if err != nil {
		return Plan{}, err
	}
	kind := KindUndo
	if r := s.log[i]; r.Kind == KindUndo || r.Kind == KindRedo {
		if r.Kind == KindUndo {
			kind = KindRedo
		}
		if i, err = s.at(r.Of); err != nil {
			return Plan{}, err
		}
	}
	switch {
	case s.log[i].Kind == KindStart:
		return Plan{}, fmt.Errorf("genome: #%d is how the desktop began; it cannot be taken back", i+1)
	case kind == KindUndo && undone[i]:
		return Plan{}, fmt.Errorf("genome: #%d %q is taken back already", i+1, s.log[i].Sentence)
	case kind == KindRedo && !undone[i]:
		return Plan{}, fmt.Errorf("genome: #%d %q is not taken back", i+1, s.log[i].Sentence)
	}
	return s.plan(i, kind, m, rest)
}

// PlanRedo plans to do again what was taken back last. A new change after the undo ends that chance; the undo itself can
// still be undone by its number.
func (s *Store) PlanRedo(m Merger) (Plan, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	undone := s.undone()
	for i := len(s.log) - 1; i >= 0; i-- {
		switch r := s.log[i]; {
		case r.Kind == KindUndo && r.Of > 0 && r.Of <= len(undone) && undone[r.Of-1]:
			return s.plan(r.Of-1, KindRedo, m, false)
		case r.Kind != KindUndo && r.Kind != KindRedo:
			return Plan{}, ErrNothingToRedo
		}
	}
	return Plan{}, ErrNothingToRedo
}

// plan merges the change at index i, backwards or forwards, into the newest state; rest leaves out what conflicts.
func (s *Store) plan(i int, kind string, m Merger, rest bool) (Plan, error) {
	if m == nil {
		m = MergeText
	}
	after, before, err := s.trees(i)
	if err != nil {
		return Plan{}, err
	}
	base, theirs := after, before
	if kind == KindRedo {
		base, theirs = before, after
	}
	p := Plan{Of: i + 1, Kind: kind, Sentence: s.log[i].Sentence, Files: map[string][]byte{}}
	if err := s.planDoc(&p, base, theirs, rest); err != nil {
		return Plan{}, err
	}
	bumped := map[tissue.CellID]bool{}
	for _, path := range changed(base, theirs) {
		id, _, ok := CellOf(path)
		if !ok {
			continue
		}
		err := s.planFile(&p, path, base, theirs, m)
		if rest && errors.As(err, new(*ConflictError)) {
			continue
		}
		if err != nil {
			return Plan{}, err
		}
		if _, touched := p.Files[path]; touched && p.Doc.Cells[id] != nil {
			bumped[id] = true
		}
	}
	for id := range bumped { // new source, or old source come back: a generation that never was before
		p.Doc.Cells[id].Generation = s.newestGeneration(id) + 1
	}
	return p, nil
}

func (s *Store) planDoc(p *Plan, base, theirs snapshot, rest bool) error {
	b, err := s.readDoc(base)
	if err != nil {
		return err
	}
	t, err := s.readDoc(theirs)
	if err != nil {
		return err
	}
	doc, conflicts := tissue.Merge3(b, s.doc, t)
	if len(conflicts) > 0 && !rest {
		err := s.conflict(p, conflicts[0].String(), func(a, b snapshot) bool {
			x, err1 := s.readDoc(a)
			y, err2 := s.readDoc(b)
			return err1 == nil && err2 == nil && slices.ContainsFunc(tissue.Diff(x, y), func(op tissue.Op) bool {
				return op.Cell == conflicts[0].Cell && op.Field != "generation" &&
					(op.Field == conflicts[0].Field || conflicts[0].Field == "" || op.Field == "")
			})
		})
		if conflicts[0].Field != "" {
			err.Made, err.Is = string(conflicts[0].Base), string(conflicts[0].Ours)
		}
		return err
	}
	p.Doc = doc
	return nil
}

func (s *Store) planFile(p *Plan, path string, base, theirs snapshot, m Merger) error {
	b, t, o := base[path], theirs[path], s.snap[path]
	if o == t {
		return nil
	}
	want, err := s.blob(t)
	if err != nil {
		return err
	}
	if o != b {
		if b.IsZero() || t.IsZero() || o.IsZero() {
			return s.conflictIn(p, path)
		}
		was, err := s.blob(b)
		if err != nil {
			return err
		}
		merged, conflict := m(was, s.files[path], want)
		if conflict {
			return s.conflictIn(p, path)
		}
		want = merged
	}
	p.Files[path] = want
	return nil
}

// PlanRestore plans how the desktop becomes what it was after change n.
func (s *Store) PlanRestore(n int) (Plan, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if n < 1 {
		return Plan{}, fmt.Errorf("genome: there is no change #%d", n)
	}
	i, err := s.at(n)
	if err != nil {
		return Plan{}, err
	}
	return s.planState(i+1, s.log[i].Sentence, s.log[i].tree)
}

// planState plans to go back, or forth, to the state that a tree holds, that of change n. Nothing is merged: what came after
// is not in it. mu is held.
func (s *Store) planState(n int, sentence string, tree plumbing.Hash) (Plan, error) {
	snap, err := s.snapshotOf(tree)
	if err != nil {
		return Plan{}, err
	}
	p := Plan{Of: n, Kind: KindHand, Sentence: sentence, Files: map[string][]byte{}}
	if p.Doc, err = s.readDoc(snap); err != nil {
		return Plan{}, err
	}
	differs := map[tissue.CellID]bool{}
	for _, path := range changed(s.snap, snap) {
		id, _, ok := CellOf(path)
		if !ok || p.Doc.Cells[id] == nil {
			continue // a cell that goes takes its files with it
		}
		if p.Files[path], err = s.blob(snap[path]); err != nil {
			return Plan{}, err
		}
		differs[id] = true
	}
	for id, c := range p.Doc.Cells {
		switch now := s.doc.Cells[id]; {
		case differs[id] || now == nil: // a program that never was before
			c.Generation = s.newestGeneration(id) + 1
		default:
			c.Generation = now.Generation
		}
	}
	return p, nil
}

// blob reads a file's content; the zero hash is no file.
func (s *Store) blob(h plumbing.Hash) ([]byte, error) {
	if h.IsZero() {
		return nil, nil
	}
	data, err := s.objects.blob(h)
	if data == nil && err == nil {
		data = []byte{}
	}
	return data, err
}

func (s *Store) conflictIn(p *Plan, path string) error {
	return s.conflict(p, path, func(a, b snapshot) bool { return a[path] != b[path] })
}

// conflict names the newest change after p.Of that touched the same thing.
func (s *Store) conflict(p *Plan, what string, touches func(before, after snapshot) bool) *ConflictError {
	e := &ConflictError{N: p.Of, Sentence: p.Sentence, What: what}
	for i := len(s.log) - 1; i >= p.Of; i-- {
		if after, before, err := s.trees(i); err == nil && touches(before, after) {
			e.Later, e.LaterMeaning = i+1, s.log[i].Sentence
			break
		}
	}
	return e
}

// newestGeneration is the highest generation the cell has in the newest state or had when it was last there.
func (s *Store) newestGeneration(id tissue.CellID) int {
	if c := s.doc.Cells[id]; c != nil {
		return c.Generation
	}
	prefix := "cells/" + string(id) + "/"
	for i := len(s.log) - 1; i >= 0; i-- {
		snap, err := s.snapshotOf(s.log[i].tree)
		if err != nil {
			break
		}
		for p := range snap {
			if !strings.HasPrefix(p, prefix) {
				continue
			}
			if d, err := s.readDoc(snap); err == nil && d.Cells[id] != nil {
				return d.Cells[id].Generation
			}
		}
	}
	return 0
}
