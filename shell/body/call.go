package body

import (
	"encoding/json"
	"fmt"

	"cellshell/membrane/ui"
)

// call answers a cell's request to a service. Each runs on its own, bounded by maxCalls for each cell.
func (b *Body) call(c *live, s *session, m ui.Call) {
	reply := func(payload json.RawMessage, err error) {
		_, _ = b.tell(c, s, func(seq uint64) ui.Message {
			r := ui.Reply{ID: m.ID, Payload: payload, Seq: seq, Clock: b.clock()}
			if err != nil {
				r.Error = err.Error()
			}
			return r
		})
	}
	refuse := func(err error) { // the read loop must not wait for a turn
		b.conducts(c, s, ui.Error{Text: err.Error()})
		b.mu.Lock()
		full := c.refused >= maxRefused
		if !full {
			c.refused++
		}
		b.mu.Unlock()
		if full {
			s.proc.Kill(fmt.Sprintf("made calls without waiting for the answer to %d that were refused", maxRefused))
			return
		}
		b.background(func() {
			reply(nil, err)
			b.mu.Lock()
			c.refused--
			b.mu.Unlock()
		})
	}
	b.mu.Lock()
	granted := false
	for _, p := range c.manifest.Powers {
		granted = granted || p == m.Service
	}
	busy := c.calls >= maxCalls
	if granted && !busy {
		c.calls++
	}
	b.mu.Unlock()
	switch {
	case m.Service != "system" && m.Service != historyPower:
		refuse(fmt.Errorf("there is no service %q", m.Service))
	case !granted:
		refuse(fmt.Errorf("%s may not use %q: its genome.toml does not ask for that power", c.id, m.Service))
	case busy:
		refuse(fmt.Errorf("%d calls are under way already", maxCalls))
	default:
		b.background(func() { // ends after one answer
			var payload json.RawMessage
			var err error
			if m.Service == historyPower {
				payload, err = b.callHistory(b.ctx, c, m.Method, m.Payload)
			} else {
				payload, err = b.system.call(m.Method, b.now())
			}
			b.mu.Lock()
			c.calls--
			if err == nil {
				c.answeredBefore(m.Service, m.Method, payload)
			}
			b.mu.Unlock()
			reply(payload, err)
		})
	}
}
