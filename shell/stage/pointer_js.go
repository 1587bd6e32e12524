package stage

import (
	"math"
	"syscall/js"
	"time"

	"cellshell/shell/attach"
)

const (
	holdTime = 500 * time.Millisecond // that a finger stays until it asks
	holdMore = 30 * time.Millisecond  // in which a page that was busy hears of one that has long gone
	holdSlop = 10.0                   // how far it may stray meanwhile
	lineStep = 19.0                   // what a wheel that counts lines scrolls with each, logical pixels
)

// pointer takes mouse, pen and fingers.
func (h *hands) pointer(e js.Value) bool {
	p, id, touch := at(e), e.Get("pointerId").Int(), e.Get("pointerType").String() == "touch"
	switch e.Get("type").String() {
	case "pointerdown":
		page.Call("hold", id)
		h.lonely = false
		h.fingers[id] = p
		if touch {
			h.screen.Fingers()
		}
		if touch && len(h.fingers) > 1 { // a second finger scrolls
			h.stays(nil)
			h.opened = false
			h.send(attach.Event{Kind: attach.Cancel})
			return true
		}
		h.down(e, p)
		if touch {
			h.opened, h.since = false, stamp(e)
			h.stays(&p)
		}
		if !touch || h.screen.Cursor() == "text" || h.screen.Asking() {
			page.Call("type", p.x, p.y)
		}
	case "pointermove":
		was, down := h.fingers[id]
		if h.asked && touch {
			return true
		}
		if touch && len(h.fingers) > 1 && down {
			n := float64(len(h.fingers))
			h.fingers[id] = p
			h.send(attach.Event{Kind: attach.Wheel, X: p.x, Y: p.y, DX: (was.x - p.x) / n, DY: (was.y - p.y) / n})
			return true
		}
		if touch && h.held != nil && math.Hypot(p.x-h.clicks.x, p.y-h.clicks.y) > holdSlop {
			h.stays(nil)
		}
		h.send(attach.Event{Kind: attach.Move, X: p.x, Y: p.y})
	default:
		h.up(e, p, id, touch)
	}
	return true
}

// up is a button or a finger that goes up, or of which the browser says no more. How long a finger has stayed the browser's clock
// says: a page that was busy drawing hears of it late, and its timer goes off before.
func (h *hands) up(e js.Value, p place, id int, touch bool) {
	delete(h.fingers, id)
	stayed, gone := stamp(e)-h.since >= holdTime, e.Get("type").String() == "pointercancel"
	if touch && h.held != nil && stayed && !gone {
		h.ask(p)
	}
	h.stays(nil)
	asked := h.asked
	h.asked = asked && len(h.fingers) > 0
	if asked && touch && h.opened && !stayed {
		h.opened, asked = false, false
		h.screen.Unask()
		if !gone {
			h.send(h.pressed...)
		}
	}
	if asked && touch {
		page.Call("type", p.x, p.y) // only now may a keyboard come up
		return
	}
	end := attach.Event{Kind: attach.Up, X: p.x, Y: p.y, Button: button(e), Shift: e.Get("shiftKey").Bool()}
	if gone {
		end = attach.Event{Kind: attach.Cancel}
	}
	out := []attach.Event{end}
	if touch {
		out = append(out, attach.Event{Kind: attach.Leave})
	}
	h.send(out...)
}

// stays begins to wait for a finger that stays where it is, or ends that.
func (h *hands) stays(at *place) {
	if h.held != nil {
		h.held.Stop()
		h.held = nil
	}
	if at == nil {
		return
	}
	h.held = time.AfterFunc(holdTime, func() {
		h.held = time.AfterFunc(holdMore, func() {
			h.held = nil
			h.ask(*at)
		})
	})
}

func (h *hands) ask(at place) {
	h.asked, h.opened = true, h.screen.Ask(at.x, at.y)
	Wake()
}

// stamp is when something happened, by the browser's clock.
func stamp(e js.Value) time.Duration {
	return time.Duration(e.Get("timeStamp").Float() * float64(time.Millisecond))
}

func button(e js.Value) int {
	switch e.Get("button").Int() {
	case 1:
		return attach.Middle
	case 2:
		return attach.Right
	}
	return attach.Left
}

func (h *hands) down(e js.Value, p place) {
	b := button(e)
	n := h.clicks.press(b, p.x, p.y, time.Now())
	h.pressed = []attach.Event{
		{Kind: attach.Move, X: p.x, Y: p.y},
		{Kind: attach.Down, X: p.x, Y: p.y, Button: b, Shift: e.Get("shiftKey").Bool(), Alt: e.Get("altKey").Bool() || e.Get("metaKey").Bool(), Clicks: n},
	}
	h.send(h.pressed...)
}

func (h *hands) wheel(e js.Value) bool {
	if e.Get("ctrlKey").Bool() {
		return false // the browser's zoom
	}
	k := 1.0
	switch e.Get("deltaMode").Int() {
	case 1:
		k = lineStep
	case 2:
		k = js.Global().Get("innerHeight").Float()
	}
	p := at(e)
	h.send(attach.Event{Kind: attach.Wheel, X: p.x, Y: p.y, DX: e.Get("deltaX").Float() * k, DY: e.Get("deltaY").Float() * k})
	return true
}
