package genome

import (
	"fmt"
	"time"

	"cellshell/tissue"
)

// PlanEarlier plans to make one cell what it was, its program and its place; all others stay as they are. It was so after
// the last change that is older than before; with a zero time it is what the cell began as. The plan is a new change: Kind
// is evolve, and Of the change it goes back to.
func (s *Store) PlanEarlier(id tissue.CellID, before time.Time) (Plan, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var old *tissue.Cell
	var from snapshot
	at := -1
	for i := range s.log.len() {
		r := s.log.get(i)
		if !before.IsZero() && !r.Time.Before(before) {
			break
		}
		snap, err := s.snapshotOf(r.tree)
		if err != nil {
			return Plan{}, err
		}
		doc, err := s.readDoc(snap)
		if err != nil {
			return Plan{}, err
		}
		if c := doc.Cells[id]; c != nil {
			old, from, at = c, snap, i
			if before.IsZero() {
				break
			}
		}
	}
	if old == nil {
		return Plan{}, fmt.Errorf("genome: %s has no version from then; its history is younger", id)
	}
	p := Plan{Of: at + 1, Kind: KindEvolve, Doc: s.doc.Clone(), Files: map[string][]byte{}, Sentence: s.log.get(at).Sentence}
	changed, err := s.planFilesOf(&p, id, from)
	if err != nil {
		return Plan{}, err
	}
	c := old.Clone()
	if now := p.Doc.Cells[id]; now != nil {
		c.Generation = now.Generation
	}
	if changed {
		c.Generation = s.newestGeneration(id) + 1
	}
	p.Doc.Cells[id] = c
	return p, nil
}

// planFilesOf puts into a plan what differs between a cell's files now and in a snapshot. s.mu is held.
func (s *Store) planFilesOf(p *Plan, id tissue.CellID, from snapshot) (some bool, err error) {
	for _, path := range changed(s.snap, from) {
		if owner, _, ok := CellOf(path); !ok || owner != id {
			continue
		}
		p.Files[path] = nil
		if h, there := from[path]; there {
			if p.Files[path], err = s.blob(h); err != nil {
				return false, err
			}
		}
		some = true
	}
	return some, nil
}
