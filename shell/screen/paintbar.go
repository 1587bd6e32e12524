package screen

import (
	"strconv"
	"strings"
	"time"

	"cellshell/compositor/text"
	"cellshell/compositor/theme"
	"cellshell/gpu/paint"
)

// barTop is where the bar's near edge stands: a part of the height below the top, or above the bottom.
func (s *Screen) barTop(low bool) float64 {
	if low {
		return min(56, s.h*0.08)
	}
	return s.h * 0.16
}

// spread is where the parts of the bar stand now. mu is held.
func (s *Screen) spread() spread {
	return spreadOf(s.w, s.h, s.barTop(s.bar.low), s.bar.low, s.content())
}

var (
	chipStyle    = text.Style{Size: 13, Weight: 500}
	messageStyle = text.Style{Size: 13, Weight: 500}
	hintStyle    = text.Style{Size: 13}
)

// content measures what the bar has to show. mu is held.
func (s *Screen) content() content {
	b := &s.bar
	room := barRoom(s.w) - barText - barPad
	c := content{rows: len(s.rows()), next: b.next != ""}
	said, hint := b.question, ""
	if said == "" {
		said, hint = b.fault, b.hint
	}
	if said != "" && !s.waits(time.Now()) {
		c.message = lay(said, messageStyle, room, 6)
		if hint != "" {
			c.hint = lay(hint, hintStyle, room, 4)
		}
	}
	c.line = c.message == nil || b.question != "" && b.field.Text != "" && !b.sent
	chips, extra := b.choices, 46.0
	if len(chips) == 0 {
		chips, extra = s.suggestions(), 26
	} else if c.message == nil {
		chips = nil
	}
	for _, t := range chips[:min(len(chips), 4)] {
		c.chips = append(c.chips, lay(t, chipStyle, 400, 1).W+extra)
	}
	if len(b.choices) == 0 {
		c.chips = c.chips[:inRow(c.chips, room)]
	}
	return c
}

// inRow is how many boxes stand side by side in a room; one does always.
func inRow(widths []float64, room float64) int {
	at := 0.0
	for i, w := range widths {
		if at += w; i > 0 && at > room {
			return i
		}
		at += chipGap
	}
	return len(widths)
}

func lay(t string, st text.Style, width float64, lines int) *text.Block {
	if st.Tracking == 0 && !st.Mono {
		st.Tracking = text.Tracking(st.Size)
	}
	return text.Layout(text.Params{Text: t, Style: st, Width: max(width, 1), Lines: lines})
}

// waits says whether a request runs for so long that it is shown. mu is held.
func (s *Screen) waits(now time.Time) bool {
	return s.bar.work != nil && now.Sub(s.bar.work.began) >= patience
}

// paintBar paints the evolve bar. mu is held.
func (s *Screen) paintBar(b *brush, now time.Time) {
	b.within(s.bar.moving, now, func(b *brush, off float64) {
		if s.bar.low {
			off = -off
		}
		c := s.content()
		top := s.barTop(s.bar.low) + off
		if s.bar.low {
			top = s.barTop(true) - off
		}
		sp := spreadOf(s.w, s.h, top, s.bar.low, c)
		p := b.snap(sp.panel)
		b.card(p, barRadius, theme.Alpha(b.th.Accent, 0.55))
		mid := sp.field.Y + barRow/2
		b.icon("sparkle", p.X+18, mid, 20, b.th.Accent)
		field := sp.field
		field.W -= b.cap("Esc", p.X+p.W-barPad, mid) + 12
		s.paintField(b, field, now)
		if p.H > barRow+1 {
			b.hair(p.X+1, sp.field.Y+barRow, p.W-2)
		}
		if c.line {
			s.paintLine(b, sp, now)
		}
		s.paintMessage(b, sp, c)
		s.paintChips(b, sp)
		s.paintRows(b, sp, c)
		s.paintNext(b, sp)
	})
}

// hair paints a line one device pixel high.
func (b *brush) hair(x, y, w float64) {
	b.fill(paint.Rect{X: x, Y: b.px(y), W: w, H: max(b.px(1), 1/b.scale)}, 0, b.color("outline", 0.6))
}

// paintMessage paints a question, or why nothing has changed. mu is held.
func (s *Screen) paintMessage(b *brush, sp spread, c content) {
	if c.message == nil {
		return
	}
	name, color := "help", b.th.Accent
	if s.bar.question == "" {
		name, color = "warning", b.color("warning", 1)
	}
	if c.line {
		b.hair(sp.panel.X+1, sp.line.Y+sp.line.H, sp.panel.W-2)
	}
	b.icon(name, sp.panel.X+20, sp.message.Y+c.message.Lines[0].H/2, 16, color)
	b.block(c.message, sp.message.X, sp.message.Y, b.color("text", 1))
	if c.hint != nil {
		b.block(c.hint, sp.hint.X, sp.hint.Y, b.color("muted", 1))
	}
}

