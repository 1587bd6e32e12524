package nucleus

import (
	"context"
	"fmt"
	"net"
	"os"
	"strconv"
	"syscall"
	"time"

	"cellshell/immune"
	"cellshell/nucleus/jail"
)

// enterTime is how long a host may take to confine itself; on a busy machine that may be seconds.
const enterTime = 10 * time.Second

// born is a confined process before it belongs to anybody.
type born struct {
	child  *child
	out    *output
	conn   net.Conn
	serial int // of a waiting host
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
	if err := s.mendFolder(); err != nil {
		return nil, err
	}
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
	// Connected before the process is there, so that one which ends at once still has a connection to lose.
	if b.conn, err = s.dial(ctx, name+extSocket); err == nil {
		err = cmd.Start()
	}
	if err == nil {
		report.Started()
		b.child, err = newChild(cmd, &s.wg)
	}
	if err != nil {
		if b.conn != nil {
			b.conn.Close()
		}
		s.outputs.finish(out)
		_ = os.Remove(s.at(name + extSocket))
		return nil, fmt.Errorf("nucleus: start %s: %w", name, err)
	}
	wait := enterTime
	if deadline, ok := ctx.Deadline(); ok {
		wait = min(wait, time.Until(deadline))
	}
	stop := context.AfterFunc(ctx, func() { _ = b.child.send(syscall.SIGKILL) })
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
	_ = b.child.send(syscall.SIGKILL)
	<-b.child.exited
	b.child.release()
	b.conn.Close()
	s.outputs.finish(b.out)
	for _, ext := range []string{extSocket, extRecord} {
		_ = os.Remove(s.at(name + ext))
	}
}
