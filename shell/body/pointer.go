package body

import (
	"context"
	"fmt"
	"math"
	"slices"

	"cellshell/compositor"
	"cellshell/evolve/act"
	"cellshell/shell/attach"
	"cellshell/shell/control"
)

// hand is one screen's pointer. Guarded by Body.mu.
type hand struct {
	x, y  float64
	press *press // what its left button holds down
}

// handInput takes what the hands did at a screen. It never waits for a cell.
func (b *Body) handInput(_ context.Context, p attach.Input, _ func(any) error) (any, error) {
	if len(p.Events) > attach.MaxEvents {
		return nil, &control.Error{Text: fmt.Sprintf("%d events at once, at most %d are taken", len(p.Events), attach.MaxEvents), Code: control.CodeUsage}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	s := b.screens[p.Screen]
	if s == nil {
		return nil, &control.Error{Text: fmt.Sprintf("screen %d is not attached", p.Screen), Code: control.CodeNotFound}
	}
	s.Drawn = max(s.Drawn, p.Drawn)
	b.acknowledged(s, p.Shown)
	var out attach.Answer
	b.handsTake(s, p.Events, &out)
	return out, nil
}

func finite(values ...float64) bool {
	return !slices.ContainsFunc(values, func(v float64) bool { return math.IsNaN(v) || math.Abs(v) > 1e6 })
}

// take does what one event asks for. mu is held.
func (b *Body) take(s *screen, e attach.Event, out *attach.Answer) {
	switch e.Kind {
	case attach.Move:
		s.hand.x, s.hand.y = e.X, e.Y
		if s.hand.press != nil {
			b.drag(s)
			return
		}
		b.pointAt(b.arrangeFor(s).Hit(e.X, e.Y), e.X, e.Y)
	case attach.Leave:
		if s.hand.press == nil && b.pointer != nil {
			b.pointer = nil
			b.dirtyInput()
		}
	case attach.Down:
		s.hand.x, s.hand.y = e.X, e.Y
		if e.Button == attach.Left || e.Button == attach.Right && e.Alt {
			b.down(s, e)
		}
	case attach.Up:
		s.hand.x, s.hand.y = e.X, e.Y
		if p := s.hand.press; p != nil && p.button == e.Button {
			b.up(s)
		}
	case attach.Cancel:
		b.letGo(s)
	case attach.Wheel:
		b.wheel(s, e)
	case attach.Paste:
		if e.Button == attach.Middle {
			b.insertAt(s, e)
			return
		}
		b.press(e, out)
	case attach.Key:
		if p := s.hand.press; p != nil && p.moved && p.grip != gripNone && e.Chord == "escape" {
			b.letGo(s) // back to where it was
			return
		}
		b.press(e, out)
	case attach.Resize:
		if sized(e.W, e.H, e.Scale) {
			s.W, s.H, s.Scale, s.layout = e.W, e.H, e.Scale, nil
			b.electPrimary()
			b.background(b.tellLook)
		}
	}
}

// pointAt makes "this" mean what is under the pointer. mu is held.
func (b *Body) pointAt(t compositor.Target, x, y float64) {
	is := act.Target{Cell: string(t.Cell), Node: t.Node}
	if b.pointer == nil || b.pointer.Target != is {
		b.dirtyInput()
	}
	b.pointer = &pointer{X: x, Y: y, Target: is}
}
