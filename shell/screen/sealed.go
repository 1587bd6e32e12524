package screen

import (
	"time"

	"cellshell/compositor"
	"cellshell/compositor/text"
	"cellshell/gpu/paint"
)

// sealed paints the layer above all cells. mu is held.
func (s *Screen) sealed(in compositor.Input, now time.Time) []paint.Op {
	b := &brush{th: compositor.Theme(in.Doc), scale: s.scale}
	if s.bar.open {
		s.paintHalos(b)
	} else {
		s.paintTip(b, now)
		s.paintToast(b, now)
	}
	if s.bar.field != nil && s.bar.moving.seen(now) {
		s.paintBar(b, now)
	}
	s.paintFinger(b)
	s.paintAttempt(b, now)
	s.paintSign(b, now)
	s.paintCard(b)
	if s.mute || !s.away.IsZero() && now.Sub(s.away) >= reconnecting {
		s.paintAway(b)
	}
	return b.ops
}

// sealedMoves says whether something of the sealed layer is on its way. mu is held.
func (s *Screen) sealedMoves(now time.Time) bool {
	return s.bar.moving.moves(now) || s.toast.moving.moves(now) || s.sign.moving.moves(now) || s.attempting.moves(now)
}

// within paints something that comes and goes, as far as it is there.
func (b *brush) within(e ease, now time.Time, f func(b *brush, off float64)) {
	alpha, off := e.stand(now)
	part := &brush{th: b.th, scale: b.scale}
	f(part, off)
	b.ops = append(b.ops, faded(part.ops, alpha)...)
}

// awayText is what the screen waits for: a body that has not been here yet is not lost. mu is held.
func (s *Screen) awayText() string {
	if s.frame == 0 {
		return "Starting …"
	}
	return "Reconnecting …"
}

// paintAway says that the body is away, or stands still. mu is held.
func (s *Screen) paintAway(b *brush) {
	t := lay(s.awayText(), text.Style{Size: 12, Weight: 500}, 300, 1)
	r := b.snap(paint.Rect{X: s.w - t.W - 62, Y: s.h - 52, W: t.W + 42, H: 32})
	b.card(r, 16, b.color("outline", 1))
	b.icon("refresh", r.X+12, r.Y+r.H/2, 14, b.th.Accent)
	b.block(t, r.X+32, r.Y+(r.H-t.H)/2, b.color("text", 1))
}
