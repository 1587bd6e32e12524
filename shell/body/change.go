package body

import (
	"context"

	"cellshell/evolve"
	"cellshell/shell/control"
)

func (b *Body) spawn(ctx context.Context, p control.SpawnParams, progress func(any) error) (any, error) {
	set := 0
	for _, is := range []bool{p.Gene != "", p.Source != "", len(p.Program) > 0} {
		if is {
			set++
		}
	}
	if set != 1 {
		return nil, &control.Error{Text: "spawn takes exactly one of a built-in, a source file and a program", Code: control.CodeUsage}
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	return b.engine.Spawn(askedBy(ctx, 0, "spawn "+p.Gene), evolve.SpawnRequest{
		Progress: teller(progress, cancel), Gene: p.Gene, Name: p.Name, Source: []byte(p.Source), Manifest: []byte(p.Manifest), Program: p.Program, Anchor: p.At,
	}), nil
}

func (b *Body) kill(ctx context.Context, p control.CellParams, _ func(any) error) (any, error) {
	b.mu.Lock()
	c, _, err := b.cell(p.Cell)
	b.mu.Unlock()
	if err != nil {
		return nil, err
	}
	return b.engine.Remove(ctx, c.id), nil
}

func (b *Body) evolve(ctx context.Context, p control.EvolveParams, progress func(any) error) (any, error) {
	r := evolve.Request{Sentence: p.Sentence}
	if err := b.pointed(p, &r); err != nil {
		return nil, err
	}
	defer b.said.add(p.Sentence)
	b.discoverModel()
	var err error
	if r.Writer, err = b.recording(p.Record, p.Replay); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	r.Progress = teller(progress, cancel)
	defer b.branched() // the sentence may have begun or ended an attempt
	return b.engine.Evolve(askedBy(ctx, p.Screen, p.Sentence), r), nil
}

func (b *Body) answer(ctx context.Context, p control.AnswerParams, progress func(any) error) (any, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	return b.engine.Choose(askedBy(ctx, p.Screen, ""), evolve.Request{Sentence: p.Choice, Progress: teller(progress, cancel)}), nil
}

func (b *Body) undo(ctx context.Context, p control.UndoParams, _ func(any) error) (any, error) {
	return b.engine.Undo(ctx, p.N), nil
}

func (b *Body) edit(ctx context.Context, p control.EditParams, _ func(any) error) (any, error) {
	b.mu.Lock()
	c, _, err := b.cell(p.Cell)
	b.mu.Unlock()
	if err != nil {
		return nil, err
	}
	if p.Was == "" {
		return b.engine.Hand(ctx, c.id, []byte(p.Source)), nil
	}
	return b.engine.HandFrom(ctx, c.id, []byte(p.Was), []byte(p.Source)), nil
}
