package body

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"sync"
	"sync/atomic"
	"time"

	"cellshell/membrane/codec"
	"cellshell/membrane/ui"
	"cellshell/nucleus"
	"cellshell/tissue"
)

// session is the conversation with one process of one cell: it greets it, hands it what it needs, and collects its views.
type session struct {
	cell       tissue.CellID
	generation int
	engine     string
	proc       *nucleus.Process
	raw        net.Conn
	conn       *codec.Conn // over raw
	now        func() ui.Clock
	done       <-chan struct{} // closed when the body closes
	flow       flow            // owned by the read loop
	survivor   bool            // it outlived an earlier body, and knows higher numbers
	look       ui.Look         // what it was told of the theme; guarded by Body.mu once it is live

	seq   atomic.Uint64 // of the newest message that wants a view
	views atomic.Uint64 // taken so far

	accused atomic.Bool // it said goodbye with a reason: a panic

	first  chan struct{} // closed after the first view
	closed chan struct{} // closed when the read loop has ended

	write sync.Mutex // one message at a time onto the wire

	mu       sync.Mutex // guards the rest
	tree     *ui.Node   // identified and checked
	state    json.RawMessage
	began    bool
	answered chan struct{}    // closed and replaced by each view
	end      error            // why the read loop ended
	sink     func(ui.Message) // gets what comes; nil while on trial
	early    []ui.Message     // calls and timers that came before there was a sink
	asked    uint64           // the newest message sent that wants a view
	heard    uint64           // the newest that a view has answered
	spent    time.Duration    // by the process when it was asked what it has not answered; below 0: nothing is measured
	guard    func()           // stops the watchdog; nil while nothing is asked
}

// newSession wraps a process whose socket is connected. The read loop ends when the process or the connection does.
func (b *Body) newSession(p *nucleus.Process) *session {
	s := &session{
		cell: tissue.CellID(p.Cell), generation: p.Generation, engine: p.Engine, proc: p, raw: p.Conn(), now: b.clock, done: b.done,
		spent: -1, first: make(chan struct{}), closed: make(chan struct{}), answered: make(chan struct{}),
	}
	s.conn = codec.NewConn(&s.flow.count)
	s.flow.count.ReadWriteCloser = s.raw
	return s
}

// open greets a process and takes what it sends from then on. A cell that does not greet in time, or a context that ends,
// kills it.
func (b *Body) open(ctx context.Context, s *session) error {
	stop := s.proc.Watch(viewDeadline)
	defer stop()
	defer context.AfterFunc(ctx, func() { s.proc.Kill("its start was given up") })()
	if err := s.greet(); err != nil {
		return err
	}
	b.mu.Lock()
	swept := b.swept
	if !swept {
		b.sessions[s] = true
	}
	b.mu.Unlock()
	if swept || !b.background(func() { // ends with the connection
		s.read()
		b.mu.Lock()
		delete(b.sessions, s)
		b.mu.Unlock()
	}) {
		s.raw.Close()
		close(s.closed)
		return errClosing
	}
	return nil
}

var errClosing = errors.New("the desktop is closing")

// greet exchanges hellos and starts the read loop. A warm host is told which cell it is by this.
func (s *session) greet() error {
	if err := s.send(ui.Hello{Protocol: ui.Protocol, Cell: string(s.cell), Generation: s.generation, Engine: s.engine}); err != nil {
		return fmt.Errorf("%s: greet: %w", s.cell, err)
	}
	m, err := s.conn.Receive()
	if err != nil {
		return fmt.Errorf("%s: did not greet: %w", s.cell, err)
	}
	h, ok := m.(ui.Hello)
	if !ok {
		return fmt.Errorf("%s: greeted with %q, not hello", s.cell, m.MessageType())
	}
	if h.Protocol != ui.Protocol {
		return fmt.Errorf("%s: protocol mismatch: body %s, cell %s", s.cell, ui.Protocol, h.Protocol)
	}
	return nil
}

// calm stops the watchdog. mu is held.
func (s *session) calm() {
	if s.guard != nil {
		s.guard()
		s.guard = nil
	}
}

// stop ends the process: it is asked first, then made to.
func (s *session) stop(ctx context.Context) {
	s.mu.Lock()
	s.sink = func(ui.Message) {}
	s.mu.Unlock()
	_ = s.send(ui.Stop{Deadline: 200})
	s.proc.Stop(ctx)
	<-s.closed
}
