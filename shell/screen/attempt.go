package screen

import (
	"context"
	"fmt"
	"time"

	"cellshell/compositor/text"
	"cellshell/gpu/paint"
	"cellshell/shell/attach"
	"cellshell/shell/control"
)

// The pill that tells of an attempt is there as long as something is being tried: in the bar at the top where there is room
// before the date, which it covers nothing of, else at the foot of the screen.
const (
	attemptHeight = 28.0
	attemptLeft   = 136.0 // behind the name in the bar
	attemptEdge   = 24.0
	keepWidth     = 52.0
	dropWidth     = 92.0
)

var attemptStyle = text.Style{Size: 12, Weight: 500}

// attemptText is what is being tried, in words.
func attemptText(t attach.Trying) string {
	switch n := t.Changes; n {
	case 0:
		return "Trying " + t.Name
	case 1:
		return "Trying " + t.Name + " · 1 change"
	default:
		return fmt.Sprintf("Trying %s · %d changes", t.Name, n)
	}
}

// pill is where the parts of the pill stand.
type pill struct{ panel, keep, drop paint.Rect }

// spreadAttempt lays the pill out. mu is held.
func (s *Screen) spreadAttempt(now time.Time) pill {
	r := paint.Rect{X: attemptLeft, Y: 4, H: attemptHeight}
	r.W = lay(attemptText(s.trying), attemptStyle, 1000, 1).W + 34 + 12 + keepWidth + 4 + dropWidth + 3
	if r.X+r.W >= s.w/2-80 {
		r = paint.Rect{X: attemptEdge, Y: s.h - attemptHeight - attemptEdge, W: min(r.W, s.w-2*attemptEdge), H: attemptHeight}
		if s.toastSeen(now) {
			r = above(r, s.spreadToast(now).panel)
		}
		if s.signSeen(now) {
			r = above(r, s.signRect())
		}
	}
	drop := paint.Rect{X: r.X + r.W - 3 - dropWidth, Y: r.Y + 3, W: dropWidth, H: r.H - 6}
	keep := paint.Rect{X: drop.X - 4 - keepWidth, Y: drop.Y, W: keepWidth, H: drop.H}
	return pill{r, keep, drop}
}

// above moves a box up when it would cover another.
func above(r, other paint.Rect) paint.Rect {
	if r.Meets(other) {
		r.Y = other.Y - 12 - r.H
	}
	return r
}

// tries takes in what is being tried. mu is held.
func (s *Screen) tries(t attach.Trying) {
	now := time.Now()
	if t.Name == "" {
		s.attempting.leave(now)
		return
	}
	s.trying = t
	s.attempting.come(now)
}

// endAttempt keeps the attempt or throws it away. mu is held.
func (s *Screen) endAttempt(do string) {
	s.start("", func(ctx context.Context, _ *work) (r receipt, err error) {
		err = s.call(ctx, control.MethodBranch, control.BranchParams{Do: do}, &r, nil)
		return r, err
	})
}

// paintAttempt shows the pill. mu is held.
func (s *Screen) paintAttempt(b *brush, now time.Time) {
	if !s.attempting.seen(now) {
		return
	}
	b.within(s.attempting, now, func(b *brush, off float64) {
		p := s.spreadAttempt(now)
		onKeep, onDrop := s.over(p.keep), s.over(p.drop)
		for _, at := range []*paint.Rect{&p.panel, &p.keep, &p.drop} {
			at.Y -= off
			*at = b.snap(*at)
		}
		r := p.panel
		b.card(r, r.H/2, b.color("accent", 0.55))
		mid := r.Y + r.H/2
		b.fill(paint.Rect{X: r.X + 14, Y: mid - 4, W: 8, H: 8}, 4, b.th.Accent)
		b.words(attemptText(s.trying), attemptStyle, r.X+34, mid, 0, p.keep.X-r.X-34-10, b.color("text", 1))
		b.button(p.keep, "Keep", b.th.Accent, onKeep)
		b.button(p.drop, "Throw away", b.color("danger", 1), onDrop)
	})
}

// button paints a small round button of the sealed layer.
func (b *brush) button(r paint.Rect, label string, ink paint.Color, hot bool) {
	ground := b.color("raised", 1)
	if hot {
		ground = b.color("outline", 1)
	}
	b.fill(r, r.H/2, ground)
	b.words(label, text.Style{Size: 12, Weight: 600}, r.X+r.W/2, r.Y+r.H/2, 0.5, r.W-12, ink)
}
