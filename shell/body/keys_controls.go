package body

import (
	"math"
	"time"

	"cellshell/compositor"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// slid is the slider that was moved by key last, and the value it was given: the cell may not have answered yet when the
// next key comes.
type slid struct {
	at    compositor.Target
	value float64
	when  time.Time
}

// slidTime is how long the value that was given counts, and not the one the cell shows.
const slidTime = 500 * time.Millisecond

// slideKey moves a slider by key: the arrows by one step, pages by ten, Home and End to its ends. mu is held.
func (b *Body) slideKey(c *live, n *ui.Node, chord string) bool {
	lo, span := n.Min, spanOf(n)
	step, page := n.Step, 10*n.Step
	if step <= 0 {
		step, page = span/50, span/10
	}
	v, now := n.Value, time.Now()
	at := compositor.Target{Cell: c.id, Node: n.ID}
	if b.slid.at == at && now.Sub(b.slid.when) < slidTime {
		v = b.slid.value
	}
	was := v
	switch chord {
	case "left", "down":
		v -= step
	case "right", "up":
		v += step
	case "pagedown":
		v -= page
	case "pageup":
		v += page
	case "home":
		v = lo
	case "end":
		v = lo + span
	default:
		return false
	}
	if n.Step > 0 {
		v = lo + math.Round((v-lo)/n.Step)*n.Step
	}
	v = min(max(v, lo), lo+span)
	b.slid = slid{at, v, now}
	if v != was {
		b.post(c, ui.Event{Node: n.ID, Kind: ui.EventChange, Value: v})
	}
	return true
}

// windowKey does the keys that mean a whole window: Alt+F4 closes it, Super and an arrow puts it to a side, up makes it fill
// the desktop, down makes it what it was. mu is held.
func (b *Body) windowKey(c *live, chord string) bool {
	if c == nil || b.doc.Cells[c.id] == nil || b.doc.Cells[c.id].Kind != tissue.KindWindow {
		return false
	}
	switch chord {
	case "alt+f4", "super+q":
		if !b.doc.Cells[c.id].Locked {
			b.remove(c.id)
		}
	case "super+left":
		b.fill(b.arrange(), c.id, "left")
	case "super+right":
		b.fill(b.arrange(), c.id, "right")
	case "super+up":
		b.fill(b.arrange(), c.id, "")
	case "super+down":
		b.fill(b.arrange(), c.id, "restore")
	default:
		return false
	}
	return true
}
