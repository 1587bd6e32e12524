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
		if n := len(c.queue); n > 0 && e.Kind == ui.EventChange && c.queue[n-1].Event.Kind == e.Kind && c.queue[n-1].Event.Node == e.Node {
			b.told(c, c.queue[n-1].Event)
			c.queue[n-1].Event = e
			b.noted(c, c.queue[n-1])
			continue
		}
		if len(c.queue) >= maxPosted {
			b.told(c, e)
			continue
		}
		p := posted{Cell: c.id, Event: e}
		if e.Kind != ui.EventChange || b.edits.Field(c.id, e.Node) == nil { // the text of a field is told from the field
			b.posts++
			p.N = b.posts
		}
		b.noted(c, p)
		c.queue = append(c.queue, p)
	}
	b.drain(c)
}

// drain sends what is in a cell's queue. mu is held.
func (b *Body) drain(c *live) {
	if c.posting || len(c.queue) == 0 {
		return
	}
	c.posting = b.background(func() { // ends when the queue is empty
		for {
			b.mu.Lock()
			if len(c.queue) == 0 {
				c.posting, c.queue, c.sending = false, nil, 0
				b.mu.Unlock()
				return
			}
			p, to := c.queue[0], c.sess
			c.queue, c.sending = c.queue[1:], p.N
			b.mu.Unlock()
			if _, err := b.hand(c, p); err != nil { // the process that goes on for this one is told
				b.mu.Lock()
				if p.N != 0 && c.sess != nil && c.sess != to {
					c.queue = append([]posted{p}, c.queue...)
				}
				b.mu.Unlock()
			}
		}
	})
}
