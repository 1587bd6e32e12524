package genome

import (
	"fmt"
	"slices"

	"cellshell/tissue"
)

// Side says what becomes of what a change and a later one both touched, when the first is taken back.
type Side int

// The sides.
const (
	Neither Side = iota // nobody knows: a *[ConflictError]
	Now                 // it stays as it is now; only the rest of the change is taken back
	Back                // it becomes what it was before the change; what the later one made of it is gone
)

// ConflictError means that a change cannot be taken back by itself: a later one built on it.
type ConflictError struct {
	N, Later               int    // numbers of the change and of the later one
	Sentence, LaterMeaning string // their sentences
	Clashes                []Clash
}

// Clash is one field or file that both changed.
type Clash struct {
	What           string // in words, or the file's path
	Cell           tissue.CellID
	Field          string // of the document, "" for a whole cell; see [tissue.Op]
	Path           string // of a file, "" for a field
	Made, Is, Back []byte // what the change made it, what it is now, and what it was before; nil for a file that is not there
}

func (e *ConflictError) Error() string {
	return fmt.Sprintf("genome: #%d %q cannot be taken back alone: #%d %q changed %s after it", e.N, e.Sentence, e.Later, e.LaterMeaning, e.Clashes[0].What)
}

// conflict names the newest change after p.Of that touched what clashes first.
func (s *Store) conflict(p *Plan, clashes []Clash) *ConflictError {
	e := &ConflictError{N: p.Of, Sentence: p.Sentence, Clashes: clashes}
	for i := s.log.len() - 1; i >= p.Of; i-- {
		if after, before, err := s.trees(i); err == nil && s.touches(clashes[0], before, after) {
			e.Later, e.LaterMeaning = i+1, s.log.get(i).Sentence
			break
		}
	}
	return e
}

// touches reports whether what clashes differs between two states.
func (s *Store) touches(c Clash, before, after snapshot) bool {
	if c.Path != "" {
		return before[c.Path] != after[c.Path]
	}
	x, err1 := s.readDoc(before)
	y, err2 := s.readDoc(after)
	return err1 == nil && err2 == nil && slices.ContainsFunc(tissue.Diff(x, y), func(op tissue.Op) bool {
		return op.Cell == c.Cell && op.Field != "generation" && (op.Field == c.Field || c.Field == "" || op.Field == "")
	})
}
