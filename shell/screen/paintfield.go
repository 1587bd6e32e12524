package screen

import (
	"time"

	"cellshell/compositor/text"
	"cellshell/compositor/theme"
	"cellshell/gpu/paint"
	"cellshell/shell/control"
)

var fieldStyle = text.Style{Size: 17, Tracking: text.Tracking(17)}

func fieldText(t string) *text.Block {
	return text.Layout(text.Params{Text: t, Style: fieldStyle, Edit: true})
}

// paintField paints the sentence: what is typed, what would complete it, what is not understood of it. mu is held.
func (s *Screen) paintField(b *brush, r paint.Rect, now time.Time) {
	bar := &s.bar
	f, composed, chosen := s.sentence()
	if f.Text == "" {
		hint := "Say what should be different …"
		switch {
		case bar.question != "":
			hint = "Choose, or say it …"
		case bar.seeking:
			hint = "Words of a sentence said before …"
		case bar.work != nil:
			hint = "Say what comes next …"
		}
		b.words(hint, fieldStyle, r.X+3, r.Y+r.H/2, 0, r.W-3, b.color("muted", 0.85)) // clear of the caret
	}
	t := fieldText(f.Text)
	cx, cy, ch := t.Caret(min(f.Cursor, len(f.Text)))
	bar.scroll = scrolled(bar.scroll, cx, t.W+2, r.W)
	if t.RightToLeft() && t.W+2 < r.W {
		bar.scroll = t.W + 2 - r.W // it ends at the right
	}
	x, y := r.X-bar.scroll, r.Y+(r.H-t.H)/2
	b.add(paint.PushClip{Rect: paint.Rect{X: r.X - 2, Y: r.Y, W: r.W + 4, H: r.H}})
	defer b.add(paint.PopClip{})
	if bar.sent {
		b.block(t, x, y, b.color("muted", 1))
		return
	}
	from, to := f.Selection()
	for _, q := range t.Select(from, to) {
		b.fill(b.snap(paint.Rect{X: q.X + x, Y: q.Y + y, W: q.W, H: q.H}), 3, theme.Alpha(b.th.Accent, 0.32))
	}
	if rest := s.ghost(); rest != "" && composed == [2]int{} {
		g := fieldText(rest)
		b.block(g, x+cx, y, b.color("muted", 0.7))
		if room := r.X + r.W - (x + cx + g.W); room > 60 {
			b.cap("Tab", x+cx+g.W+46, r.Y+r.H/2)
		}
	}
	b.block(t, x, y, b.color("text", 1))
	for i, span := range [2][2]int{composed, chosen} { // what is being composed is underlined
		for _, q := range t.Select(span[0], span[1]) {
			b.fill(paint.Rect{X: q.X + x, Y: b.px(q.Y + y + q.H*0.9), W: q.W, H: max(b.px(float64(i+1)), 1/b.scale)}, 0, b.color("text", 1))
		}
	}
	for _, u := range s.unknown(now) {
		for _, q := range t.Select(u.From, u.To) {
			b.squiggle(q.X+x, q.Y+y+q.H-2, q.W, b.color("warning", 1))
		}
	}
	s.typing.caret = paint.Rect{X: x + cx, Y: y + cy, W: 1, H: ch}
	b.fill(paint.Rect{X: b.px(x + cx - 1), Y: b.px(y + cy + ch*0.06), W: 2, H: b.px(ch * 0.88)}, 1, b.th.Accent)
}

// ghost is what Tab would add to the sentence. mu is held.
func (s *Screen) ghost() string {
	b := &s.bar
	if b.field.Text == "" || b.seeking || b.field.Cursor != len(b.field.Text) || b.field.Anchor != b.field.Cursor {
		return ""
	}
	list := s.rows()
	if len(list) == 0 {
		return ""
	}
	return ghost(b.field.Text, list[max(min(b.picked, len(list)-1), 0)])
}

// unknown are the words to underline: not the one that is being typed. mu is held.
func (s *Screen) unknown(now time.Time) []control.Span {
	b := &s.bar
	if b.heard.sentence != b.field.Text || b.seeking || s.typing.preedit.Text != "" {
		return nil
	}
	return finished(b.heard.Unknown, b.field.Text, b.field.Cursor, b.typing(now))
}

// finished leaves out what cannot be judged yet: a word at the caret, while somebody types.
func finished(spans []control.Span, sentence string, caret int, typing bool) []control.Span {
	var out []control.Span
	for _, u := range spans {
		if u.From < 0 || u.To > len(sentence) || u.From >= u.To || typing && u.To == caret {
			continue
		}
		out = append(out, u)
	}
	return out
}

// squiggle paints a wavy line.
func (b *brush) squiggle(x, y, w float64, c paint.Color) {
	const step, high = 4.0, 1.6
	p := paint.Path{Stroke: c, Width: 1.5, Verbs: []paint.Verb{paint.MoveTo}, Points: []paint.Point{{X: x, Y: y}}}
	for at, up := 0.0, 1.0; at < w; at, up = at+step, -up {
		to := min(at+step, w)
		p.Verbs = append(p.Verbs, paint.QuadTo)
		p.Points = append(p.Points, paint.Point{X: x + (at+to)/2, Y: y - 2*high*up}, paint.Point{X: x + to, Y: y})
	}
	b.add(p)
}
