package body

import (
	"context"
	"fmt"
	"path/filepath"
	"sort"
	"strings"
	"time"

	"cellshell/genome"
	"cellshell/nucleus"
	"cellshell/shell/control"
	"cellshell/tissue"
)

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
