package body

import (
	"io"
	"time"
)

// A cell that talks without end is read ever more slowly: the socket fills and the cell waits, not the desktop. What a cell
// may send is worth far more than any picture needs at 60 frames a second.
const (
	flowRate  = 300.0       // messages a second, in the long run
	flowBurst = 600.0       // at once
	flowUnit  = 64 << 10    // bytes that weigh as much as one message
	flowLong  = time.Second // no single pause is longer
)

// flow measures what comes from one cell (a leaky bucket).
type flow struct {
	count counter
	taken int64     // of count, at the last message
	level float64   // what is in the bucket
	last  time.Time // when it was looked at
}

// counter counts the bytes read.
type counter struct {
	io.ReadWriteCloser
	n int64
}

// Read implements io.Reader.
func (c *counter) Read(p []byte) (int, error) {
	n, err := c.ReadWriteCloser.Read(p)
	c.n += int64(n)
	return n, err
}

// wait accounts for one message and pauses when there were too many, until done at most.
func (f *flow) wait(done <-chan struct{}) {
	pause := f.next(time.Now())
	if pause <= 0 {
		return
	}
	t := time.NewTimer(pause)
	defer t.Stop()
	select {
	case <-t.C:
	case <-done:
	}
}

func (f *flow) next(now time.Time) time.Duration {
	f.level = max(0, f.level-now.Sub(f.last).Seconds()*flowRate) + 1 + float64(f.count.n-f.taken)/flowUnit
	f.last, f.taken = now, f.count.n
	if f.level <= flowBurst {
		return 0
	}
	return min(time.Duration((f.level-flowBurst)/flowRate*float64(time.Second)), flowLong)
}
