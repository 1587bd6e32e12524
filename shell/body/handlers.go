package body

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"time"

	"cellshell/evolve"
	"cellshell/evolve/act"
	"cellshell/genome"
	"cellshell/nucleus"
	"cellshell/shell/attach"
	"cellshell/shell/control"
	"cellshell/tissue"
)

func controlPath(p Paths) string { return filepath.Join(p.Runtime, "control.sock") }

// handle makes a control handler of a function with typed parameters.
func handle[P any](f func(ctx context.Context, p P, progress func(any) error) (any, error)) control.Handler {
	return func(ctx context.Context, raw json.RawMessage, progress func(any) error) (any, error) {
		var p P
		if len(raw) > 0 {
			if err := json.Unmarshal(raw, &p); err != nil {
				return nil, &control.Error{Text: "parameters: " + err.Error(), Code: control.CodeUsage}
			}
		}
		return f(ctx, p, progress)
	}
}

type none struct{}

// handlers are the methods of the control socket.
func (b *Body) handlers() map[string]control.Handler {
	return map[string]control.Handler{
		control.MethodLs:         handle(func(context.Context, none, func(any) error) (any, error) { return b.list(), nil }),
		control.MethodSpawn:      handle(b.spawn),
		control.MethodKill:       handle(b.kill),
		control.MethodEvolve:     handle(b.evolve),
		control.MethodAnswer:     handle(b.answer),
		control.MethodHear:       handle(b.hear),
		control.MethodSketch:     handle(b.sketch),
		control.MethodSaid:       handle(func(context.Context, none, func(any) error) (any, error) { return b.said.all(), nil }),
		control.MethodUndo:       handle(b.undo),
		control.MethodRedo:       handle(func(ctx context.Context, _ none, _ func(any) error) (any, error) { return b.engine.Redo(ctx), nil }),
		control.MethodRestore:    handle(b.restore),
		control.MethodBranch:     handle(b.branch),
		control.MethodTrying:     handle(b.trying),
		control.MethodHistory:    handle(b.history),
		control.MethodDiff:       handle(b.diff),
		control.MethodInspect:    handle(b.inspect),
		control.MethodCat:        handle(b.cat),
		control.MethodEdit:       handle(b.edit),
		control.MethodScreenshot: handle(b.screenshot),
		control.MethodTap:        handle(b.tap),
		control.MethodType:       handle(b.typeText),
		control.MethodKey:        handle(b.key),
		control.MethodPoint:      handle(b.point),
		control.MethodLogs:       handle(b.logs),
		control.MethodTop:        handle(b.top),
		control.MethodGenes:      handle(func(context.Context, none, func(any) error) (any, error) { return geneList(), nil }),
		control.MethodDoctor:     handle(b.doctor),
		control.MethodStatus:     handle(b.status),
		attach.MethodAttach:      handle(b.attachScreen),
		attach.MethodInput:       handle(b.handInput),
		attach.MethodShaders:     handle(b.shadersRefused),
		attach.MethodPicture:     handle(b.takeGlass),
		attach.MethodScreens:     handle(func(context.Context, none, func(any) error) (any, error) { return b.listScreens(), nil }),
		control.MethodQuit:       handle(func(context.Context, none, func(any) error) (any, error) { b.Quit(); return nil, nil }),
	}
}

func (b *Body) status(context.Context, none, func(any) error) (any, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return control.Status{PID: os.Getpid(), Started: b.started, Cells: len(b.cells), Model: b.model, Data: b.paths.tissue(), Version: Version}, nil
}

// order lists the cells by creation. mu is held.
func (b *Body) order() []tissue.CellID {
	ids := make([]tissue.CellID, 0, len(b.cells))
	for id := range b.cells {
		ids = append(ids, id)
	}
	rank := func(id tissue.CellID) int {
		if c := b.doc.Cells[id]; c != nil {
			return c.Order
		}
		return 0
	}
	sort.Slice(ids, func(i, j int) bool {
		if a, z := rank(ids[i]), rank(ids[j]); a != z {
			return a < z
		}
		return ids[i] < ids[j]
	})
	return ids
}

func (b *Body) list() []control.CellInfo {
	b.mu.Lock()
	l := b.arrange()
	out := []control.CellInfo{}
	procs := map[int]*nucleus.Process{} // by place in out; what they use is read without the lock
	for _, id := range b.order() {
		c, dc := b.cells[id], b.doc.Cells[id]
		if dc == nil {
			continue
		}
		info := control.CellInfo{ID: string(id), Gene: dc.Gene, Title: dc.Title, Generation: dc.Generation}
		if p, ok := l.Cell(id); ok {
			info.Bounds = control.Bounds(p.Bounds)
		}
		switch {
		case c.sess != nil:
			info.Engine = c.sess.engine
			procs[len(out)] = c.sess.proc
		case c.failure != "":
			info.State = "failed"
		default:
			info.State = "starting"
		}
		out = append(out, info)
	}
	b.mu.Unlock()
	for i, p := range procs {
		u := p.Usage()
		out[i].CPU, out[i].Memory = u.CPU, u.Memory
	}
	return out
}

