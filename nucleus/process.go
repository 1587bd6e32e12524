package nucleus

import (
	"context"
	"fmt"
	"net"
	"os"
	"sync"
	"syscall"
	"time"

	"cellshell/immune"
)

// stopDelay is how long a cell may take to end by itself when Stop's context has no earlier deadline.
const stopDelay = time.Second

// Process is one living generation of a cell.
type Process struct {
	Cell       string
	Generation int
	Engine     string // yaegi, native or program
	PID        int
	Started    time.Time
	Warm       bool // a waiting host took the cell

	s       *Supervisor
	run     int // tells processes of one generation apart
	profile immune.Profile
	child   *child
	out     *output
	done    chan struct{}

	mu       sync.Mutex // guards below
	conn     net.Conn
	killed   string // why the supervisor ended it
	stopping bool
	exit     Exit
	meter    meter
}

// Conn is the connection to the cell. It is closed when the cell ends.
func (p *Process) Conn() net.Conn {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.conn
}

// Done is closed when the process has ended, its output has been read and its files are gone.
func (p *Process) Done() <-chan struct{} { return p.done }

// Exit tells how the process ended. It is the zero value before Done.
func (p *Process) Exit() Exit {
	select {
	case <-p.done:
		return p.exit
	default:
		return Exit{}
	}
}

// Kill ends the process at once and names the reason in the cell's log. Later reasons are ignored. It does not wait.
func (p *Process) Kill(reason string) {
	p.mu.Lock()
	if p.killed == "" && !p.ended() {
		p.killed = reason
	}
	p.mu.Unlock()
	p.signal(syscall.SIGKILL)
}

// Watch kills the process when it has not answered within d. Calling stop is the answer; it may be called more than once.
func (p *Process) Watch(d time.Duration) (stop func()) {
	t := time.AfterFunc(d, func() { p.Kill(fmt.Sprintf("no answer within %v", d)) })
	return func() { t.Stop() }
}

// Stop asks the process to end, waits for it until ctx ends but a second at most, then kills it. It returns when the
// process has ended.
func (p *Process) Stop(ctx context.Context) {
	p.mu.Lock()
	p.stopping = true
	p.mu.Unlock()
	p.signal(syscall.SIGTERM)
	t := time.NewTimer(stopDelay)
	defer t.Stop()
	select {
	case <-p.done:
		return
	case <-ctx.Done():
	case <-t.C:
	}
	p.signal(syscall.SIGKILL)
	<-p.done
}

func (p *Process) ended() bool {
	select {
	case <-p.child.exited:
		return true
	default:
		return false
	}
}

func (p *Process) signal(sig syscall.Signal) {
	if p.ended() {
		return
	}
	if err := p.child.send(sig); err != nil && !p.ended() {
		p.s.opt.Log.Error("a cell could not be signalled", "cell", p.Cell, "generation", p.Generation, "error", err)
	}
}

// Usage reads what the process uses now. It costs nothing while nobody asks.
func (p *Process) Usage() Usage {
	if p.ended() {
		return Usage{}
	}
	spent, err := cpuTimeOf(p.PID)
	if err != nil {
		return Usage{}
	}
	memory, threads := memoryOf(p.PID)
	p.mu.Lock()
	defer p.mu.Unlock()
	return Usage{CPU: p.meter.next(time.Now(), p.Started, spent), CPUTime: spent, Memory: memory, Threads: threads}
}

// CPUTime is the processor time that the process has used, 0 after its end. It is known to about 10 ms.
func (p *Process) CPUTime() time.Duration {
	if p.ended() {
		return 0
	}
	spent, err := cpuTimeOf(p.PID)
	if err != nil {
		return 0
	}
	return spent
}

// Reconnect replaces the connection by a new one; the cell sees the end of the old and accepts again.
func (p *Process) Reconnect(ctx context.Context) error {
	conn, err := p.s.dial(ctx, key(p.Cell, p.Generation, p.run)+extSocket)
	if err != nil {
		return err
	}
	p.mu.Lock()
	old := p.conn
	p.conn = conn
	p.mu.Unlock()
	if old != nil {
		old.Close()
	}
	return nil
}

// wait waits for the end of the process and clears up after it.
func (p *Process) wait() {
	select {
	case <-p.child.exited:
	case <-p.child.released:
		p.s.outputs.forget(p.out)
		p.Conn().Close()
		return
	}
	p.s.outputs.finish(p.out)
	name := key(p.Cell, p.Generation, p.run)
	for _, ext := range []string{extSocket, extRecord} {
		_ = os.Remove(p.s.at(name + ext))
	}
	p.child.release()
	p.mu.Lock()
	p.conn.Close()
	p.exit = Exit{Code: p.child.code, Signal: p.child.signal, At: p.child.at}
	switch {
	case p.killed != "":
		p.exit.Killed, p.exit.Reason = true, "killed: "+p.killed
	case p.stopping:
		p.exit.Killed, p.exit.Reason = true, "stopped"
	default:
		p.exit.Reason = p.out.note.reason(p.child, p.profile)
	}
	p.mu.Unlock()
	p.s.logLine(p.Cell, p.Generation, p.exit.Reason)
	p.s.mu.Lock()
	delete(p.s.procs, name)
	p.s.mu.Unlock()
	close(p.done)
}

// detach lets the process live on without us.
func (p *Process) detach() { p.child.release() }