// paintChips paints what there is to choose from, or what one could say. mu is held.
func (s *Screen) paintChips(b *brush, sp spread) {
	list, numbered := s.bar.choices, true
	if len(list) == 0 {
		list, numbered = s.suggestions(), false
	}
	for i, r := range sp.chips {
		if i >= len(list) {
			break
		}
		r = b.snap(r)
		ground, border, ink := b.color("raised", 1), b.color("outline", 1), b.color("text", 1)
		if !numbered {
			ground, ink = b.color("raised", 0), b.color("muted", 1)
		}
		if s.inside && r.Contains(s.x, s.y) || i == s.bar.picked {
			ground, border, ink = theme.Mix(b.color("raised", 1), b.th.Accent, 0.22), b.th.Accent, b.color("text", 1)
		}
		b.add(paint.RoundRect{Rect: r, Radius: r.H / 2, Fill: ground, Border: border, Width: max(b.px(1), 1/b.scale)})
		mid, x := r.Y+r.H/2, r.X+12
		if numbered {
			b.words(strconv.Itoa(i+1), text.Style{Size: 12, Weight: 600, Tabular: true}, x+1, mid, 0, 20, b.th.Accent)
			x += 17
		}
		b.words(list[i], chipStyle, x, mid, 0, r.X+r.W-12-x, ink)
	}
}

// paintRows paints the whole sentences to choose from. mu is held.
func (s *Screen) paintRows(b *brush, sp spread, c content) {
	list := s.rows()
	if len(sp.rows) > 0 && c.line {
		b.hair(sp.panel.X+1, sp.rows[0].Y-1, sp.panel.W-2)
	}
	typed := s.bar.field.Text
	for i, r := range sp.rows {
		if i >= len(list) {
			break
		}
		r = b.snap(r)
		on := i == s.bar.picked || s.inside && r.Contains(s.x, s.y)
		if on {
			b.fill(paint.Rect{X: r.X, Y: r.Y + 1, W: r.W, H: r.H - 2}, 9, theme.Mix(b.color("raised", 1), b.th.Accent, 0.16))
		}
		mid, x := r.Y+r.H/2, sp.field.X
		name := "chevron-right"
		if s.bar.seeking || s.saidBefore(list[i]) {
			name = "clock"
		}
		b.icon(name, sp.panel.X+20, mid, 14, b.color("muted", 0.9))
		st, room := text.Style{Size: 14}, r.X+r.W-12-x
		if rest := ghost(typed, list[i]); rest != "" && !s.bar.seeking { // what is typed already is quiet
			head := list[i][:len(list[i])-len(rest)]
			if strings.HasSuffix(list[i], open) {
				head, rest = list[i][:len(typed)], list[i][len(typed):]
			}
			t := text.Layout(text.Params{Text: head, Style: text.Style{Size: 14, Tracking: text.Tracking(14)}, Edit: true})
			w, _, _ := t.Caret(len(head))
			b.words(strings.TrimRight(head, " "), st, x, mid, 0, room, b.color("muted", 1))
			b.words(rest, text.Style{Size: 14, Weight: 500}, x+w, mid, 0, room-w, b.color("text", 1))
		} else {
			b.words(list[i], st, x, mid, 0, room, b.color("text", 1))
		}
		if on {
			key := "Enter"
			if strings.HasSuffix(list[i], open) {
				key = "Tab"
			}
			b.cap(key, r.X+r.W-8, mid)
		}
	}
}

// saidBefore tells what somebody has said from what the desktop offers. mu is held.
func (s *Screen) saidBefore(t string) bool {
	for _, o := range s.bar.said {
		if o == t {
			return true
		}
	}
	return false
}

// paintNext shows the sentence that waits. mu is held.
func (s *Screen) paintNext(b *brush, sp spread) {
	if s.bar.next == "" {
		return
	}
	mid := sp.next.Y + sp.next.H/2
	b.hair(sp.panel.X+1, sp.next.Y, sp.panel.W-2)
	b.icon("list", sp.panel.X+20, mid, 16, b.color("muted", 1))
	x := sp.next.X + b.words("Next", text.Style{Size: 13, Weight: 600}, sp.next.X, mid, 0, 100, b.color("text", 1)) + 8
	right := sp.next.X + sp.next.W - b.words("Esc drops it", text.Style{Size: 12}, sp.next.X+sp.next.W, mid, 1, 120, b.color("muted", 1)) - 12
	b.words(s.bar.next, text.Style{Size: 13}, x, mid, 0, right-x, b.color("muted", 1))
}