func (b *Body) top(ctx context.Context, _ none, _ func(any) error) (any, error) {
	sessions := map[tissue.CellID]*session{}
	b.mu.Lock()
	for id, c := range b.cells {
		if c.sess != nil {
			sessions[id] = c.sess
		}
	}
	b.mu.Unlock()
	for _, s := range sessions {
		s.proc.Usage() // begins the interval
	}
	select {
	case <-time.After(time.Second):
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	out := []control.Usage{}
	for id, s := range sessions {
		u := s.proc.Usage()
		out = append(out, control.Usage{
			ID: string(id), PID: s.proc.PID, Engine: s.engine, CPU: u.CPU, CPUTime: u.CPUTime.Seconds(), Memory: u.Memory, Views: s.views.Load(),
		})
	}
	sort.Slice(out, func(i, j int) bool {
		if out[i].CPU != out[j].CPU {
			return out[i].CPU > out[j].CPU
		}
		return out[i].ID < out[j].ID
	})
	return out, nil
}

// cell finds a cell by id, or by its title or gene when only one fits. mu is held.
func (b *Body) cell(name string) (*live, *tissue.Cell, error) {
	name = strings.TrimSpace(name)
	if c := b.cells[tissue.CellID(name)]; c != nil && b.doc.Cells[c.id] != nil {
		return c, b.doc.Cells[c.id], nil
	}
	var found []tissue.CellID
	for _, id := range b.order() {
		if dc := b.doc.Cells[id]; dc != nil && (strings.EqualFold(dc.Title, name) || strings.EqualFold(dc.Gene, name)) {
			found = append(found, id)
		}
	}
	switch len(found) {
	case 1:
		return b.cells[found[0]], b.doc.Cells[found[0]], nil
	case 0:
		return nil, nil, &control.Error{Text: fmt.Sprintf("there is no cell %q", name), Hint: "cell ls shows what there is", Code: control.CodeNotFound}
	}
	return nil, nil, &control.Error{Text: fmt.Sprintf("%q fits %d cells: %v", name, len(found), found), Hint: "name one of them", Code: control.CodeNotFound}
}

func (b *Body) cat(_ context.Context, p control.CellParams, _ func(any) error) (any, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	c, dc, err := b.cell(p.Cell)
	if err != nil {
		return nil, err
	}
	return control.SourceResult{
		Cell: string(c.id), Source: string(c.source), Manifest: string(c.rawMan),
		Path: filepath.Join(b.paths.tissue(), genome.SourcePath(c.id)), Generation: dc.Generation,
	}, nil
}

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
	c, dc, err := b.cell(p.Cell)
	b.mu.Unlock()
	if err != nil {
		return nil, err
	}
	if p.Base != 0 && p.Base != dc.Generation {
		return nil, &control.Error{
			Text: fmt.Sprintf("%s changed while you edited it: you have generation %d, it is at %d", c.id, p.Base, dc.Generation),
			Hint: "look at the newest with: cell cat " + string(c.id), Code: control.CodeFailed,
		}
	}
	return b.engine.Hand(ctx, c.id, []byte(p.Source)), nil
}

func (b *Body) history(_ context.Context, p control.HistoryParams, _ func(any) error) (any, error) {
	if p.Limit <= 0 {
		p.Limit = 50
	}
	entries, err := b.store.History(p.Limit)
	if err != nil {
		return nil, err
	}
	out := []control.HistoryEntry{}
	for _, e := range entries {
		out = append(out, control.HistoryEntry{N: e.N, Commit: e.Hash, Sentence: e.Sentence, Status: act.Status(e.Status), Time: e.Time, Undone: e.Undone})
	}
	return out, nil
}

func (b *Body) diff(_ context.Context, p control.DiffParams, _ func(any) error) (any, error) {
	n := p.N
	if n == 0 {
		entries, err := b.store.History(1)
		if err != nil {
			return nil, err
		}
		if len(entries) == 0 {
			return control.DiffResult{}, nil
		}
		n = entries[0].N
	}
	text, err := b.store.Diff(n)
	if err != nil {
		return nil, &control.Error{Text: err.Error(), Hint: "cell history shows the numbers", Code: control.CodeNotFound}
	}
	return control.DiffResult{N: n, Diff: text}, nil
}
