package nucleus

import "time"

// Restart delays of a cell that crashes.
const (
	backoffFirst  = 100 * time.Millisecond
	backoffLast   = 10 * time.Second
	crashLoopSpan = 10 * time.Second // three crashes within it are a loop
	crashLoopSize = 3
	calmAfter     = time.Minute // without a crash for so long, the delay starts again
)

// Backoff decides when a crashed cell may start again. The zero value is ready. It is not safe for concurrent use.
type Backoff struct {
	crashes []time.Time // the newest crashLoopSize
	delay   time.Duration
}

// Next records a crash at now and returns how long to wait before the restart: 100 ms, doubling up to 10 s. It is not
// ok to restart after three crashes within ten seconds.
func (b *Backoff) Next(now time.Time) (delay time.Duration, ok bool) {
	if n := len(b.crashes); n > 0 && now.Sub(b.crashes[n-1]) > calmAfter {
		b.Reset()
	}
	b.crashes = append(b.crashes, now)
	if len(b.crashes) > crashLoopSize {
		b.crashes = b.crashes[1:]
	}
	if len(b.crashes) == crashLoopSize && now.Sub(b.crashes[0]) <= crashLoopSpan {
		return 0, false
	}
	if b.delay == 0 {
		b.delay = backoffFirst
	} else {
		b.delay = min(2*b.delay, backoffLast)
	}
	return b.delay, true
}

// Reset forgets all crashes: the cell has a new source, or a person started it by hand.
func (b *Backoff) Reset() { *b = Backoff{} }
