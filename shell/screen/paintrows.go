package screen

import (
	"slices"
	"strings"

	"cellshell/compositor/text"
	"cellshell/compositor/theme"
	"cellshell/gpu/paint"
)

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
		on := i == s.bar.picked || s.over(r)
		if on {
			b.fill(paint.Rect{X: r.X, Y: r.Y + 1, W: r.W, H: r.H - 2}, 9, theme.Mix(b.color("raised", 1), b.th.Accent, 0.16))
		}
		mid, x := r.Y+r.H/2, sp.field.X
		name := "chevron-right"
		if s.bar.seeking || slices.Contains(s.bar.said, list[i]) {
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
