package evolve

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"cellshell/evolve/edit"
	"cellshell/interp/build"
)

// mended applies an answer and repairs what needs no thought. A repairing answer holds only what changes against the one
// before (tried, nil at first), but some models repeat everything: what the gate takes counts.
func (e *Engine) mended(name string, src, tried []byte, answer string) (out []byte, err error) {
	if tried != nil {
		if out, err = e.applied(name, tried, answer); err == nil {
			return out, nil
		}
	}
	first, firstErr := e.applied(name, src, answer)
	if firstErr == nil || tried == nil || out == nil {
		return first, firstErr
	}
	return out, err
}

// applied is the source with the answer in it, when the gate takes it; with an error, how far it came.
func (e *Engine) applied(name string, src []byte, answer string) ([]byte, error) {
	out, err := edit.Apply(src, answer)
	if err != nil {
		return nil, fmt.Errorf("the model's answer cannot be used: %w", err)
	}
	if len(src) > 0 && (string(out) == string(src) || edit.SameCode(src, out)) {
		return nil, errors.New("the model's answer changes nothing")
	}
	if err = mend(e.o.Gate, &out); err != nil {
		return out, gateError(name, err)
	}
	if idle := edit.Unreached(src, out); len(idle) > 0 {
		return out, fmt.Errorf("the model's answer changes only %s, which nothing in the program uses: so nothing would be different. "+
			"What uses it has to change as well", strings.Join(idle, ", "))
	}
	return out, nil
}

// caughtUp carries what happened to the cell while the model wrote over into its answer.
func caughtUp(s *Scene, r WriteRequest, src []byte) ([]byte, error) {
	if r.New {
		return src, nil
	}
	c := s.Cells[r.Cell]
	switch {
	case c == nil:
		return nil, fmt.Errorf("%s was removed while the model wrote", r.Title)
	case bytes.Equal(c.Source, r.Source):
		return src, nil
	}
	merged, conflict := edit.MergeSources(r.Source, c.Source, src)
	if conflict {
		return nil, fmt.Errorf("%s was changed while the model wrote, in the same place; say it again", r.Title)
	}
	return merged, nil
}

// fault fills in what the model is to repair.
func (r *WriteRequest) fault(src []byte, err error) {
	r.Problem, r.Declaration, r.Hints = err.Error()+advice(err), "", nil
	var refusal *build.Refusal
	if errors.As(err, &refusal) && len(refusal.Findings) > 0 {
		r.Problem = refusal.Show(3)
		r.Declaration = edit.Declaration(src, refusal.Findings[0].Pos)
		for i, f := range refusal.Findings {
			if i < 3 && f.Hint != "" {
				r.Hints = append(r.Hints, f.Hint)
			}
		}
	}
}

// advice says what to do about an end in the trial whose reason names no line.
func advice(err error) string {
	switch text := err.Error(); {
	case strings.Contains(text, "no answer within"):
		return "\nView and everything it calls must return at once: some loop or call does not end."
	case strings.Contains(text, "out of memory"):
		return "\nShow fewer nodes and keep less: a view has a few hundred nodes at most."
	case strings.Contains(text, "stack exceeds"):
		return "\nSome function calls itself without end."
	case strings.Contains(text, "show nothing"):
		return "\nView must return nodes that a person can see."
	}
	return ""
}
