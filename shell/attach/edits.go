package attach

import (
	"fmt"
	"maps"

	"cellshell/compositor"
	"cellshell/compositor/edit"
	"cellshell/gpu/paint"
)

// Edits is how the edits of the desktop became others since the frame before. The first frame's say how they came to be
// of nothing.
type Edits struct {
	Focus  compositor.Target      `json:"focus"`
	Loose  string                 `json:"loose,omitempty"`
	Fields map[string]edit.Splice `json:"fields,omitempty"` // those that are others, or new
	Ended  []string               `json:"ended,omitempty"`  // those that are no more
	Scroll map[string]paint.Point `json:"scroll,omitempty"` // all
}

// EditsSince says how edits became others; nil when a screen would not see a difference. was may be nil.
func EditsSince(was, is *compositor.Edits) *Edits {
	out := &Edits{Focus: is.Focus, Loose: is.Loose, Scroll: is.Scroll}
	same := was != nil && was.Focus == is.Focus && was.Loose == is.Loose && maps.Equal(was.Scroll, is.Scroll)
	if was == nil {
		was = &compositor.Edits{}
	}
	for k, f := range is.Fields {
		old := was.Fields[k]
		if old != nil && old.State == f.State {
			continue
		}
		if old == nil {
			old = &edit.Field{}
		}
		if out.Fields == nil {
			out.Fields = map[string]edit.Splice{}
		}
		out.Fields[k] = edit.Between(old.State, f.State)
	}
	for k := range was.Fields {
		if is.Fields[k] == nil {
			out.Ended = append(out.Ended, k)
		}
	}
	if same && len(out.Fields) == 0 && len(out.Ended) == 0 {
		return nil
	}
	return out
}

// Apply makes the edits of those that were before, which are not written to and may be nil.
func (e *Edits) Apply(was *compositor.Edits) (*compositor.Edits, error) {
	is := &compositor.Edits{Focus: e.Focus, Loose: e.Loose, Fields: map[string]*edit.Field{}, Scroll: e.Scroll}
	if was != nil {
		maps.Copy(is.Fields, was.Fields)
	}
	for _, k := range e.Ended {
		delete(is.Fields, k)
	}
	for k, p := range e.Fields {
		f := &edit.Field{}
		if old := is.Fields[k]; old != nil {
			f.State = old.State
		}
		var err error
		if f.State, err = f.State.Apply(p); err != nil {
			return nil, fmt.Errorf("attach: field %s: %w", k, err)
		}
		is.Fields[k] = f
	}
	return is, nil
}

// Keep is a copy of edits as they are now, for EditsSince to compare with, or to be laid out and written down later.
func Keep(e *compositor.Edits) *compositor.Edits {
	out := &compositor.Edits{Focus: e.Focus, Loose: e.Loose, Fields: make(map[string]*edit.Field, len(e.Fields)), Scroll: maps.Clone(e.Scroll)}
	for k, f := range e.Fields {
		out.Fields[k] = &edit.Field{State: f.State, Seq: f.Seq}
	}
	return out
}
