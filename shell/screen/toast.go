package screen

import (
	"slices"
	"strings"
	"time"

	"cellshell/compositor/text"
	"cellshell/evolve/act"
	"cellshell/gpu/paint"
)

// toast is the line that tells what was done.
type toast struct {
	moving  ease
	text    string
	hint    string
	bad     bool
	undo    bool // Ctrl+Z takes it back
	until   time.Time
	receipt *receipt // nil: there is no more to tell
}

// toastTime is how long the line stays, undoKey what takes back what it tells of.
const (
	toastTime = 7 * time.Second
	undoKey   = "Ctrl+Z"
)

var toastStyle = text.Style{Size: 13, Weight: 500, Tabular: true}

// tell shows a receipt as one line. mu is held.
func (s *Screen) tell(r receipt) {
	whole := r
	undo := r.Undo != "" && r.Commit != "" && !slices.ContainsFunc(r.Acts, func(a act.Act) bool { return a.Intent == act.Undo })
	r.Undo = ""
	s.show(toast{text: r.Line(), hint: orElse(r.Alternatives), undo: undo, receipt: &whole}, toastTime)
}

// orElse tells what else a sentence may have meant, in the words that choose it.
func orElse(others []string) string {
	if len(others) == 0 {
		return ""
	}
	return "Another? Say “" + strings.Join(others, "” or “") + "”."
}

// show puts a line on the screen for a while. mu is held.
func (s *Screen) show(t toast, stays time.Duration) {
	now := time.Now()
	t.until, t.moving = now.Add(stays), s.toast.moving
	if !s.toastSeen(now) {
		t.moving = ease{}
	}
	t.moving.come(now)
	s.toast = t
	s.later(stays + 10*time.Millisecond)
}

// toastSeen says whether the line is to be seen, and lets it go when its time has come. mu is held.
func (s *Screen) toastSeen(now time.Time) bool {
	t := &s.toast
	if t.text == "" || s.bar.open {
		return false
	}
	if !now.Before(t.until) {
		t.moving.leave(now)
	}
	return t.moving.seen(now)
}

// toastLine is the line as it fits, and how much room the key beside it takes. mu is held.
func (s *Screen) toastLine() (t *text.Block, keys float64) {
	if s.toast.undo && !s.toast.bad {
		keys = capWidth(undoKey) + 14
	}
	room := max(min(s.w-2*barEdge, 960)-58-keys, 80)
	if s.toast.bad {
		return lay(s.toast.text, toastStyle, room, 4), 0
	}
	line := middle(s.toast.text, room, func(t string) float64 { return lay(t, toastStyle, 4000, 1).W })
	return lay(line, toastStyle, room+1, 1), keys
}

// middle shortens a line to a width where it is least missed: in the middle, as its beginning says what was done and its
// end what it cost.
func middle(line string, room float64, width func(string) float64) string {
	if width(line) <= room {
		return line
	}
	r := []rune(line)
	lo, hi := 0, len(r) // how many letters stay
	for lo < hi {
		n := (lo + hi + 1) / 2
		if width(cut(r, n)) <= room {
			lo = n
		} else {
			hi = n - 1
		}
	}
	return cut(r, lo)
}

// cut keeps n letters, three fifths of them from the beginning.
func cut(r []rune, n int) string {
	if n >= len(r) {
		return string(r)
	}
	head := n * 3 / 5
	return string(r[:head]) + "…" + string(r[len(r)-(n-head):])
}

// toastRect is where the line stands. mu is held.
func (s *Screen) toastRect() paint.Rect {
	t, keys := s.toastLine()
	w, h := t.W+58+keys, t.H+22
	y := s.h - h - 28
	if s.toast.hint != "" {
		hint := s.toastHint()
		w, h = max(w, hint.W+58), h+hint.H+4
		y = s.h - h - 28
	}
	if s.signSeen(time.Now()) {
		y -= signHeight + 12
	}
	return paint.Rect{X: (s.w - w) / 2, Y: y, W: w, H: h}
}

func (s *Screen) toastHint() *text.Block {
	return lay(s.toast.hint, hintStyle, max(min(s.w-2*barEdge, 960)-58, 80), 3)
}

// paintToast paints the line of the newest receipt, or how a request goes on that began here. mu is held.
func (s *Screen) paintToast(b *brush, now time.Time) {
	if s.waits(now) && !s.signSeen(now) {
		s.paintBusy(b)
		return
	}
	if !s.toastSeen(now) {
		return
	}
	b.within(s.toast.moving, now, func(b *brush, off float64) {
		t, keys := s.toastLine()
		r := s.toastRect()
		hovered := s.toast.receipt != nil && s.inside && r.Contains(s.x, s.y)
		r.Y -= off
		r = b.snap(r)
		name, c := "check", b.color("success", 1)
		if s.toast.bad {
			name, c = "warning", b.color("warning", 1)
		}
		border := b.color("outline", 1)
		if hovered {
			border = b.color("accent", 0.8)
		}
		b.card(r, min(r.H/2, 20), border)
		top := r.Y + (r.H-t.H)/2
		if s.toast.hint != "" {
			top = r.Y + 11
			b.block(s.toastHint(), r.X+42, top+t.H+4, b.color("muted", 1))
		}
		b.icon(name, r.X+16, top+t.Lines[0].H/2, 16, c)
		b.block(t, r.X+42, top, b.color("text", 1))
		if keys > 0 {
			b.cap(undoKey, r.X+r.W-14, r.Y+r.H/2)
		}
	})
}

// paintBusy tells that something is being done that no model does. mu is held.
func (s *Screen) paintBusy(b *brush) {
	t := lay(stageText(s.bar.work.stage)+" …", toastStyle, 300, 1)
	w, h := t.W+74, t.H+22
	r := b.snap(paint.Rect{X: (s.w - w) / 2, Y: s.h - h - 28, W: w, H: h})
	b.card(r, min(h/2, 20), b.color("outline", 1))
	b.pulse(r.X+30, r.Y+r.H/2, s.drawn)
	b.block(t, r.X+56, r.Y+(r.H-t.H)/2, b.color("text", 1))
}
