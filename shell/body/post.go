package body

import (
	"cellshell/membrane/ui"
)

// maxPosted bounds the events that wait for a cell which is being swapped or does not take them: what does not fit is
// dropped, newest first.
const maxPosted = 256

// post hands a cell events in order, without waiting for it. Changes of one node that no process has heard of yet become
// one. mu is held.
func (b *Body) post(c *live, events ...ui.Event) {
	for _, e := range events {
		if n := len(c.queue); n > 0 && e.Kind == ui.EventChange && c.queue[n-1].Kind == e.Kind && c.queue[n-1].Node == e.Node {
			b.told(c, c.queue[n-1])
			c.queue[n-1] = e
			continue
		}
		if len(c.queue) >= maxPosted {
			b.told(c, e)
			continue
		}
		c.queue = append(c.queue, e)
	}
	if c.posting || len(c.queue) == 0 {
		return
	}
	c.posting = b.background(func() { // ends when the queue is empty
		for {
			b.mu.Lock()
			if len(c.queue) == 0 {
				c.posting, c.queue = false, nil
				b.mu.Unlock()
				return
			}
			e := c.queue[0]
			c.queue = c.queue[1:]
			b.mu.Unlock()
			if _, err := b.hand(c, e); err != nil {
				b.log.Debug("an event did not reach its cell", "cell", c.id, "err", err)
			}
		}
	})
}
