package body

import (
	"time"

	"cellshell/membrane/ui"
)

// The shortest and the longest interval of a timer, milliseconds.
const (
	minEvery = 16
	maxEvery = 366 * 24 * 3600 * 1000
)

// lateTick is when a tick that found the cell busy is tried again: a clock must not lose a second to a tap.
const lateTick = 10 * time.Millisecond

type timer struct {
	every time.Duration
	next  *time.Timer
}

// setTimer starts, changes or cancels a timer of a cell. Ticks fall on whole multiples of the interval, so that all clocks
// of a desktop move together and the machine wakes up once.
func (b *Body) setTimer(c *live, s *session, m ui.Timer) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if c.sess != s || b.closing {
		return
	}
	if t := c.timers[m.ID]; t != nil {
		t.next.Stop()
		delete(c.timers, m.ID)
	}
	if m.Every <= 0 {
		return
	}
	if len(c.timers) >= maxTimers {
		b.background(func() { b.sup.Logf(string(c.id), "has %d timers already; another was refused", maxTimers) })
		return
	}
	every := time.Duration(min(max(m.Every, minEvery), maxEvery)) * time.Millisecond
	t := &timer{every: every}
	c.timers[m.ID] = t
	tick := func() {
		b.mu.Lock()
		alive := c.sess == s && c.timers[m.ID] == t && b.enter()
		b.mu.Unlock()
		if !alive {
			return
		}
		defer b.goes.Done()
		again := t.every
		if !s.behind() && c.turn.TryLock() { // ticks do not queue: a cell that is busy, or being swapped, gets this one later
			_ = s.ask(func(seq uint64) ui.Message { return ui.Tick{Timer: m.ID, Seq: seq, Clock: b.clock()} })
			c.turn.Unlock()
		} else {
			again = lateTick
		}
		b.mu.Lock()
		if c.sess == s && c.timers[m.ID] == t && !b.closing {
			t.next.Reset(min(untilNext(b.now(), t.every), again))
		}
		b.mu.Unlock()
	}
	t.next = time.AfterFunc(untilNext(b.now(), t.every), tick)
}

// stopTimers stops all timers of a cell. mu is held.
func (c *live) stopTimers() {
	for _, t := range c.timers {
		t.next.Stop()
	}
}

// untilNext is the time to the next whole multiple of every, in local time.
func untilNext(now time.Time, every time.Duration) time.Duration {
	_, offset := now.Zone()
	into := time.Duration(now.UnixNano()+int64(offset)*1e9) % every
	return every - into
}
