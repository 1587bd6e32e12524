package screen

import (
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
	chips, numbered := s.chips()
	if numbered && c.message == nil {
		return c
	}
	for _, t := range chips[:min(len(chips), 4)] {
		c.chips = append(c.chips, paint.Rect{W: chipWidth(t, numbered), H: chipH})
	}
	if numbered {
		for i := range min(len(c.chips), len(b.sketches)) {
			c.chips[i].W, c.chips[i].H = max(c.chips[i].W, sketchW), chipH+sketchGap+sketchH
		}
	}
	if !numbered {
		c.chips = c.chips[:inRow(c.chips, room)]
	}
	return c
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
