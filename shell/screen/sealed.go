package screen

import (
	"strconv"
	"strings"
	"time"

	"cellshell/compositor"
	"cellshell/compositor/edit"
	"cellshell/compositor/text"
	"cellshell/compositor/theme"
	"cellshell/gpu/paint"
)

// The sizes of the bar, logical pixels.
const (
	barWidth  = 640.0
	barRow    = 56.0 // where the sentence is
	lineRow   = 38.0 // below it: what is meant, what goes on
	chipRow   = 44.0
	chipH     = 30.0
	barRadius = 16.0
)

func (s *Screen) emptyField() { s.bar.field = edit.NewField("") }

// sealed paints the layer above all cells. mu is held.
func (s *Screen) sealed(in compositor.Input, now time.Time) []paint.Op {
	b := &brush{th: compositor.Theme(in.Doc), scale: s.scale}
	if s.bar.open {
		s.paintHalo(b)
		s.paintBar(b, now)
	} else {
		s.paintTip(b, now)
		s.paintToast(b, now)
	}
	if !s.away.IsZero() && now.Sub(s.away) >= reconnecting {
		s.paintAway(b)
	}
	return b.ops
}

// haloRect is where what "this" means is seen. mu is held.
func (s *Screen) haloRect() (paint.Rect, bool) {
	t := s.touch.halo
	if s.layout == nil || t.Cell == "" {
		return paint.Rect{}, false
	}
	if _, r, ok := s.motion.Seen(s.layout, t); ok {
		return r, true
	}
	r, _, ok := s.motion.Seen(s.layout, compositor.Target{Cell: t.Cell})
	return r, ok
}

// meant is what "this" means, in words: a name, what it is, and the line of source that made it. mu is held.
func (s *Screen) meant() (name, what, source string) {
	t := s.touch.halo
	p, ok := s.layout.Cell(t.Cell)
	if !ok {
		return "", "", ""
	}
	box, ok := s.layout.Node(t.Cell, t.Node)
	if !ok || box.Node == nil {
		return p.Title, string(p.Kind), ""
	}
	name = strings.TrimSpace(strings.SplitN(box.Text, "\n", 2)[0])
	if name == "" {
		name = box.Node.Key
	}
	if name == "" {
		name = string(box.Kind)
	}
	if r := []rune(name); len(r) > 28 {
		name = string(r[:27]) + "…"
	}
	return name, string(box.Kind) + " in " + p.Title, box.Node.Source
}

// paintHalo rings what "this" means and names it. mu is held.
func (s *Screen) paintHalo(b *brush) {
	r, ok := s.haloRect()
	if !ok || r.W <= 0 || r.H <= 0 {
		return
	}
	name, _, source := s.meant()
	r = b.snap(paint.Rect{X: r.X - 4, Y: r.Y - 4, W: r.W + 8, H: r.H + 8})
	const radius = 11
	accent := b.th.Accent
	b.add(paint.RoundRect{Rect: paint.Rect{X: r.X - 4, Y: r.Y - 4, W: r.W + 8, H: r.H + 8}, Radius: radius + 4, Border: theme.Alpha(accent, 0.22), Width: 4})
	b.add(paint.RoundRect{Rect: r, Radius: radius, Fill: theme.Alpha(accent, 0.06), Border: accent, Width: 2})
	bold, plain := text.Style{Size: 12, Weight: 600}, text.Style{Size: 11, Mono: true}
	tn, ts := b.layout(name, bold, 240, 1), b.layout(source, plain, 200, 1)
	w := tn.W + 16
	if source != "" {
		w += ts.W + 10
	}
	tag := paint.Rect{X: r.X, Y: r.Y - 30, W: w, H: 22}
	if tag.Y < 4 {
		tag.Y = r.Y + r.H + 8
	}
	tag.X = max(min(tag.X, s.w-w-4), 4)
	tag = b.snap(tag)
	on := theme.On(accent)
	b.add(paint.RoundRect{Rect: tag, Radius: 7, Fill: accent, Shadow: paint.Shadow{Color: b.th.Shadow(), DY: 2, Blur: 5}})
	b.block(tn, tag.X+8, tag.Y+(tag.H-tn.H)/2, on)
	if source != "" {
		b.block(ts, tag.X+tn.W+18, tag.Y+(tag.H-ts.H)/2, theme.Alpha(on, 0.8))
	}
}

// panel is where the bar stands. mu is held.
func (s *Screen) panel() paint.Rect {
	w := min(barWidth, s.w-32)
	h := barRow + lineRow
	if t := s.message(w); t != nil {
		h = barRow + max(lineRow, t.H+20)
	}
	if len(s.bar.choices) > 0 {
		h += chipRow
	}
	y := s.h * 0.16
	if s.bar.low {
		y = s.h - h - 56
	}
	return paint.Rect{X: (s.w - w) / 2, Y: y, W: w, H: h}
}

