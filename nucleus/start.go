package nucleus

import (
	"context"
	"fmt"
	"time"

	"cellshell/immune"
)

// Start starts a generation of a cell and connects to it. The process outlives ctx, which bounds only the starting.
func (s *Supervisor) Start(ctx context.Context, spec Spec) (*Process, error) {
	if err := spec.check(); err != nil {
		return nil, err
	}
	if spec.Engine == Program {
		argv, err := resolve(spec.Argv)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", spec.Cell, err)
		}
		spec.Argv = argv
	}
	spec.run = int(s.runs.Add(1))
	if err := s.begin(); err != nil {
		return nil, err
	}
	defer s.starts.Done()
	profile := s.profile(spec)
	b, err := s.launch(ctx, spec, profile)
	if err != nil {
		s.logLine(spec.Cell, spec.Generation, "did not start: "+err.Error())
		return nil, err
	}
	p := &Process{
		Cell: spec.Cell, Generation: spec.Generation, Engine: spec.Engine, PID: b.child.pid, Started: time.Now(), Warm: b.warm,
		s: s, run: spec.run, profile: profile, child: b.child, out: b.out, conn: b.conn, done: make(chan struct{}),
	}
	s.admit(p)
	return p, nil
}

// begin keeps the supervisor open until starts.Done, or says that it is closed.
func (s *Supervisor) begin() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return ErrClosed
	}
	s.starts.Add(1)
	return nil
}

// launch gets a confined process for a spec: a waiting host where one fits, else a new one.
func (s *Supervisor) launch(ctx context.Context, spec Spec, p immune.Profile) (*born, error) {
	name := key(spec.Cell, spec.Generation, spec.run)
	if spec.Engine == Yaegi && len(spec.Env) == 0 && p.Limits.Memory <= immune.Interp().Limits.Memory {
		if b := s.pool.take(); b != nil {
			if err := s.adopt(b, spec, p); err == nil {
				return b, nil
			}
			s.discard(b, key(stemCell, b.serial, 0))
		}
	}
	env := append(cellEnv(p, spec.Cell, spec.Generation), spec.Env...)
	b, err := s.spawn(ctx, name, spec.Cell, spec.Generation, p, spec.Argv, env, spec.Dir)
	if err != nil {
		return nil, err
	}
	if err := s.record(name, recordOf(spec, b, p)); err != nil {
		s.discard(b, name)
		return nil, err
	}
	return b, nil
}

// admit shows a process to the world and sets the one who waits for its end to work.
func (s *Supervisor) admit(p *Process) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.procs[key(p.Cell, p.Generation, p.run)] = p
	s.wg.Go(p.wait)
}
