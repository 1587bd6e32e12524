package screen

import (
	"context"
	"encoding/json"
	"time"

	"cellshell/shell/attach"
	"cellshell/shell/control"
)

// Dial opens a connection to the body.
type Dial func(ctx context.Context) (*control.Client, error)

// The wait between two tries to reach the body.
const (
	firstRetry = 5 * time.Millisecond
	lastRetry  = 100 * time.Millisecond
)

// stream keeps the screen attached until ctx ends.
func (s *Screen) stream(ctx context.Context) {
	wait := firstRetry
	for ctx.Err() == nil {
		err := s.attached(ctx, func() { wait = firstRetry })
		if ctx.Err() != nil {
			return
		}
		s.lost(err)
		select {
		case <-time.After(wait):
		case <-ctx.Done():
		}
		wait = min(wait*2, lastRetry)
	}
}

// attached takes frames until the body goes.
func (s *Screen) attached(ctx context.Context, up func()) error {
	c, err := s.o.Dial(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	s.mu.Lock()
	p := attach.Params{W: s.w, H: s.h, Scale: s.scale, PID: s.o.PID}
	s.mu.Unlock()
	var broken error
	err = c.Call(ctx, attach.MethodAttach, p, nil, func(raw json.RawMessage) {
		var f attach.Frame
		if err := json.Unmarshal(raw, &f); err != nil {
			broken = err
			cancel()
			return
		}
		up()
		s.take(&f)
	})
	if broken != nil {
		return broken
	}
	return err
}

// maxWaiting bounds the events that wait to be sent; while the body does not take them, the oldest are forgotten.
const maxWaiting = 512

// send queues events for the body; moves of the pointer in a row become one. mu is held.
func (s *Screen) send(events ...attach.Event) {
	for _, e := range events {
		if n := len(s.out); n > 0 && e.Kind == attach.Move && s.out[n-1].Kind == attach.Move {
			s.out[n-1] = e
			continue
		}
		s.out = append(s.out, e)
		s.queued++
	}
	if n := len(s.out) - maxWaiting; n > 0 {
		s.out = s.out[n:]
	}
	s.post()
}

// post wakes the sender.
func (s *Screen) post() {
	select {
	case s.mail <- struct{}{}:
	default: // it knows already
	}
}

// deliver sends what the hands did, and which frame is shown, until ctx ends.
func (s *Screen) deliver(ctx context.Context) {
	var c *control.Client
	defer func() {
		if c != nil {
			c.Close()
		}
	}()
	var of uint64 // the attachment that c is good for
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.mail:
		}
		s.mu.Lock()
		in := attach.Input{Screen: s.number, Shown: s.shown, Drawn: s.drawn, Events: s.out}
		s.out = nil
		until := s.queued
		s.mu.Unlock()
		if in.Screen == 0 { // not attached: nobody is there to see it
			continue
		}
		if c != nil && of != in.Screen {
			c.Close()
			c = nil
		}
		if c == nil {
			var err error
			if c, err = s.o.Dial(ctx); err != nil {
				continue // the stream notices too, and starts anew
			}
			of = in.Screen
		}
		for first := true; first || len(in.Events) > 0; first = false {
			batch := in
			batch.Events = in.Events[:min(len(in.Events), attach.MaxEvents)]
			in.Events = in.Events[len(batch.Events):]
			var a attach.Answer
			if err := c.Call(ctx, attach.MethodInput, batch, &a, nil); err != nil {
				c.Close()
				c = nil
				break
			}
			s.answered(a)
		}
		s.mu.Lock()
		s.arrived = until
		s.mu.Unlock()
	}
}

// flush waits, not long, until the body knows what the hands have done so far: "this" is where they point.
func (s *Screen) flush(ctx context.Context) {
	s.mu.Lock()
	until := s.queued
	s.mu.Unlock()
	for deadline := time.Now().Add(flushTime); time.Now().Before(deadline); {
		s.mu.Lock()
		there := s.arrived >= until
		s.mu.Unlock()
		if there {
			return
		}
		select {
		case <-time.After(time.Millisecond):
		case <-ctx.Done():
			return
		}
	}
}

// flushTime is how long a sentence waits for the hands.
const flushTime = 200 * time.Millisecond

// call makes one request on a connection of its own. Its end, or that of the screen, cancels what runs.
func (s *Screen) call(ctx context.Context, method string, params, result any, progress func(json.RawMessage)) error {
	c, err := s.o.Dial(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	return c.Call(ctx, method, params, result, progress)
}
