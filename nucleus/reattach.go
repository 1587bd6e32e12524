package nucleus

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"cellshell/immune"
)

// Reattach finds the cells that an earlier body left running, connects to them, and clears away what is left of those
// that ended. Cells that cannot be reached are killed. Call it once, before the first Start.
func (s *Supervisor) Reattach(ctx context.Context) ([]*Process, error) {
	if err := s.begin(); err != nil {
		return nil, err
	}
	defer s.starts.Done()
	entries, err := os.ReadDir(s.at(""))
	if err != nil {
		return nil, fmt.Errorf("nucleus: reattach: %w", err)
	}
	var found []*Process
	known := map[string]bool{}
	for _, e := range entries {
		name, ok := strings.CutSuffix(e.Name(), extRecord)
		if !ok || s.pool.owns(name) {
			continue
		}
		p, err := s.reattach(ctx, name)
		if err != nil {
			s.opt.Log.Info("a cell of an earlier body is gone", "process", name, "reason", err)
			continue
		}
		known[name] = true
		found = append(found, p)
	}
	s.sweep(entries, known)
	return found, nil
}

// reattach takes over one process by its record.
func (s *Supervisor) reattach(ctx context.Context, name string) (*Process, error) {
	data, err := os.ReadFile(s.at(name + extRecord))
	if err != nil {
		return nil, err
	}
	r, err := parseRecord(data)
	if err != nil {
		return nil, err
	}
	c, err := findChild(r.PID, r.Birth, &s.wg)
	if err != nil {
		if r.Cell != stemCell {
			s.logLine(r.Cell, r.Generation, "ended while no body was there")
		}
		return nil, err
	}
	if name != key(r.Cell, r.Generation, r.Run) || r.Cell == stemCell {
		_ = c.send(syscall.SIGKILL) // a waiting host of the earlier body: it may be of another version
		<-c.exited
		c.release()
		return nil, errors.New("nucleus: a waiting host")
	}
	p := &Process{
		Cell: r.Cell, Generation: r.Generation, Engine: r.Engine, PID: r.PID, Started: r.Started,
		s: s, run: r.Run, child: c, done: make(chan struct{}),
		profile: immune.Profile{Limits: immune.Limits{Memory: r.Memory, FileSize: immune.LogSize}},
	}
	if p.out, err = s.outputs.find(name, r.Cell, r.Generation); err == nil {
		if p.conn, err = s.dial(ctx, name+extSocket); err == nil {
			s.admit(p)
			s.outputs.read(name)
			return p, nil
		}
		s.outputs.finish(p.out)
	}
	s.logLine(r.Cell, r.Generation, "killed: it could not be reached again: "+err.Error())
	_ = c.send(syscall.SIGKILL)
	<-c.exited
	c.release()
	return nil, err
}

// sweep removes the files of processes that are gone, and what a body that died was writing about them.
func (s *Supervisor) sweep(entries []os.DirEntry, known map[string]bool) {
	for _, e := range entries {
		ext := filepath.Ext(e.Name())
		name := strings.TrimSuffix(e.Name(), ext)
		switch ext {
		case extSocket, extRecord, extHalf, extOutput, extOffset:
			if !known[name] && !s.pool.owns(name) {
				_ = os.Remove(s.at(e.Name()))
			}
		}
	}
}
