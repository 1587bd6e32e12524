package body

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"cellshell/membrane/codec"
	"cellshell/membrane/ui"
)

// send writes a message. A cell that does not read is killed, so that nobody waits for it for long.
func (s *session) send(m ui.Message) error {
	s.write.Lock()
	defer s.write.Unlock()
	_ = s.raw.SetWriteDeadline(time.Now().Add(viewDeadline))
	err := s.conn.Send(m)
	if errors.Is(err, os.ErrDeadlineExceeded) {
		s.proc.Kill(fmt.Sprintf("did not read its messages within %v", viewDeadline))
	}
	return err
}

// ask sends a message that wants a view, made by build from its number, and kills the cell when no view comes.
func (s *session) ask(build func(seq uint64) ui.Message) error {
	seq := s.seq.Add(1)
	s.mu.Lock()
	if s.end != nil {
		err := s.end
		s.mu.Unlock()
		return err
	}
	s.asked = max(s.asked, seq)
	if s.spent < 0 {
		s.spent = s.proc.CPUTime()
	}
	if s.guard == nil {
		s.guard = s.proc.Watch(viewDeadline)
	}
	s.mu.Unlock()
	if err := s.send(build(seq)); err != nil {
		s.finish(err)
		return err
	}
	return nil
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
			var broken *codec.BrokenError // a connection that broke says nothing: it does when a process ends
			if end == nil || errors.Is(end, errEOF) || errors.As(end, &broken) || strings.Contains(r, end.Error()) {
				return errors.New(r)
			}
			return fmt.Errorf("%w (%s)", end, r)
		}
	case <-time.After(200 * time.Millisecond):
	}
	if end != nil {
		return end
	}
	return err
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
	return s.heard < s.asked
}

// newest is the number of the newest message that a view has answered.
func (s *session) newest() uint64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.heard
}

// settled waits until every message sent so far has been answered by a view that the desktop has, or ctx ends.
func (s *session) settled(ctx context.Context) error {
	s.mu.Lock()
	want := s.asked
	s.mu.Unlock()
	for {
		s.mu.Lock()
		heard, answered := s.heard, s.answered
		s.mu.Unlock()
		if heard >= want {
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
