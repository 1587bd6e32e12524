package screen

import (
	"cellshell/compositor/text"
	"cellshell/gpu/paint"
)

// The measures of the bar, logical pixels, on a grid of four.
const (
	barWidth  = 640.0
	barRadius = 16.0
	barRow    = 56.0 // where the sentence is
	lineRow   = 40.0 // below it: what is meant, what goes on
	listRow   = 34.0 // a whole sentence to choose
	chipH     = 32.0
	chipGap   = 8.0
	barPad    = 16.0 // from the edges to what is in it
	barText   = 50.0 // where text begins, right of the icons
	barEdge   = 16.0 // least room beside the bar
)

// content is what the bar has to show, measured.
type content struct {
	line    bool         // the line below the sentence
	message *text.Block  // a question, or what went wrong; nil without
	hint    *text.Block  // what to do about it; nil without
	chips   []paint.Rect // their sizes, each with the picture above it
	rows    int          // whole sentences in a list
	next    bool         // a sentence that waits
}

// spread is where the parts of the bar stand.
type spread struct {
	panel, field, line, message, next paint.Rect
	hint                              paint.Rect
	chips, rows                       []paint.Rect
}

// barRoom is how wide the bar is on a screen.
func barRoom(w float64) float64 { return max(min(barWidth, w-2*barEdge), 200) }

// spreadOf lays the bar out on a screen of w×h, with its upper edge at y; low: its lower edge stands at h−y instead.
func spreadOf(w, h, y float64, low bool, c content) spread {
	var s spread
	width := barRoom(w)
	x := (w - width) / 2
	room := width - barText - barPad
	at := barRow
	s.field = paint.Rect{X: x + barText, W: room, H: barRow}
	if c.line {
		s.line = paint.Rect{X: x + barText, Y: at, W: room, H: lineRow}
		at += lineRow
	}
	if c.message != nil {
		at += 10
		s.message = paint.Rect{X: x + barText, Y: at, W: c.message.W, H: c.message.H}
		at += c.message.H
		if c.hint != nil {
			at += 4
			s.hint = paint.Rect{X: x + barText, Y: at, W: c.hint.W, H: c.hint.H}
			at += c.hint.H
		}
		at += 10
	}
	if len(c.chips) > 0 {
		if c.message == nil && !c.line {
			at += 12
		}
		var high float64
		s.chips, high = flow(c.chips, x+barText, at, room, chipGap)
		at += high + 12
	}
	if c.rows > 0 {
		for range c.rows {
			s.rows = append(s.rows, paint.Rect{X: x + 8, Y: at, W: width - 16, H: listRow})
			at += listRow
		}
		at += 8
	}
	if c.next {
		s.next = paint.Rect{X: x + barText, Y: at, W: room, H: lineRow}
		at += lineRow
	}
	if low {
		y = h - at - y
	}
	s.panel = paint.Rect{X: x, Y: y, W: width, H: at}
	for _, r := range []*paint.Rect{&s.field, &s.line, &s.message, &s.hint, &s.next} {
		r.Y += y
	}
	for _, list := range [][]paint.Rect{s.chips, s.rows} {
		for i := range list {
			list[i].Y += y
		}
	}
	return s
}

// flow puts boxes side by side and begins a new row where they no longer fit; in a row they stand on one line. A box wider
// than the room becomes as wide as it.
func flow(boxes []paint.Rect, x, y, room, gap float64) (out []paint.Rect, high float64) {
	at, first, h := 0.0, 0, 0.0 // in the row: how far, which is its first, how high
	stand := func() {
		for i := range out[first:] {
			out[first+i].Y = y + high + h - out[first+i].H
		}
		high += h
	}
	for i, b := range boxes {
		w := min(b.W, room)
		if at > 0 && at+w > room {
			stand()
			at, first, h, high = 0, i, 0, high+gap
		}
		out = append(out, paint.Rect{X: x + at, W: w, H: b.H})
		at, h = at+w+gap, max(h, b.H)
	}
	stand()
	return out, high
}

// scrolled is how far a line of text wider than its field is moved to the left: as little as possible, so that the caret and
// some of what is beside it show.
func scrolled(was, caret, whole, room float64) float64 {
	const beside = 24
	if whole <= room {
		return 0
	}
	margin := min(beside, room/4)
	was = min(was, caret-margin)        // the caret went out on the left
	was = max(was, caret+margin-room)   // … on the right
	return max(0, min(was, whole-room)) // nothing but text in sight
}
