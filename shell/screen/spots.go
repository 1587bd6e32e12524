package screen

import (
	"time"

	"cellshell/gpu/paint"
	"cellshell/shell/control"
)

// spot is a place of the sealed layer that takes a click. A nil press only keeps it from what is behind.
type spot struct {
	paint.Rect
	press func()
}

// floating are the spots of what stands beside the bar, the topmost first. mu is held.
func (s *Screen) floating(now time.Time) (out []spot) {
	if s.fingers {
		out = append(out, spot{s.fingerRect(), s.toggle})
	}
	if s.signSeen(now) {
		out = append(out, spot{s.stopRect(), s.stopWork}, spot{s.signRect(), nil})
	}
	if s.card != nil {
		out = append(out, spot{s.cardRect(), nil})
	}
	if s.toastSeen(now) {
		t := s.spreadToast(now)
		for i, r := range t.chips {
			out = append(out, spot{r, func() { s.choose(i) }})
		}
		line := spot{t.panel, nil}
		if s.toast.receipt != nil {
			line.press = s.details
		}
		out = append(out, line)
	}
	if s.attempting.seen(now) {
		p := s.spreadAttempt(now)
		out = append(out, spot{p.keep, func() { s.endAttempt(control.BranchKeep) }}, spot{p.drop, func() { s.endAttempt(control.BranchDrop) }}, spot{p.panel, nil})
	}
	return out
}

// inBar are the spots of the bar. mu is held.
func (s *Screen) inBar() (out []spot) {
	if !s.bar.open {
		return nil
	}
	sp := s.spread()
	list, numbered := s.chips()
	for i, r := range sp.chips {
		press := func() { s.fill(list[i]) }
		if numbered {
			press = func() { s.choose(i) }
		}
		out = append(out, spot{r, press})
	}
	rows := s.rows()
	for i, r := range sp.rows {
		out = append(out, spot{r, func() { s.fill(rows[i]) }})
	}
	return append(out, spot{sp.panel, nil})
}

// spotAt is the topmost spot at a place. mu is held.
func (s *Screen) spotAt(x, y float64) (spot, bool) {
	for _, list := range [][]spot{s.floating(time.Now()), s.inBar()} {
		for _, p := range list {
			if p.Contains(x, y) {
				return p, true
			}
		}
	}
	return spot{}, false
}

// spotCursor is the shape of the pointer on a spot that it is on. mu is held.
func (s *Screen) spotCursor(p spot) string {
	switch {
	case p.press != nil:
		return "hand"
	case s.bar.open && !s.bar.sent && s.spread().field.Contains(s.x, s.y):
		return "text"
	}
	return ""
}

// over says whether the pointer is on a place. mu is held.
func (s *Screen) over(r paint.Rect) bool { return s.inside && r.Contains(s.x, s.y) }

// details shows those of the newest receipt. mu is held.
func (s *Screen) details() { s.card, s.toast.until = s.toast.receipt, time.Now() }
