package screen

import (
	"context"
	"encoding/json"
	"errors"
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
	p := attach.Params{W: s.w, H: s.h, Scale: s.scale, PID: s.o.PID, Hands: s.hands}
	s.mu.Unlock()
	var broken error
	err = c.Call(ctx, attach.MethodAttach, p, nil, func(raw json.RawMessage) {
		var f attach.Frame
		err := json.Unmarshal(raw, &f)
		if err == nil {
			err = s.take(&f)
		}
		if err != nil {
			broken = err
			cancel()
			return
		}
		up()
	})
	if broken != nil {
		return broken
	}
	return err
}

// send queues events for the body. mu is held.
func (s *Screen) send(events ...attach.Event) {
	for _, e := range events {
		s.out.put(e)
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
		var again <-chan time.Time
		if s.mu.Lock(); c == nil && s.number != 0 && s.out.waits() {
			again = time.After(lastRetry) // this connection broke alone
		}
		s.mu.Unlock()
		select {
		case <-ctx.Done():
			return
		case <-s.mail:
		case <-again:
		}
		if c = s.unload(ctx, c, &of); c == nil {
			continue // the stream notices too, and starts anew; what was not taken is sent again then
		}
	}
}

// unload sends all that waits over c, a connection that is good for the attachment of, and returns the connection to use
// next time.
func (s *Screen) unload(ctx context.Context, c *control.Client, of *uint64) *control.Client {
	for first := true; ; first = false {
		s.mu.Lock()
		in := attach.Input{Screen: s.number, Shown: s.shown, Drawn: s.drawn}
		if in.Screen != 0 {
			in.Events = s.out.next(attach.MaxEvents)
		}
		s.mu.Unlock()
		if in.Screen == 0 || !first && len(in.Events) == 0 { // nobody is there to see it, or all is sent
			return c
		}
		if c != nil && *of != in.Screen {
			c.Close()
			c = nil
		}
		if c == nil {
			var err error
			if c, err = s.o.Dial(ctx); err != nil {
				return nil
			}
			*of = in.Screen
		}
		var a attach.Answer
		if err := s.patiently(func() error { return c.Call(ctx, attach.MethodInput, in, &a, nil) }); err != nil {
			c.Close()
			s.mu.Lock()
			s.out.sent = 0
			s.mu.Unlock()
			return nil
		}
		s.mu.Lock()
		s.out.answered(in.Events, a.Sure)
		s.mu.Unlock()
		s.answered(a)
	}
}

// flush waits, not long, until the body knows what the hands have done so far: "this" is where they point.
func (s *Screen) flush(ctx context.Context) {
	s.mu.Lock()
	until := s.out.last
	s.mu.Unlock()
	for deadline := time.Now().Add(flushTime); time.Now().Before(deadline); {
		s.mu.Lock()
		there := s.out.taken >= until
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
	if e := (*control.Error)(nil); errors.As(err, &e) && e.Code == control.CodeDown { // the launcher starts it already
		return &control.Error{Text: "The desktop is away at this moment, so nothing was done.", Hint: "Say it again when it is back.", Code: e.Code}
	}
	if err != nil {
		return err
	}
	defer c.Close()
	return c.Call(ctx, method, params, result, progress)
}
