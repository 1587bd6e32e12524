package body

import (
	"context"

	"cellshell/evolve/act"
	"cellshell/shell/control"
)

func (b *Body) history(_ context.Context, p control.HistoryParams, _ func(any) error) (any, error) {
	if p.Limit <= 0 {
		p.Limit = 50
	}
	entries, _ := b.store.Page(0, p.Limit)
	out := []control.HistoryEntry{}
	for _, e := range entries {
		out = append(out, control.HistoryEntry{N: e.N, Commit: e.Hash, Sentence: e.Sentence, Status: act.Status(e.Status), Time: e.Time, Undone: e.Undone})
	}
	return out, nil
}

func (b *Body) diff(_ context.Context, p control.DiffParams, _ func(any) error) (any, error) {
	n := p.N
	if n == 0 {
		if _, n = b.store.Page(0, 1); n == 0 {
			return control.DiffResult{}, nil
		}
	}
	text, err := b.store.Diff(n)
	if err != nil {
		return nil, &control.Error{Text: err.Error(), Hint: "cell history shows the numbers", Code: control.CodeNotFound}
	}
	return control.DiffResult{N: n, Diff: text}, nil
}
