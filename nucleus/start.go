package nucleus

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"cellshell/immune"
	"cellshell/nucleus/jail"
)

// The engines a cell runs on.
const (
	Yaegi   = "yaegi"   // an interpreting host; the source follows over the connection
	Native  = "native"  // Argv[0] is the compiled cell
	Program = "program" // Argv is any other program
)

// enterTime is how long a host may take to confine itself; on a busy machine that may be seconds.
const enterTime = 10 * time.Second

// Spec says what to start.
type Spec struct {
	Cell       string   // its id
	Generation int      // from 1; two generations of a cell, and two processes of one, may run side by side
	Engine     string   // Yaegi, Native or Program
	Argv       []string // of a native cell its absolute path; of a program its command, looked for where the system installs
	Env        []string // added to the few variables every cell gets; KEY=value
	Dir        string   // folder of a program's own files, which it may read
	Budget     immune.Budget

	run int // set by Start
}

func (s Spec) check() error {
	if err := checkCell(s.Cell); err != nil {
		return err
	}
	if s.Generation < 1 {
		return fmt.Errorf("nucleus: %s: generation %d, want 1 or more", s.Cell, s.Generation)
	}
	switch s.Engine {
	case Yaegi:
		if len(s.Argv) > 0 {
			return fmt.Errorf("nucleus: %s: an interpreted cell has no command", s.Cell)
		}
	case Native:
		if len(s.Argv) == 0 || !filepath.IsAbs(s.Argv[0]) {
			return fmt.Errorf("nucleus: %s: a native cell needs a command with an absolute path", s.Cell)
		}
	case Program:
		if len(s.Argv) == 0 {
			return fmt.Errorf("nucleus: %s: a program needs a command", s.Cell)
		}
	default:
		return fmt.Errorf("nucleus: %s: unknown engine %q, want %s, %s or %s", s.Cell, s.Engine, Yaegi, Native, Program)
	}
	return nil
}

// profile is the jail for a spec, fitted to this kernel.
func (s *Supervisor) profile(spec Spec) immune.Profile {
	var p immune.Profile
	switch spec.Engine {
	case Native:
		p = immune.Native(spec.Argv[0])
	case Program:
		p = programProfile(spec.Argv, spec.Dir)
	default:
		p = immune.Interp()
	}
	if spec.Engine != Program || spec.Budget.Memory > 0 {
		p = p.WithMemory(spec.Budget.OrDefault().Memory)
	}
	return s.support.Fit(p)
}

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
	name := key(spec.Cell, spec.Generation, spec.run)
	if err := s.reserve(name); err != nil {
		return nil, err
	}
	defer s.reserved(name)
	profile := s.profile(spec)
	b, err := s.launch(ctx, spec, profile)
	if err != nil {
		s.logLine(spec.Cell, spec.Generation, "did not start: "+err.Error())
		return nil, err
	}
	p := &Process{
		Cell: spec.Cell, Generation: spec.Generation, Engine: spec.Engine, PID: b.child.pid, Started: time.Now(), Warm: b.warm,
		s: s, run: spec.run, profile: profile, child: b.child, out: b.out, done: make(chan struct{}),
	}
	if err := s.connect(ctx, p); err != nil {
		s.logLine(spec.Cell, spec.Generation, "did not start: "+err.Error())
		s.discard(b, name)
		return nil, err
	}
	return p, nil
}

// reserve keeps a second process of the same name out until reserved is called.
func (s *Supervisor) reserve(name string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return ErrClosed
	}
	if s.procs[name] != nil || s.starting[name] {
		return fmt.Errorf("nucleus: %s runs already", name)
	}
	s.starting[name] = true
	s.starts.Add(1)
	return nil
}

func (s *Supervisor) reserved(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.starting, name)
	s.starts.Done()
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
	if err := s.record(name, record{PID: b.child.pid, Birth: b.child.birth, Cell: spec.Cell, Generation: spec.Generation, Run: spec.run, Engine: spec.Engine, Memory: p.Limits.Memory, Started: time.Now()}); err != nil {
		s.discard(b, name)
		return nil, err
	}
	return b, nil
}

// connect dials a started process, registers the one who waits for it and shows it to the world.
func (s *Supervisor) connect(ctx context.Context, p *Process) error {
	conn, err := s.dial(ctx, key(p.Cell, p.Generation, p.run)+extSocket)
	if err != nil {
		return err
	}
	p.conn = conn
	s.mu.Lock()
	defer s.mu.Unlock()
	s.procs[key(p.Cell, p.Generation, p.run)] = p
	s.wg.Go(p.wait)
	return nil
}

// born is a confined process before it belongs to anybody.
type born struct {
	child  *child
	out    *output
	serial int       // of a waiting host
	since  time.Time // it waits
	warm   bool
}

// cellEnv is every variable that a cell finds. Nothing is inherited.
func cellEnv(p immune.Profile, cell string, generation int) []string {
	return []string{
		"LISTEN_FDS=1", "LISTEN_FDNAMES=membrane",
		"CELLSHELL_CELL=" + cell, "CELLSHELL_GENERATION=" + strconv.Itoa(generation),
		"LANG=C.UTF-8", "TZ=UTC", "HOME=/", "PATH=/usr/bin:/bin",
		"GOMAXPROCS=2", "GOMEMLIMIT=" + strconv.FormatUint(p.Limits.Memory/4*3, 10), "PYTHONDONTWRITEBYTECODE=1", "PYTHONUNBUFFERED=1",
	}
}

// spawn starts a host, waits until it is confined and watches its output.
func (s *Supervisor) spawn(ctx context.Context, name, cell string, generation int, p immune.Profile, argv, env []string, dir string) (*born, error) {
	listener, err := s.listen(name + extSocket)
	if err != nil {
		return nil, err
	}
	defer listener.Close()
	report, err := jail.NewReport()
	if err != nil {
		return nil, err
	}
	defer report.Close()
	cmd, err := jail.Command(s.opt.Host, p, argv, listener, report)
	if err != nil {
		return nil, err
	}
	out, err := s.outputs.create(name, cell, generation)
	if err != nil {
		return nil, err
	}
	cmd.Stdout, cmd.Stderr, cmd.Env, cmd.Dir = out.file, out.file, env, "/"
	if dir != "" {
		cmd.Dir = dir
	}
	b := &born{out: out}
	if err = cmd.Start(); err == nil {
		report.Started()
		b.child, err = newChild(cmd, &s.wg)
	}
	if err != nil {
		s.outputs.finish(out)
		_ = os.Remove(s.at(name + extSocket))
		return nil, fmt.Errorf("nucleus: start %s: %w", name, err)
	}
	wait := enterTime
	if deadline, ok := ctx.Deadline(); ok {
		wait = min(wait, time.Until(deadline))
	}
	stop := context.AfterFunc(ctx, func() { _ = b.child.send(9) })
	_, err = report.Wait(wait)
	if !stop() && err == nil {
		err = context.Cause(ctx)
	}
	if err != nil {
		s.discard(b, name)
		return nil, fmt.Errorf("nucleus: start %s: %w", name, err)
	}
	return b, nil
}

// discard ends a process that nobody will use and removes its files.
func (s *Supervisor) discard(b *born, name string) {
	_ = b.child.send(9)
	<-b.child.exited
	b.child.release()
	s.outputs.finish(b.out)
	for _, ext := range []string{extSocket, extRecord} {
		_ = os.Remove(s.at(name + ext))
	}
}
