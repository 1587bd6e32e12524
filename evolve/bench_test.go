package evolve_test

import (
	"context"
	"testing"

	"cellshell/evolve"
	"cellshell/evolve/act"
	"cellshell/evolve/evolvetest"
)

// BenchmarkSentence is a sentence that edits source, without processes: what is left is the pipeline, the interpreter in
// this process, the layout and the commit.
func BenchmarkSentence(b *testing.B) {
	d := evolvetest.New(b)
	e := evolve.New(evolve.Options{Desk: d, Gate: d.Gate, Store: d.Store})
	if r := e.Spawn(context.Background(), evolve.SpawnRequest{Gene: "counter"}); r.Status != act.Done {
		b.Fatal(r.Reason)
	}
	for i := 0; b.Loop(); i++ {
		say := []string{"make the plus button red", "make the plus button green"}[i%2]
		r := e.Evolve(context.Background(), evolve.Request{Sentence: say, At: act.Target{Cell: "counter", Node: "column0/row0/plus"}})
		if r.Status != act.Done {
			b.Fatal(r.Reason, r.Question)
		}
	}
}

// BenchmarkUndo undoes and redoes a change of source.
func BenchmarkUndo(b *testing.B) {
	d := evolvetest.New(b)
	e := evolve.New(evolve.Options{Desk: d, Gate: d.Gate, Store: d.Store})
	e.Spawn(context.Background(), evolve.SpawnRequest{Gene: "counter"})
	e.Evolve(context.Background(), evolve.Request{Sentence: "make this red", At: act.Target{Cell: "counter", Node: "column0/row0/plus"}})
	for i := 0; b.Loop(); i++ {
		f := e.Redo
		if i%2 == 0 {
			f = func(ctx context.Context) act.Receipt { return e.Undo(ctx, 0) }
		}
		if r := f(context.Background()); r.Status != act.Done {
			b.Fatal(r.Reason)
		}
	}
}
