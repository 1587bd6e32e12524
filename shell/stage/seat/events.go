package seat

import (
	"slices"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

const buttonsDown = xproto.ButtonMask1 | xproto.ButtonMask2 | xproto.ButtonMask3

// event takes what the server says; it tells whether the window is gone.
func (s *Seat) event(e xgb.Event, glass xproto.Window) (gone bool) {
	switch e := e.(type) {
	case xproto.MotionNotifyEvent:
		s.put(Event{Kind: Move, X: float64(e.EventX), Y: float64(e.EventY), Mods: e.State, Time: uint32(e.Time)})
	case xproto.ButtonPressEvent:
		s.put(Event{Kind: Press, X: float64(e.EventX), Y: float64(e.EventY), Button: int(e.Detail), Mods: e.State, Time: uint32(e.Time)})
	case xproto.ButtonReleaseEvent:
		if e.Detail <= 3 {
			s.put(Event{Kind: Release, X: float64(e.EventX), Y: float64(e.EventY), Button: int(e.Detail), Mods: e.State, Time: uint32(e.Time)})
		}
	case xproto.LeaveNotifyEvent:
		if e.State&buttonsDown == 0 || e.Mode == xproto.NotifyModeUngrab {
			s.put(Event{Kind: Leave, Time: uint32(e.Time)})
		}
	case xproto.KeyPressEvent:
		sym, latin := s.keys.find(e.Detail, e.State)
		s.put(Event{Kind: KeyDown, Sym: sym, Latin: latin, Mods: e.State, Time: uint32(e.Time)})
	case xproto.KeyReleaseEvent:
		sym, latin := s.keys.find(e.Detail, e.State)
		s.put(Event{Kind: KeyUp, Sym: sym, Latin: latin, Mods: e.State, Time: uint32(e.Time)})
	case xproto.FocusOutEvent:
		if e.Mode == xproto.NotifyModeNormal || e.Mode == xproto.NotifyModeWhileGrabbed {
			s.put(Event{Kind: Unfocus})
		}
	case xproto.MappingNotifyEvent:
		if e.Request == xproto.MappingKeyboard {
			if keys, err := readKeys(s.c); err == nil {
				s.keys = keys
			}
		}
	case xproto.DestroyNotifyEvent:
		return e.Window == glass
	}
	return false
}

// put queues an event and wakes whoever takes it.
func (s *Seat) put(e Event) {
	if s.queue(e) {
		s.wake()
	}
}

// queue tells whether the event is the only one.
func (s *Seat) queue(e Event) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := len(s.heard)
	switch {
	case e.Kind == Move && n > 0 && s.heard[n-1].Kind == Move:
		s.heard[n-1] = e
		return false
	case n >= MaxWaiting:
		i := slices.IndexFunc(s.heard, func(o Event) bool { return o.Kind == Move })
		s.heard = slices.Delete(s.heard, max(i, 0), max(i, 0)+1)
	}
	s.heard = append(s.heard, e)
	return n == 0
}
