package genome

import (
	"bytes"
	"errors"
	"fmt"

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

// PlanUndo plans to take back change n and keep all later ones; n 0 is the newest that is not taken back yet. Undoing an
// undo is doing again. A nil Merger means [MergeText]. A later change in the way gives a *[ConflictError].
func (s *Store) PlanUndo(n int, m Merger) (Plan, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.planUndo(n, m, Neither)
}

// PlanUndoTaking is [Store.PlanUndo] for a change that a later one is in the way of: of what both touched it takes one side.
func (s *Store) PlanUndoTaking(side Side, n int, m Merger) (Plan, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.planUndo(n, m, side)
}

// planUndo is PlanUndo and PlanUndoTaking. mu is held.
func (s *Store) planUndo(n int, m Merger, side Side) (Plan, error) {
	if n == 0 {
		for i := s.log.len() - 1; i >= 0; i-- {
			if r := s.log.get(i); !s.log.isUndone(i) && (r.Kind == KindEvolve || r.Kind == KindHand || r.Kind == KindDrop) {
				return s.plan(i, KindUndo, m, side)
			}
		}
		return Plan{}, ErrNothingToUndo
	}
	i, err := s.at(n)
	if err != nil {
		return Plan{}, err
	}
	kind := KindUndo
	if r := s.log.get(i); r.Kind == KindUndo || r.Kind == KindRedo {
		if r.Kind == KindUndo {
			kind = KindRedo
		}
		if i, err = s.at(r.Of); err != nil {
			return Plan{}, err
		}
	}
	switch r := s.log.get(i); {
	case r.Kind == KindStart:
		return Plan{}, fmt.Errorf("genome: #%d is how the desktop began; it cannot be taken back", i+1)
	case kind == KindUndo && s.log.isUndone(i):
		return Plan{}, fmt.Errorf("genome: #%d %q is taken back already", i+1, r.Sentence)
	case kind == KindRedo && !s.log.isUndone(i):
		return Plan{}, fmt.Errorf("genome: #%d %q is not taken back", i+1, r.Sentence)
	}
	return s.plan(i, kind, m, side)
}

// PlanRedo plans to do again what was taken back last. A new change after the undo ends that chance; the undo itself can
// still be undone by its number.
func (s *Store) PlanRedo(m Merger) (Plan, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := s.log.len() - 1; i >= 0; i-- {
		switch r := s.log.get(i); {
		case r.Kind == KindUndo && r.Of > 0 && r.Of <= s.log.len() && s.log.isUndone(r.Of-1):
			return s.plan(r.Of-1, KindRedo, m, Neither)
		case r.Kind != KindUndo && r.Kind != KindRedo:
			return Plan{}, ErrNothingToRedo
		}
	}
	return Plan{}, ErrNothingToRedo
}

// plan merges the change at index i, backwards or forwards, into the newest state. With neither side given, all that does not
// merge is named by a *ConflictError.
func (s *Store) plan(i int, kind string, m Merger, side Side) (Plan, error) {
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
	p := Plan{Of: i + 1, Kind: kind, Sentence: s.log.get(i).Sentence, Files: map[string][]byte{}}
	clashes, err := s.planDoc(&p, base, theirs, side)
	if err != nil {
		return Plan{}, err
	}
	bumped := map[tissue.CellID]bool{}
	for _, path := range changed(base, theirs) {
		id, _, ok := CellOf(path)
		if !ok {
			continue
		}
		clash, err := s.planFile(&p, path, base, theirs, m, side)
		if err != nil {
			return Plan{}, err
		}
		if clash != nil {
			clashes = append(clashes, *clash)
		}
		if _, touched := p.Files[path]; touched && p.Doc.Cells[id] != nil {
			bumped[id] = true
		}
	}
	if len(clashes) > 0 && side == Neither {
		return Plan{}, s.conflict(&p, clashes)
	}
	for id := range bumped { // new source, or old source come back: a generation that never was before
		p.Doc.Cells[id].Generation = s.newestGeneration(id) + 1
	}
	return p, nil
}

func (s *Store) planDoc(p *Plan, base, theirs snapshot, side Side) ([]Clash, error) {
	b, err := s.readDoc(base)
	if err != nil {
		return nil, err
	}
	t, err := s.readDoc(theirs)
	if err != nil {
		return nil, err
	}
	doc, conflicts := tissue.Merge3(b, s.doc, t)
	var clashes []Clash
	for _, c := range conflicts {
		clashes = append(clashes, Clash{Cell: c.Cell, Field: c.Field, What: c.String(), Made: c.Base, Is: c.Ours, Back: c.Theirs})
		if side != Back {
			continue
		}
		if err := doc.Apply(tissue.Op{Cell: c.Cell, Field: c.Field, Value: t.Value(c.Cell, c.Field)}); err != nil {
			return nil, fmt.Errorf("genome: %s cannot be what it was: %w", c, err)
		}
	}
	p.Doc = doc
	return clashes, nil
}

// planFile plans one file. What does not merge stays as it is now unless side says otherwise.
func (s *Store) planFile(p *Plan, path string, base, theirs snapshot, m Merger, side Side) (*Clash, error) {
	b, t, o := base[path], theirs[path], s.snap[path]
	if o == t {
		return nil, nil
	}
	want, err := s.blob(t)
	if err != nil {
		return nil, err
	}
	if o != b {
		was, err := s.blob(b)
		if err != nil {
			return nil, err
		}
		merged, conflict := []byte(nil), true
		if !b.IsZero() && !t.IsZero() && !o.IsZero() {
			merged, conflict = m(was, s.files[path], want)
		}
		switch {
		case !conflict:
			want = merged
		case side != Back:
			return &Clash{Path: path, What: path, Made: was, Is: s.files[path], Back: want}, nil
		}
	}
	if want == nil || o.IsZero() || !bytes.Equal(want, s.files[path]) {
		p.Files[path] = want
	}
	return nil, nil
}
