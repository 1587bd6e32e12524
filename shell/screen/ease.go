package screen

import (
	"math"
	"time"

	"cellshell/gpu/paint"
)

// How long the sealed layer's own motions take: coming is a short spring, going is faster.
const (
	comeTime = 140 * time.Millisecond
	goTime   = 80 * time.Millisecond
	rise     = 12.0 // how far it comes, logical pixels
)

// ease is something on its way in or out. The zero ease is away.
type ease struct {
	in bool
	at time.Time // since when; zero: it is there, or away, at once
}

func (e *ease) come(now time.Time) {
	if !e.in {
		*e = ease{true, now}
	}
}

func (e *ease) leave(now time.Time) {
	if e.in {
		*e = ease{false, now}
	}
}

// moves says whether the next picture differs.
func (e ease) moves(now time.Time) bool {
	d := now.Sub(e.at)
	return e.in && d < comeTime || !e.in && d < goTime
}

// seen says whether anything of it is to be seen.
func (e ease) seen(now time.Time) bool { return e.in || e.moves(now) }

// stand is how visible it is, 0 to 1, and how far from its place, logical pixels.
func (e ease) stand(now time.Time) (alpha, off float64) {
	t := now.Sub(e.at).Seconds()
	if !e.in {
		p := min(t/goTime.Seconds(), 1)
		return 1 - p, -rise / 2 * p
	}
	p := min(t/comeTime.Seconds(), 1)
	if p == 1 {
		return 1, 0
	}
	spring := 1 - math.Exp(-5*p)*math.Cos(4.2*p) // a little beyond, and back
	return math.Min(1, p*2.5), -rise * (1 - spring)
}

// faded makes paint operations as visible as alpha says.
func faded(ops []paint.Op, alpha float64) []paint.Op {
	if alpha >= 1 {
		return ops
	}
	f := func(c paint.Color) paint.Color {
		c.A = uint8(math.Round(float64(c.A) * max(alpha, 0)))
		return c
	}
	out := make([]paint.Op, 0, len(ops))
	for _, op := range ops {
		switch o := op.(type) {
		case paint.RoundRect:
			o.Fill, o.Border, o.Shadow.Color = f(o.Fill), f(o.Border), f(o.Shadow.Color)
			if o.Blend != nil {
				o.Blend = &paint.Gradient{From: f(o.Blend.From), To: f(o.Blend.To), Angle: o.Blend.Angle}
			}
			op = o
		case paint.Glyphs:
			o.Color = f(o.Color)
			op = o
		case paint.Path:
			o.Fill, o.Stroke = f(o.Fill), f(o.Stroke)
			op = o
		case paint.Image:
			o.Alpha *= max(alpha, 0)
			op = o
		case paint.Backdrop:
			continue // a blur is there or not; it would pop
		}
		out = append(out, op)
	}
	return out
}
