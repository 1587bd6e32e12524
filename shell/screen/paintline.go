package screen

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"cellshell/compositor/text"
	"cellshell/gpu/paint"
	"cellshell/shell/control"
)

// paintLine paints the line below the sentence: how a request goes on, what would become of the sentence, or what is pointed at.
// mu is held.
func (s *Screen) paintLine(b *brush, sp spread, now time.Time) {
	bar := &s.bar
	mid := sp.line.Y + sp.line.H/2
	switch {
	case s.waits(now) && (bar.sent || bar.field.Text == ""):
		s.paintProgress(b, sp, now)
	case bar.seeking:
		b.icon("search", sp.panel.X+20, mid, 16, b.th.Accent)
		said := "History"
		if len(s.rows()) == 0 {
			said = "Nothing like that was said here"
		}
		b.words(said, text.Style{Size: 13, Weight: 600}, sp.line.X, mid, 0, sp.line.W, b.color("text", 1))
		if sp.line.W > 360 {
			b.words("Enter says it · Tab edits it · Ctrl+R older", text.Style{Size: 12}, sp.line.X+sp.line.W, mid, 1, 300, b.color("muted", 1))
		}
	case bar.field.Text != "" && !bar.sent:
		s.paintHeard(b, sp, now)
	default:
		s.paintMeant(b, sp)
	}
}

// signs are how the routes of a sentence look.
var signs = map[string]struct{ icon, color string }{
	control.RouteReflex:  {"arrow-right", "accent"},
	control.RouteAsk:     {"help", "accent"},
	control.RouteModel:   {"sparkle", "accent"},
	control.RouteNoModel: {"sparkle", "warning"},
	control.RouteAnswer:  {"info", "accent"},
	control.RouteRefuse:  {"lock", "warning"},
	control.RouteUnknown: {"help", "warning"},
	control.RouteStop:    {"stop", "accent"},
}

// understanding is the newest answer that is not about half a word: who types is not told between two letters that a word is
// unknown. mu is held.
func (s *Screen) understanding(now time.Time) heard {
	b := &s.bar
	if _, ok := signs[b.heard.Route]; ok && b.heard.known && b.heard.sentence != "" && !s.guessing(now) {
		b.grasped = b.heard
	}
	return b.grasped
}

// paintHeard tells what would become of the sentence. mu is held.
func (s *Screen) paintHeard(b *brush, sp spread, now time.Time) {
	h := s.understanding(now)
	mid := sp.line.Y + sp.line.H/2
	sign, ok := signs[h.Route]
	if !ok {
		s.paintMeant(b, sp)
		return
	}
	b.icon(sign.icon, sp.panel.X+20, mid, 16, b.color(sign.color, 1))
	x, right := sp.line.X, sp.line.X+sp.line.W
	if hs := s.halos(); h.Route == control.RouteReflex && len(hs) == 1 && hs[0].source != "" && sp.line.W > 360 {
		right -= b.words(hs[0].source, text.Style{Size: 12, Mono: true}, right, mid, 1, 160, b.color("muted", 1)) + 12
	}
	for i, part := range strings.Split(h.Line, " · ") {
		st := text.Style{Size: 13}
		if i > 0 {
			x += b.words("·", st, x+5, mid, 0, right-x, b.color("muted", 1)) + 10
		} else if h.Route == control.RouteReflex {
			st.Weight = 600 // what is done
		}
		x += b.words(part, st, x, mid, 0, right-x, b.color("text", 1))
	}
}

// typing says that the last word may not be whole: somebody has just typed, or there is a way in which it would go on.
func (b *bar) typing(now time.Time) bool {
	if now.Sub(b.keyed) < settled {
		return true
	}
	return b.heard.sentence == b.field.Text && slices.ContainsFunc(b.heard.Complete, func(t string) bool {
		r, _ := utf8.DecodeRuneInString(ghost(b.field.Text, t))
		return unicode.IsLetter(r)
	})
}

// guessing says that only what is still being typed is in the way. mu is held.
func (s *Screen) guessing(now time.Time) bool {
	b := &s.bar
	h := &b.heard
	if b.field.Cursor != len(b.field.Text) || !b.typing(now) {
		return false
	}
	switch h.Route {
	case control.RouteUnknown, control.RouteNoModel, control.RouteModel:
		goesOn := slices.ContainsFunc(h.Complete, func(t string) bool { return ghost(h.sentence, t) != "" }) // to what is understood
		return goesOn || len(finished(h.Unknown, h.sentence, len(h.sentence), true)) == 0
	case control.RouteAsk:
		return len(h.Choices) == 0 || len(h.Complete) > 0
	}
	return false
}

// paintMeant tells what "this" means. mu is held.
func (s *Screen) paintMeant(b *brush, sp spread) {
	mid := sp.line.Y + sp.line.H/2
	name, what, source := s.meaning(s.touch.halo)
	quiet := text.Style{Size: 13}
	if name == "" {
		b.icon("command", sp.panel.X+20, mid, 16, b.color("muted", 0.8))
		b.words("Point at something, or ask for something new.", quiet, sp.line.X, mid, 0, sp.line.W, b.color("muted", 1))
		return
	}
	const dot = 8.0
	b.fill(paint.Rect{X: sp.panel.X + 24, Y: b.px(mid - dot/2), W: dot, H: dot}, dot/2, b.th.Accent)
	x := sp.line.X
	x += b.words(name, text.Style{Size: 13, Weight: 600}, x, mid, 0, sp.line.W/2, b.color("text", 1)) + 8
	used := b.words(source, text.Style{Size: 12, Mono: true}, sp.line.X+sp.line.W, mid, 1, 160, b.color("muted", 1))
	b.words(what, quiet, x, mid, 0, sp.line.X+sp.line.W-16-used-x, b.color("muted", 1))
}

// paintProgress tells how the request goes on. mu is held.
func (s *Screen) paintProgress(b *brush, sp spread, now time.Time) {
	mid := sp.line.Y + sp.line.H/2
	b.pulse(sp.panel.X+28, mid, s.drawn)
	right := sp.line.X + sp.line.W
	right -= b.words("Esc stops it", text.Style{Size: 12}, right, mid, 1, 120, b.color("muted", 1)) + 12
	x := sp.line.X
	x += b.words(stageText(s.bar.work.stage), text.Style{Size: 13, Weight: 600}, x, mid, 0, right-x, b.color("text", 1)) + 8
	b.words(s.effort(now), text.Style{Size: 13, Tabular: true}, x, mid, 0, right-x, b.color("muted", 1))
}

// effort is what the request has taken so far, in words. mu is held.
func (s *Screen) effort(now time.Time) string {
	w := s.bar.work
	if s.sign.seen(now) && s.sign.Screen == s.number && s.number != 0 {
		took := workText(s.sign.Working, now.Sub(s.sign.began))
		if s.sign.Model != "" {
			took = s.sign.Model + " · " + took
		}
		return took
	}
	parts := []string{}
	if w.tokens > 0 {
		parts = append(parts, fmt.Sprintf("%d tokens", w.tokens))
	}
	if d := now.Sub(w.began); d >= time.Second {
		parts = append(parts, fmt.Sprintf("%d s", int(d.Seconds())))
	}
	return strings.Join(parts, " · ")
}
