package genome

import (
	"fmt"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"

	"cellshell/tissue"
)

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
	return s.planTo(i)
}

// planTo plans to go to the state after the change at an index. mu is held.
func (s *Store) planTo(i int) (Plan, error) {
	r := s.log.get(i)
	return s.planState(r.N, r.Sentence, r.tree)
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

// newestGeneration is the highest generation the cell has in the newest state or had when it was last there.
func (s *Store) newestGeneration(id tissue.CellID) int {
	if c := s.doc.Cells[id]; c != nil {
		return c.Generation
	}
	prefix := "cells/" + string(id) + "/"
	for i := s.log.len() - 1; i >= 0; i-- {
		snap, err := s.snapshotOf(s.log.get(i).tree)
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
