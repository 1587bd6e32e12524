package screen

import (
	"context"
	"fmt"
	"strings"
	"time"

	"cellshell/compositor/text"
	"cellshell/gpu/paint"
	"cellshell/shell/attach"
	"cellshell/shell/control"
)

// sign shows that a language model is at work, whoever asked. No call goes on without it.
type sign struct {
	attach.Working
	moving ease
	began  time.Time // the call, by the clock of this screen
	shown  time.Time // when the sign came
	ended  time.Time // when the call was over; zero while it goes on
}

// signTime is how long the sign stays at least: nobody sees less.
const signTime = 400 * time.Millisecond

// working takes in what the body says of calls. mu is held.
func (s *Screen) working(w attach.Working) {
	g, now := &s.sign, time.Now()
	if w.Number == 0 {
		if g.ended.IsZero() && g.in() {
			g.ended = now
			s.later(max(g.shown.Add(signTime).Sub(now), 0) + 2*time.Millisecond)
		}
		return
	}
	fresh := !g.in()
	if g.Number != w.Number {
		g.began = now.Add(-time.Duration(min(max(w.Elapsed, 0), longest.Milliseconds())) * time.Millisecond)
	}
	g.Working, g.ended = w, time.Time{}
	if fresh {
		g.shown = now
		g.moving.come(now)
		s.goes.Go(func() { s.ticking() }) // ends with the sign, or with the screen
	}
}

// ticking asks for a picture each second while the sign is there, for its seconds.
func (s *Screen) ticking() {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-s.ctx.Done():
			return
		case <-t.C:
		}
		s.mu.Lock()
		on := s.sign.in()
		s.stale = s.stale || on
		s.mu.Unlock()
		if !on {
			return
		}
		s.o.Wake()
	}
}

func (g *sign) in() bool { return g.moving.in }

// seen says whether the sign is to be seen, and lets it go when its time has come.
func (g *sign) seen(now time.Time) bool {
	if g.in() && !g.ended.IsZero() && now.Sub(g.shown) >= signTime {
		g.moving.leave(now)
	}
	return g.Number != 0 && g.moving.seen(now)
}

// signSeen is sign.seen where the bar does not tell the same. mu is held.
func (s *Screen) signSeen(now time.Time) bool {
	own := s.bar.open && s.waits(now) && s.sign.Screen == s.number && (s.bar.sent || s.bar.field.Text == "")
	return s.sign.seen(now) && !own
}

// workText tells what a call has taken: "214 tokens · 3 s".
func workText(w attach.Working, elapsed time.Duration) string {
	parts := []string{}
	if w.Tokens > 0 {
		parts = append(parts, fmt.Sprintf("%d tokens", w.Tokens))
	}
	if w.Cost > 0 {
		parts = append(parts, fmt.Sprintf("$%.4f", w.Cost))
	}
	parts = append(parts, fmt.Sprintf("%d s", int(elapsed.Seconds())))
	if w.Others > 0 {
		parts = append(parts, fmt.Sprintf("and %d more", w.Others))
	}
	return strings.Join(parts, " · ")
}

const signHeight = 52.0

// signRect is where the sign stands: at the bottom, at the top while the bar is there. mu is held.
func (s *Screen) signRect() paint.Rect {
	w := min(460, s.w-2*barEdge)
	r := paint.Rect{X: (s.w - w) / 2, Y: s.h - signHeight - 28, W: w, H: signHeight}
	if s.bar.open && s.bar.low {
		r.Y = 52
	}
	return r
}

// stopRect is where a click stops the call. mu is held.
func (s *Screen) stopRect() paint.Rect {
	r := s.signRect()
	return paint.Rect{X: r.X + r.W - 44, Y: r.Y, W: 44, H: r.H}
}

// stopWork stops the call that the sign tells of: one of this screen by its connection, another by the word for it. mu is held.
func (s *Screen) stopWork() {
	if w := s.bar.work; w != nil && s.sign.Screen == s.number {
		w.cancel()
		return
	}
	s.goes.Go(func() { // ends with the request, which ends with the screen
		ctx, cancel := context.WithTimeout(s.ctx, 5*time.Second)
		defer cancel()
		var r receipt
		_ = s.call(ctx, control.MethodEvolve, control.EvolveParams{Sentence: "stop"}, &r, nil) // the sign goes when it has worked
	})
}

// paintSign shows the sign. mu is held.
func (s *Screen) paintSign(b *brush, now time.Time) {
	if !s.signSeen(now) {
		return
	}
	b.within(s.sign.moving, now, func(b *brush, off float64) {
		r := s.signRect()
		r.Y -= off
		r = b.snap(r)
		b.card(r, 16, b.color("accent", 0.55))
		b.pulse(r.X+26, r.Y+r.H/2, s.drawn)
		x, room := r.X+48, r.W-48-48
		took := workText(s.sign.Working, now.Sub(s.sign.began))
		room -= b.words(took, text.Style{Size: 12, Tabular: true}, x+room, r.Y+18, 1, room*0.6, b.color("muted", 1)) + 12
		name, verb := sentence(s.sign.Model), "writes"
		if name == "" {
			name = "A language model"
		}
		if s.sign.Stage == "repair" {
			verb = "mends its answer"
		}
		n := b.words(name, text.Style{Size: 13, Weight: 600}, x, r.Y+18, 0, room, b.color("text", 1))
		b.words(verb, text.Style{Size: 13}, x+n+5, r.Y+18, 0, room-n-5, b.color("text", 1))
		who := "“" + s.sign.Sentence + "”"
		if s.sign.Screen != s.number || s.number == 0 {
			who = "Asked elsewhere: " + who
		}
		b.words(who, text.Style{Size: 12}, x, r.Y+36, 0, r.W-48-48, b.color("muted", 1))
		stop := b.snap(s.stopRect())
		stop.Y = r.Y
		ink := b.color("muted", 1)
		if s.over(stop) {
			ink = b.color("danger", 1)
		}
		b.icon("stop", stop.X+12, stop.Y+stop.H/2, 18, ink)
	})
}

// pulse paints three dots, one of them bright: which one follows the pictures, so that it moves when something comes and
// costs nothing when nothing does.
func (b *brush) pulse(x, mid float64, n uint64) {
	for i := range 3 {
		alpha, r := 0.35, 2.5
		if uint64(i) == n/2%3 {
			alpha, r = 1, 3.2
		}
		cx := x + float64(i-1)*8
		b.fill(paint.Rect{X: cx - r, Y: mid - r, W: 2 * r, H: 2 * r}, r, b.color("accent", alpha))
	}
}