// message is the text under the sentence when there is something to say; nil otherwise. mu is held.
func (s *Screen) message(w float64) *text.Block {
	said := s.bar.question
	if said == "" {
		said = s.bar.fault
	}
	if said == "" || s.waits(time.Now()) {
		return nil
	}
	st := text.Style{Size: 13, Weight: 500, Tracking: text.Tracking(13)}
	return text.Layout(text.Params{Text: said, Style: st, Width: w - 66, Lines: 4})
}

// waits says whether a request runs for so long that it is shown. mu is held.
func (s *Screen) waits(now time.Time) bool {
	return s.bar.work != nil && now.Sub(s.bar.work.began) >= patience
}

// chips are where the choices stand. mu is held.
func (s *Screen) chips(p paint.Rect) []paint.Rect {
	if len(s.bar.choices) == 0 {
		return nil
	}
	b := brush{scale: s.scale}
	x, y := p.X+50, p.Y+p.H-chipRow
	room := (p.W - 66) / float64(min(len(s.bar.choices), 4))
	out := make([]paint.Rect, 0, 4)
	for _, c := range s.bar.choices[:min(len(s.bar.choices), 4)] {
		w := min(b.layout(c, chipStyle, 400, 1).W+44, room-8)
		out = append(out, paint.Rect{X: x, Y: y, W: w, H: chipH})
		x += w + 8
	}
	return out
}

var chipStyle = text.Style{Size: 13, Weight: 500}

func (s *Screen) onSealed(x, y float64) bool { return s.bar.open && inside(s.panel(), x, y) }

// paintBar paints the evolve bar. mu is held.
func (s *Screen) paintBar(b *brush, now time.Time) {
	p := b.snap(s.panel())
	accent := b.th.Accent
	b.card(p, barRadius, theme.Alpha(accent, 0.55))
	mid := p.Y + barRow/2
	b.icon("sparkle", p.X+18, mid, 20, accent)
	right := p.X + p.W - 16
	right -= b.cap("Esc", right, mid) + 12
	s.paintSentence(b, paint.Rect{X: p.X + 50, Y: p.Y, W: right - p.X - 50, H: barRow})
	hair := max(b.px(1), 1/b.scale)
	b.fill(paint.Rect{X: p.X + 1, Y: b.px(p.Y + barRow), W: p.W - 2, H: hair}, 0, b.color("outline", 0.6))
	mid = p.Y + barRow + lineRow/2
	strong, quiet := text.Style{Size: 13, Weight: 600}, text.Style{Size: 13}
	if w := s.bar.work; s.waits(now) {
		b.icon("clock", p.X+20, mid, 16, accent)
		said := stageText(w.stage) + " …"
		if w.tokens > 0 {
			said += " " + strconv.Itoa(w.tokens) + " tokens"
		}
		if s.model != "" && w.tokens > 0 {
			said += " from " + s.model
		}
		b.words(said, quiet, p.X+50, mid, 0, p.W-160, b.color("text", 1))
		b.words("Esc stops it", text.Style{Size: 12}, p.X+p.W-16, mid, 1, 100, b.color("muted", 1))
		return
	}
	if t := s.message(p.W); t != nil {
		name, c := "help", accent
		if s.bar.question == "" {
			name, c = "warning", b.color("warning", 1)
		}
		top := p.Y + barRow + 10
		if t.H+20 < lineRow {
			top = mid - t.H/2
		}
		b.icon(name, p.X+20, top+t.Lines[0].H/2, 16, c)
		b.block(t, p.X+50, top, b.color("text", 1))
		s.paintChips(b, p)
		return
	}
	name, what, source := s.meant()
	if name == "" {
		b.words("Point at something and say what should be different, or ask for something new.", quiet, p.X+50, mid, 0, p.W-66, b.color("muted", 1))
		return
	}
	dot := 8.0
	b.fill(paint.Rect{X: p.X + 24, Y: b.px(mid - dot/2), W: dot, H: dot}, dot/2, accent)
	x := p.X + 50
	x += b.words(name, strong, x, mid, 0, p.W/2, b.color("text", 1)) + 8
	used := b.words(source, text.Style{Size: 12, Mono: true}, p.X+p.W-16, mid, 1, 160, b.color("muted", 1))
	b.words(what, quiet, x, mid, 0, p.X+p.W-32-used-x, b.color("muted", 1))
}

