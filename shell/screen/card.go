package screen

import (
	"fmt"
	"strconv"
	"strings"

	"cellshell/compositor/text"
	"cellshell/gpu/paint"
)

// cardRow is one line of the details of a receipt.
type cardRow struct {
	label, value string
	mark         string // "check", "warning" or nothing
	gap          bool   // a new group begins
}

// maxChecks is how many checks the details tell one by one.
const maxChecks = 8

// cardRows are the details of a receipt: what was measured, how it was made, and how it is taken back.
func cardRows(r receipt) []cardRow {
	var out []cardRow
	for i, c := range r.Checks {
		if i == maxChecks {
			out = append(out, cardRow{value: fmt.Sprintf("and %d more checks", len(r.Checks)-i)})
			break
		}
		row := cardRow{label: c.What, value: c.After, mark: "check"}
		if c.Before != "" && c.Before != c.After {
			row.value = c.Before + " → " + c.After
		}
		if !c.OK {
			row.mark = "warning"
		}
		out = append(out, row)
	}
	group := len(out) > 0
	add := func(label, value string) {
		if value != "" {
			out = append(out, cardRow{label: label, value: value, gap: group})
			group = false
		}
	}
	if len(r.Reflowed) > 0 {
		add("made room", strconv.Itoa(len(r.Reflowed))+" in the same cell")
	}
	t := r.Timing
	var steps []string
	for _, s := range []struct {
		name string
		ms   float64
	}{{"understand", t.Understand}, {"write", t.Write}, {"gate", t.Gate}, {"build", t.Build}, {"trial", t.Trial}, {"swap", t.Swap}} {
		if s.ms > 0 {
			steps = append(steps, s.name+" "+millis(s.ms))
		}
	}
	add("steps, ms", strings.Join(steps, " · "))
	if t.Total > 0 {
		add("in all", millis(t.Total)+" ms")
	}
	route := string(r.Route)
	if r.Engine != "" {
		route += " · runs on " + r.Engine
	}
	if r.Generation > 0 {
		route += " · generation " + strconv.Itoa(r.Generation)
	}
	add("route", route)
	if n := r.Cost.TokensIn + r.Cost.TokensOut; n > 0 {
		add("tokens", fmt.Sprintf("%d in, %d out", r.Cost.TokensIn, r.Cost.TokensOut))
	}
	if len(r.Commit) > 12 {
		r.Commit = r.Commit[:12]
	}
	add("commit", r.Commit)
	if r.Undo != "" && r.Commit != "" {
		add("take it back", "Ctrl+Z while it is the newest, or "+r.Undo)
	}
	return out
}

func millis(ms float64) string {
	if ms < 10 {
		return strconv.FormatFloat(ms, 'f', 1, 64)
	}
	return strconv.FormatFloat(ms, 'f', 0, 64)
}

// The measures of the details, logical pixels.
const (
	cardWidth = 620.0
	cardPad   = 20.0
	cardHead  = 72.0
	cardLine  = 26.0
	cardGap   = 12.0
	cardLabel = 148.0
)

// cardValue lays out the value of a row.
func cardValue(row cardRow, w float64) *text.Block {
	return lay(row.value, text.Style{Size: 13, Tabular: true}, w-2*cardPad-cardLabel-24, 3)
}

// cardRect is where the details stand. mu is held.
func (s *Screen) cardRect() paint.Rect {
	w := min(cardWidth, s.w-2*barEdge)
	h := cardHead + cardPad
	for _, row := range cardRows(*s.card) {
		h += max(cardLine, cardValue(row, w).H+8)
		if row.gap {
			h += cardGap
		}
	}
	return paint.Rect{X: (s.w - w) / 2, Y: max((s.h-h)/2, 8), W: w, H: min(h, s.h-16)}
}

// paintCard paints the details of a receipt. mu is held.
func (s *Screen) paintCard(b *brush) {
	if s.card == nil {
		return
	}
	r := b.snap(s.cardRect())
	b.card(r, barRadius, b.color("outline", 1))
	x, right := r.X+cardPad, r.X+r.W-cardPad
	cap := b.cap("Esc", right, r.Y+28)
	head, _, _ := strings.Cut(s.card.Line(), " · ")
	b.words(head, text.Style{Size: 16, Weight: 600}, x, r.Y+28, 0, r.W-2*cardPad-cap-12, b.color("text", 1))
	b.words("“"+s.card.Sentence+"”", text.Style{Size: 13}, x, r.Y+52, 0, r.W-2*cardPad, b.color("muted", 1))
	b.hair(r.X+1, r.Y+cardHead-1, r.W-2)
	b.add(paint.PushClip{Rect: r, Radius: barRadius})
	y := r.Y + cardHead + 8
	for _, row := range cardRows(*s.card) {
		if row.gap {
			b.hair(x, y+cardGap/2-1, r.W-2*cardPad)
			y += cardGap
		}
		v := cardValue(row, r.W)
		high := max(cardLine, v.H+8)
		first := y + 4 + v.Lines[0].H/2
		if row.mark != "" {
			c := b.color("success", 1)
			if row.mark == "warning" {
				c = b.color("warning", 1)
			}
			b.icon(row.mark, right-16, first, 14, c)
		}
		b.words(row.label, text.Style{Size: 13}, x, first, 0, cardLabel-8, b.color("muted", 1))
		b.block(v, x+cardLabel, y+4, b.color("text", 1))
		y += high
	}
	b.add(paint.PopClip{})
}
