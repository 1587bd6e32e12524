package body

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
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
	conn       *codec.Conn
	now        func() ui.Clock

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
	answered chan struct{}     // closed and replaced by each view
	end      error             // why the read loop ended
	sink     func(ui.Message)  // gets what comes; nil while on trial
	early    []ui.Message      // calls and timers that came before there was a sink
	watch    map[uint64]func() // stops the watchdog of each message that no view has answered
}

// maxEarly bounds what a cell on trial may ask for before it is live; more is dropped.
const maxEarly = 64

// newSession wraps a process whose socket is connected. The read loop ends when the process or the connection does.
func newSession(p *nucleus.Process, now func() ui.Clock) *session {
	s := &session{
		cell: tissue.CellID(p.Cell), generation: p.Generation, engine: p.Engine, proc: p, now: now,
		conn:  codec.NewConn(p.Conn()),
		first: make(chan struct{}), closed: make(chan struct{}), answered: make(chan struct{}), watch: map[uint64]func(){},
	}
	return s
}

// greet exchanges hellos and starts the read loop. A warm host is told which cell it is by this.
func (s *session) greet() error {
	if err := s.conn.Send(ui.Hello{Protocol: ui.Protocol, Cell: string(s.cell), Generation: s.generation, Engine: s.engine}); err != nil {
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
	go s.read()
	return nil
}

// read takes what the cell sends until the connection ends.
func (s *session) read() {
	defer close(s.closed)
	for {
		m, err := s.conn.Receive()
		if err != nil {
			s.finish(err)
			return
		}
		switch m := m.(type) {
		case ui.View:
			if err := s.view(m); err != nil {
				s.proc.Kill(err.Error())
				s.finish(err)
				return
			}
		case ui.Bye:
			if m.Reason != "" {
				s.accused.Store(true)
				s.finish(errors.New(m.Reason))
			}
		case ui.Call, ui.Timer, ui.Log, ui.Error:
			s.deliver(m)
		default:
			s.send(ui.Error{Text: fmt.Sprintf("message %q is not for the body", m.MessageType())})
		}
	}
}

func (s *session) finish(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.end == nil {
		s.end = err
	}
	for _, stop := range s.watch {
		stop()
	}
	clear(s.watch)
}

// view takes a new tree or a patch of the old one, after checking it.
func (s *session) view(v ui.View) error {
	s.mu.Lock()
	tree := s.tree
	switch {
	case v.Tree != nil:
		tree = v.Tree
	case len(v.Patch) > 0:
		if tree == nil {
			s.mu.Unlock()
			return errors.New("sent a patch before any tree")
		}
		var err error
		if tree, err = ui.ApplyPatch(tree, v.Patch); err != nil {
			s.mu.Unlock()
			return fmt.Errorf("bad patch: %w", err)
		}
	}
	if tree == nil {
		s.mu.Unlock()
		return errors.New("sent an empty first view")
	}
	if tree != s.tree {
		if v.Tree != nil {
			ui.Identify(tree)
		}
		if err := ui.Check(tree); err != nil {
			s.mu.Unlock()
			return fmt.Errorf("bad view: %w", err)
		}
		s.tree = tree
	}
	if len(v.State) > 0 {
		s.state = v.State
	}
	for seq, stop := range s.watch {
		if seq <= v.Seq {
			stop()
			delete(s.watch, seq)
		}
	}
	began := s.began
	s.began = true
	s.raise(v.Seq) // a cell that outlived a body knows higher numbers than the new one
	close(s.answered)
	s.answered = make(chan struct{})
	s.mu.Unlock()
	s.views.Add(1)
	if !began {
		close(s.first)
	}
	s.deliver(v)
	return nil
}

func (s *session) deliver(m ui.Message) {
	s.mu.Lock()
	sink := s.sink
	if sink == nil {
		if _, isView := m.(ui.View); !isView && len(s.early) < maxEarly {
			s.early = append(s.early, m)
		}
	}
	s.mu.Unlock()
	if sink != nil {
		sink(m)
	}
}

// attach makes sink the receiver of all that comes, after what came before.
func (s *session) attach(sink func(ui.Message)) {
	for {
		s.mu.Lock()
		early := s.early
		s.early = nil
		if len(early) == 0 {
			s.sink = sink
			s.mu.Unlock()
			return
		}
		s.mu.Unlock()
		for _, m := range early {
			sink(m)
		}
	}
}

func (s *session) send(m ui.Message) error {
	s.write.Lock()
	defer s.write.Unlock()
	return s.conn.Send(m)
}

// ask sends a message that wants a view, made by build from its number, and kills the cell when no view comes.
func (s *session) ask(build func(seq uint64) ui.Message) (uint64, error) {
	seq := s.seq.Add(1)
	s.mu.Lock()
	if s.end != nil {
		err := s.end
		s.mu.Unlock()
		return seq, err
	}
	s.watch[seq] = s.proc.Watch(viewDeadline)
	s.mu.Unlock()
	if err := s.send(build(seq)); err != nil {
		s.finish(err)
		return seq, err
	}
	return seq, nil
}

// viewDeadline is how long a live cell may take to answer before it is killed. It is far above the budget of a frame, so
// that a busy machine kills nobody; a cell that is merely slow keeps its last picture meanwhile.
const viewDeadline = 3 * time.Second

// start begins the generation's life with the given state and waits for its first view.
func (s *session) start(ctx context.Context, m ui.Start, within time.Duration) error {
	stop := s.proc.Watch(within)
	defer stop()
	m.Clock = s.now()
	if err := s.send(m); err != nil {
		return s.why(err)
	}
	return s.wait(ctx)
}

// wait returns after the first view, or with the reason why there is none.
func (s *session) wait(ctx context.Context) error {
	select {
	case <-s.first:
		return nil
	case <-s.closed:
		return s.why(nil)
	case <-ctx.Done():
		return ctx.Err()
	}
}

// why is the best explanation of an end: the cell's own last word, then how its process ended, then err.
func (s *session) why(err error) error {
	s.mu.Lock()
	end := s.end
	s.mu.Unlock()
	select {
	case <-s.proc.Done():
		if r := s.proc.Exit().Reason; r != "" {
			if end != nil && !errors.Is(end, errEOF) {
				return fmt.Errorf("%w (%s)", end, r)
			}
			return errors.New(r)
		}
	case <-time.After(200 * time.Millisecond):
	}
	if end != nil {
		return end
	}
	return err
}

// picture is the newest tree and state.
func (s *session) picture() (*ui.Node, json.RawMessage) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.tree, s.state
}

// raise makes the next message's number larger than n.
func (s *session) raise(n uint64) {
	for {
		was := s.seq.Load()
		if was >= n || s.seq.CompareAndSwap(was, n) {
			return
		}
	}
}

// behind says whether a message is still unanswered.
func (s *session) behind() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.watch) > 0
}

// settled waits until every message sent so far has been answered by a view, or ctx ends.
func (s *session) settled(ctx context.Context) error {
	for {
		s.mu.Lock()
		waiting, answered := len(s.watch), s.answered
		s.mu.Unlock()
		if waiting == 0 {
			return nil
		}
		select {
		case <-answered:
		case <-s.closed:
			return s.why(nil)
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// stop ends the process: it is asked first, then made to.
func (s *session) stop(ctx context.Context) {
	s.mu.Lock()
	s.sink = func(ui.Message) {}
	s.mu.Unlock()
	_ = s.send(ui.Stop{Deadline: 200})
	s.proc.Stop(ctx)
}
