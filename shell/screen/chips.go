package screen

import (
	"strconv"

	"cellshell/compositor/text"
	"cellshell/compositor/theme"
	"cellshell/gpu/paint"
)

var (
	chipStyle   = text.Style{Size: 13, Weight: 500}
	numberStyle = text.Style{Size: 12, Weight: 600, Tabular: true}
)

// The measures of a chip, logical pixels.
const (
	chipPad    = 12.0
	chipNumber = 18.0 // room for its number
)

// chips are what there is to choose from, by number, or what one could say. mu is held.
func (s *Screen) chips() (list []string, numbered bool) {
	if len(s.bar.choices) > 0 {
		return s.bar.choices, true
	}
	return s.suggestions(), false
}

func chipWidth(t string, numbered bool) float64 {
	w := lay(t, chipStyle, 400, 1).W + 2*chipPad + 2
	if numbered {
		w += chipNumber + 2
	}
	return w
}

// inRow is how many boxes stand side by side in a room; one does always.
func inRow(boxes []paint.Rect, room float64) int {
	at := 0.0
	for i, b := range boxes {
		if at += b.W; i > 0 && at > room {
			return i
		}
		at += chipGap
	}
	return len(boxes)
}

// paintChips paints the chips of the bar. mu is held.
func (s *Screen) paintChips(b *brush, sp spread) {
	list, numbered := s.chips()
	for i, r := range sp.chips {
		number := 0
		if numbered {
			number = i + 1
		}
		hot := s.over(r) || i == s.bar.picked
		b.chip(s.sketchOf(b, i, r, hot), list[i], number, hot, !numbered)
	}
}

// chip paints something to choose; number 0: it has none. A quiet one only proposes something.
func (b *brush) chip(r paint.Rect, label string, number int, hot, quiet bool) {
	r = b.snap(r)
	ground, border, ink := b.color("raised", 1), b.color("outline", 1), b.color("text", 1)
	if quiet {
		ground, ink = b.color("raised", 0), b.color("muted", 1)
	}
	if hot {
		ground, border, ink = theme.Mix(b.color("raised", 1), b.th.Accent, 0.22), b.th.Accent, b.color("text", 1)
	}
	b.add(paint.RoundRect{Rect: r, Radius: r.H / 2, Fill: ground, Border: border, Width: max(b.px(1), 1/b.scale)})
	mid, x := r.Y+r.H/2, r.X+chipPad
	if number > 0 {
		b.words(strconv.Itoa(number), numberStyle, x+1, mid, 0, 20, b.th.Accent)
		x += chipNumber - 1
	}
	b.words(label, chipStyle, x, mid, 0, r.X+r.W-chipPad-x, ink)
}
