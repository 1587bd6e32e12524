package body

import (
	"slices"

	"cellshell/membrane/ui"
)

// noted remembers an event until its cell has answered it. mu is held.
func (b *Body) noted(c *live, p posted) {
	if p.N == 0 {
		return
	}
	if i := slices.IndexFunc(c.pending, func(q posted) bool { return q.N == p.N }); i >= 0 {
		c.pending[i] = p
	} else {
		c.pending = append(c.pending, p)
	}
	if len(c.pending) > maxPosted {
		c.pending = c.pending[1:]
	}
	if b.journal.posts = append(b.journal.posts, p); len(b.journal.posts) > maxSaved {
		b.journal.posts = b.journal.posts[1:]
	}
}

// tellAll tells a process that goes on for another, or for another body, what was done meanwhile.
func (b *Body) tellAll(c *live, s *session) {
	b.tellTyped(c, s)
	b.mu.Lock()
	defer b.mu.Unlock()
	if c.sess == s {
		b.tellAgain(c, s)
	}
}

// tellTyped tells a cell that was started again what was typed into its fields and never reached the process before: what
// its new view does not show although it was typed later.
func (b *Body) tellTyped(c *live, s *session) {
	b.mu.Lock()
	if c.sess != s || c.tree == nil {
		b.mu.Unlock()
		return
	}
	owed, lost := c.unsaid, []string(nil)
	c.unsaid = nil
	ui.Walk(c.tree, func(n *ui.Node) bool {
		f := b.edits.Field(c.id, n.ID)
		if f == nil || !editable(n) || f.Text == n.Text {
			return true
		}
		if was := slices.Index(owed, n.ID); was >= 0 {
			owed = slices.Delete(owed, was, was+1)
			lost = append(lost, n.ID)
		} else if f.Seq > n.Seq {
			c.typing[n.ID]++
			lost = append(lost, n.ID)
		}
		return true
	})
	for _, id := range owed { // it knows them already, or has no such field any more
		b.told(c, ui.Event{Node: id, Kind: ui.EventChange})
	}
	b.mu.Unlock()
	for _, id := range lost {
		_ = b.event(b.ctx, c, ui.Event{Node: id, Kind: ui.EventChange})
	}
}

// tellAgain sends what the process before has not answered. Of one that lives on, it is known what it has heard. What was
// sent to one that died by its own fault, or was sent twice already, is not sent again: it may be what kills it. mu is held.
func (b *Body) tellAgain(c *live, s *session) {
	heard, again := uint64(0), !c.guilty
	if s.survivor {
		heard, again = s.newest(), true
	}
	queued := func(n uint64) bool {
		return n == c.sending || slices.ContainsFunc(c.queue, func(q posted) bool { return q.N == n })
	}
	pending, late := c.pending, []posted(nil)
	c.pending = nil
	for _, p := range pending {
		switch {
		case p.Seq == 0 && queued(p.N):
			c.pending = append(c.pending, p)
		case p.Seq != 0 && (p.Seq <= heard || !again || p.again):
		default:
			p.again, p.Seq = p.Seq != 0, 0
			b.noted(c, p)
			late = append(late, p)
		}
	}
	c.queue = append(late, c.queue...)
	b.drain(c)
}