// paintSentence paints the field of the bar. mu is held.
func (s *Screen) paintSentence(b *brush, r paint.Rect) {
	f, composed, chosen := s.sentence()
	st := text.Style{Size: 17, Tracking: text.Tracking(17)}
	if f.Text == "" {
		hint := "Say what should be different …"
		if s.bar.question != "" {
			hint = "Choose, or say it …"
		}
		b.words(hint, st, r.X, r.Y+r.H/2, 0, r.W, b.color("muted", 0.8))
	}
	t := text.Layout(text.Params{Text: f.Text, Style: st, Edit: true})
	cx, cy, ch := t.Caret(min(f.Cursor, len(f.Text)))
	x, y := r.X-max(0, cx-r.W+2), r.Y+(r.H-t.H)/2
	b.add(paint.PushClip{Rect: paint.Rect{X: r.X - 2, Y: r.Y, W: r.W + 4, H: r.H}})
	from, to := f.Selection()
	for _, q := range t.Select(from, to) {
		b.fill(b.snap(paint.Rect{X: q.X + x, Y: q.Y + y, W: q.W, H: q.H}), 3, theme.Alpha(b.th.Accent, 0.32))
	}
	b.block(t, x, y, b.color("text", 1))
	for i, q := range [2][2]int{composed, chosen} { // what is being composed is underlined
		for _, q := range t.Select(q[0], q[1]) {
			b.fill(paint.Rect{X: q.X + x, Y: b.px(q.Y + y + q.H*0.9), W: q.W, H: max(b.px(float64(i+1)), 1/b.scale)}, 0, b.color("text", 1))
		}
	}
	s.typing.caret = paint.Rect{X: x + cx, Y: y + cy, W: 1, H: ch}
	b.fill(paint.Rect{X: b.px(x + cx - 1), Y: b.px(y + cy + ch*0.06), W: 2, H: b.px(ch * 0.88)}, 1, b.th.Accent)
	b.add(paint.PopClip{})
}

// paintChips paints what there is to choose from. mu is held.
func (s *Screen) paintChips(b *brush, p paint.Rect) {
	for i, r := range s.chips(p) {
		r = b.snap(r)
		ground := b.color("raised", 1)
		if s.inside && inside(r, s.x, s.y) {
			ground = theme.Mix(ground, b.th.Accent, 0.25)
		}
		b.add(paint.RoundRect{Rect: r, Radius: r.H / 2, Fill: ground, Border: b.color("outline", 1), Width: max(b.px(1), 1/b.scale)})
		mid := r.Y + r.H/2
		b.words(strconv.Itoa(i+1), text.Style{Size: 12, Weight: 600, Tabular: true}, r.X+13, mid, 0, 20, b.th.Accent)
		b.words(s.bar.choices[i], chipStyle, r.X+28, mid, 0, r.W-40, b.color("text", 1))
	}
}

// paintToast paints the line of the newest receipt. mu is held.
func (s *Screen) paintToast(b *brush, now time.Time) {
	said, icon, c := s.toast.text, "check", b.color("success", 1)
	bad := s.toast.bad
	if w := s.bar.work; s.waits(now) {
		said, icon, c, bad = stageText(w.stage)+" …", "clock", b.th.Accent, false
	} else if said == "" || !now.Before(s.toast.until) {
		return
	}
	if bad {
		icon, c = "warning", b.color("warning", 1)
	}
	st := text.Style{Size: 13, Weight: 500, Tabular: true}
	keys := 0.0
	if s.toast.undo && !bad {
		keys = 66
	}
	t := b.layout(said, st, max(s.w-160-keys, 80), 2)
	w, h := t.W+58+keys, t.H+22
	r := b.snap(paint.Rect{X: (s.w - w) / 2, Y: s.h - h - 28, W: w, H: h})
	b.card(r, min(h/2, 20), b.color("outline", 1))
	mid := r.Y + r.H/2
	b.icon(icon, r.X+16, mid, 16, c)
	b.block(t, r.X+42, mid-t.H/2, b.color("text", 1))
	if keys > 0 {
		b.cap("Ctrl+Z", r.X+r.W-14, mid)
	}
}

// paintAway says that the body is away. mu is held.
func (s *Screen) paintAway(b *brush) {
	t := b.layout("Reconnecting …", text.Style{Size: 12, Weight: 500}, 300, 1)
	r := b.snap(paint.Rect{X: s.w - t.W - 62, Y: s.h - 52, W: t.W + 42, H: 32})
	b.card(r, 16, b.color("outline", 1))
	b.icon("refresh", r.X+12, r.Y+r.H/2, 14, b.th.Accent)
	b.block(t, r.X+32, r.Y+(r.H-t.H)/2, b.color("text", 1))
}
