package body

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"
	"time"

	"cellshell/evolve/act"
)

// died says why a cell ended and starts it again, ever more slowly; a crash loop is left down.
func (b *Body) died(c *live, s *session) {
	b.mu.Lock()
	current := c.sess == s && !b.closing
	b.mu.Unlock()
	if !current {
		return
	}
	reason := "ended"
	if err := s.why(nil); err != nil && !errors.Is(err, io.EOF) {
		reason = err.Error()
	}
	select {
	case <-s.proc.Done():
	case <-time.After(time.Second):
		s.proc.Kill("closed its connection and lived on")
		select {
		case <-s.proc.Done():
		case <-b.done:
			return
		}
	case <-b.done:
		return
	}
	b.mu.Lock()
	if c.sess != s || b.closing {
		b.mu.Unlock()
		return
	}
	c.sess, c.seq, c.guilty = nil, s.seq.Load(), guilty(s)
	if c.guilty {
		c.recent = nil // one of them was its death: a new generation is not to blame for that
	}
	c.stopTimers()
	if c.guilty && b.now().Before(c.trusted) {
		n := c.change
		c.trusted = time.Time{}
		b.mu.Unlock()
		b.sup.Logf(string(c.id), "died on probation: %s", reason)
		b.background(func() { b.rollBack(c, n, reason) }) // ends when it has been told
		return
	}
	delay, ok := c.spared.next(time.Now()), true
	if c.guilty {
		delay, ok = c.backoff.Next(b.now())
	}
	if !ok {
		c.failure = "stopped after crashing again and again: " + reason
		b.touch()
	}
	b.mu.Unlock()
	b.sup.Logf(string(c.id), "died: %s", reason)
	if !ok {
		b.sup.Logf(string(c.id), "%s", c.failure)
		b.log.Warn("cell is in a crash loop and stays down", "cell", c.id, "reason", reason)
		return
	}
	b.log.Warn("cell died, starting it again", "cell", c.id, "reason", reason, "in", delay)
	b.reviveIn(c, delay)
}

// spared slows down the restarts of a cell that is killed again and again by no fault of its own. The zero value is ready.
type spared struct {
	delay time.Duration
	last  time.Time
}

// The delays of such a restart: the first after a calm time, then twice as long each, up to the last.
const (
	sparedFirst = 10 * time.Millisecond
	sparedLast  = 5 * time.Second
	sparedCalm  = 2 * time.Second
)

func (s *spared) next(now time.Time) time.Duration {
	if now.Sub(s.last) > sparedCalm+s.delay {
		s.delay = 0
	}
	s.last, s.delay = now, min(max(2*s.delay, sparedFirst), sparedLast)
	return s.delay
}

// reviveIn starts a cell again after a while.
func (b *Body) reviveIn(c *live, delay time.Duration) {
	b.background(func() { // ends after the delay or when the body closes
		select {
		case <-time.After(delay):
			b.revive(c)
		case <-b.done:
		}
	})
}

// probation is how long a new generation must live before it is trusted.
const probation = 30 * time.Second

// guilty says whether a process that has ended did so by its own fault: a crash, or no answer in time. A kill from outside
// is none.
func guilty(s *session) bool {
	e := s.proc.Exit()
	return e.Killed || e.Code > 0 || s.accused.Load() || e.Signal != 0 && e.Signal != syscall.SIGKILL && e.Signal != syscall.SIGTERM
}

// tellTime is how long a cell shows that a change of it was taken back.
const tellTime = 20 * time.Second

// rollBack takes back the change that brought a generation which died on probation, and lets its cell say so: who made the change
// was told that it is done.
func (b *Body) rollBack(c *live, n int, why string) {
	ctx, cancel := context.WithTimeout(b.ctx, 20*time.Second)
	defer cancel()
	r := b.engine.RollBack(ctx, n, why)
	if r.Status != act.RolledBack {
		b.log.Warn("a change that crashed could not be taken back", "cell", c.id, "change", n, "why", r.Reason)
		b.revive(c)
		return
	}
	if _, panicked, ok := strings.Cut(why, "panic: "); ok {
		why = "it crashed: " + panicked // in a few words: a cell may be narrow
	}
	said := fmt.Sprintf("Took back #%d: %s", n, firstLines(why, 1))
	b.mu.Lock()
	if c.trusted.IsZero() { // it has not been changed anew meanwhile
		c.tookBack = said
		b.touch()
	}
	b.mu.Unlock()
	select {
	case <-time.After(tellTime):
	case <-b.done:
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if c.tookBack == said {
		c.tookBack = ""
		b.touch()
	}
}

// revive starts a cell that is down, with its newest state.
func (b *Body) revive(c *live) {
	b.mu.Lock()
	doc, ok := b.doc.Cells[c.id]
	if !ok || b.cells[c.id] != c || c.sess != nil || b.closing || b.leaving {
		b.mu.Unlock()
		return
	}
	l := launch{id: c.id, generation: doc.Generation, checked: c.checked, manifest: c.manifest, state: c.state, props: doc.Props, seq: c.seq}
	b.mu.Unlock()
	ctx, cancel := context.WithTimeout(b.ctx, 20*time.Second)
	defer cancel()
	s, _, err := b.run(ctx, l)
	b.mu.Lock()
	if err == nil && (b.cells[c.id] != c || c.sess != nil || b.closing || b.leaving) { // swapped or removed meanwhile
		b.mu.Unlock()
		b.retire(s)
		return
	}
	if err == nil {
		b.mu.Unlock()
		b.adopt(c, s)
		b.promote(c, s)
		return
	}
	delay, again := c.backoff.Next(b.now())
	if !again {
		c.failure = "could not be started: " + err.Error()
		b.touch()
	}
	b.mu.Unlock()
	b.sup.Logf(string(c.id), "could not be started: %v", err)
	if again {
		b.reviveIn(c, delay)
	}
}
