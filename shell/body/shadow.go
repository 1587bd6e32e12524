package body

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// A new generation is shown only after a copy of it has lived through what the hands did last: a process of its own with a
// copy of the state gets those events once more, unseen. Nothing it does counts: its calls get the answers of before or are
// refused, its timers never fall due, and it is killed at the end.

const (
	maxRecent  = 16              // events of a cell that are kept; the oldest goes
	shadowTime = 4 * time.Second // for all events of one shadow run
	eventTime  = 2 * time.Second // for one: far above a frame, so that a busy machine refuses nothing
	maxReplies = 16              // answers of services that are kept for shadow runs, by service and method
)

// remember keeps an event that a cell was handed. Edits of one field in a row become one: its text is whole each time.
func remember(recent []ui.Event, e ui.Event) []ui.Event {
	if n := len(recent); n > 0 && e.Kind == ui.EventChange && recent[n-1].Kind == e.Kind && recent[n-1].Node == e.Node {
		recent[n-1] = e
		return recent
	}
	if len(recent) >= maxRecent {
		recent = append(recent[:0:0], recent[1:]...)
	}
	return append(recent, e)
}

// answeredBefore keeps the answer of a service for shadow runs. mu is held.
func (c *live) answeredBefore(service, method string, payload json.RawMessage) {
	if c.replies == nil {
		c.replies = map[string]json.RawMessage{}
	}
	key := service + " " + method
	if _, known := c.replies[key]; known || len(c.replies) < maxReplies {
		c.replies[key] = payload
	}
}

// shadowRun is one on its way.
type shadowRun struct {
	cell    tissue.CellID
	l       launch
	events  []ui.Event
	replies map[string]json.RawMessage
}

// shadow begins the shadow runs of a trial's changed programs.
func (t *trial) shadow(runs []shadowRun) {
	if len(runs) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(t.b.ctx, shadowTime)
	verdict := make(chan error, 1)
	if !t.b.background(func() { // ends with the runs, which end with ctx
		defer cancel()
		var err error
		for _, r := range runs {
			err = errors.Join(err, t.b.relive(ctx, r))
		}
		verdict <- err
	}) {
		cancel()
		return
	}
	t.verdict, t.endShadow = verdict, cancel
}

// shadowed waits for the verdict.
func (t *trial) shadowed(ctx context.Context) error {
	if t.verdict == nil {
		return nil
	}
	select {
	case err := <-t.verdict:
		t.verdict = nil
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// relive lets a copy of a new generation live through the last events. Those whose node it does not have any more are left
// out. The error says at which one it failed.
func (b *Body) relive(ctx context.Context, r shadowRun) error {
	s, _, err := b.run(ctx, r.l)
	if err != nil {
		return nil //nolint:nilerr // the trial itself has started: this is a busy machine, no fault of the program
	}
	defer func() {
		s.proc.Kill("its shadow run is over")
		b.retire(s)
	}()
	var calls atomic.Int32
	var replies sync.WaitGroup
	s.attach(func(m ui.Message) {
		call, ok := m.(ui.Call)
		if !ok || calls.Add(1) > maxEarly {
			return
		}
		reply := ui.Reply{ID: call.ID, Error: "nothing is done on trial"}
		if was, known := r.replies[call.Service+" "+call.Method]; known {
			reply.Payload, reply.Error = was, ""
		}
		replies.Add(1)
		if !b.background(func() { // the read loop must not wait for the cell; ends when it is sent
			defer replies.Done()
			_ = s.ask(func(seq uint64) ui.Message { reply.Seq, reply.Clock = seq, b.clock(); return reply })
		}) {
			replies.Done()
		}
	})
	for _, e := range r.events {
		tree, _ := s.picture()
		if n := ui.Find(tree, e.Node); n == nil || n.Disabled {
			continue
		}
		err := b.lives(ctx, s, func(seq uint64) ui.Message { e.Seq, e.Clock = seq, b.clock(); return e })
		if err == nil { // a question that makes sure that the calls made are here, and then their answers
			err = b.lives(ctx, s, func(seq uint64) ui.Message { return ui.Theme{Look: s.look, Seq: seq} })
		}
		if err == nil && calls.Load() > 0 {
			replies.Wait()
			err = b.settles(ctx, s)
		}
		if err != nil {
			if ctx.Err() != nil && b.ctx.Err() == nil && time.Since(s.proc.Started) < shadowTime {
				return ctx.Err() // given up
			}
			return fmt.Errorf("%s fails at what was done last, %s of %s: %w", r.cell, e.Kind, e.Node[strings.LastIndexByte(e.Node, '/')+1:], err)
		}
	}
	return nil
}

// lives hands a process one message and waits for its view.
func (b *Body) lives(ctx context.Context, s *session, build func(seq uint64) ui.Message) error {
	if err := s.ask(build); err != nil {
		return s.why(err)
	}
	return b.settles(ctx, s)
}

func (b *Body) settles(ctx context.Context, s *session) error {
	ctx, cancel := context.WithTimeout(ctx, eventTime)
	defer cancel()
	err := s.settled(ctx)
	if errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("no answer within %v", eventTime)
	}
	return err
}
