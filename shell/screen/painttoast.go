package screen

import (
	"time"

	"cellshell/compositor/text"
	"cellshell/gpu/paint"
)

// The measures of the line, logical pixels.
const (
	toastMost = 960.0
	toastText = 42.0 // where text begins, right of the icon
	toastPad  = 16.0 // right of it
	toastFoot = 28.0 // below the line
)

// rather stands before what else was meant.
const rather = "Or rather"

// toastSpread is where the parts of the line stand.
type toastSpread struct {
	panel      paint.Rect
	line, hint *text.Block // hint: nil without
	keys       float64     // room for the key at the right of the line
	rather     paint.Rect
	chips      []paint.Rect
}

// spreadToast lays the line out. mu is held.
func (s *Screen) spreadToast(now time.Time) toastSpread {
	var t toastSpread
	if s.toast.undo && !s.toast.bad {
		t.keys = capWidth(undoKey) + 14
	}
	room := max(min(s.w-2*barEdge, toastMost)-toastText-toastPad, 80)
	if s.toast.bad {
		t.line = lay(s.toast.text, toastStyle, room, 4)
	} else {
		line := fitting(s.toast.text, room-t.keys, func(t string) float64 { return lay(t, toastStyle, 4000, 1).W })
		t.line = lay(line, toastStyle, room+1, 1)
	}
	w, h := t.line.W+t.keys, 11+t.line.H
	if s.toast.hint != "" {
		t.hint = lay(s.toast.hint, hintStyle, room, 3)
		w, h = max(w, t.hint.W), h+t.hint.H+4
	}
	if len(s.toast.others) > 0 {
		label := lay(rather, hintStyle, room, 1)
		all := []paint.Rect{{W: label.W, H: chipH}}
		for _, o := range s.toast.others[:min(len(s.toast.others), 4)] {
			all = append(all, paint.Rect{W: chipWidth(o, false), H: chipH})
		}
		boxes, high := flow(all, 0, h+8, room, chipGap)
		t.rather, t.chips = boxes[0], boxes[1:]
		for _, b := range boxes {
			w = max(w, b.X+b.W)
		}
		h += 8 + high
	}
	t.panel = paint.Rect{W: w + toastText + toastPad, H: h + 11}
	t.panel.X, t.panel.Y = (s.w-t.panel.W)/2, s.h-t.panel.H-toastFoot
	if s.signSeen(now) {
		t.panel.Y -= signHeight + 12
	}
	for i := range t.chips {
		t.chips[i].X, t.chips[i].Y = t.chips[i].X+t.panel.X+toastText, t.chips[i].Y+t.panel.Y
	}
	t.rather.X, t.rather.Y = t.rather.X+t.panel.X+toastText, t.rather.Y+t.panel.Y
	return t
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
		t := s.spreadToast(now)
		r := t.panel
		hovered := s.toast.receipt != nil && s.over(r)
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
		top := r.Y + 11
		b.icon(name, r.X+16, top+t.line.Lines[0].H/2, 16, c)
		b.block(t.line, r.X+toastText, top, b.color("text", 1))
		if t.keys > 0 {
			b.cap(undoKey, r.X+r.W-14, top+t.line.Lines[0].H/2)
		}
		if t.hint != nil {
			b.block(t.hint, r.X+toastText, top+t.line.H+4, b.color("muted", 1))
		}
		if len(t.chips) > 0 {
			b.words(rather, hintStyle, t.rather.X, t.rather.Y-off+chipH/2, 0, t.rather.W+1, b.color("muted", 1))
		}
		for i, at := range t.chips {
			hot := s.over(at)
			at.Y -= off
			b.chip(at, s.toast.others[i], 0, hot, false)
		}
	})
}

// paintBusy tells that something is being done that no model does. mu is held.
func (s *Screen) paintBusy(b *brush) {
	t := lay(stageText(s.bar.work.stage)+" …", toastStyle, 300, 1)
	w, h := t.W+74, t.H+22
	r := b.snap(paint.Rect{X: (s.w - w) / 2, Y: s.h - h - toastFoot, W: w, H: h})
	b.card(r, min(h/2, 20), b.color("outline", 1))
	b.pulse(r.X+30, r.Y+r.H/2, s.drawn)
	b.block(t, r.X+56, r.Y+(r.H-t.H)/2, b.color("text", 1))
}
