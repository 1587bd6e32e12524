package compositor

import (
	"math"
	"strconv"

	"cellshell/compositor/icons"
	"cellshell/compositor/layout"
	"cellshell/compositor/theme"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
)

// toggle paints a switch at the right end and its label at the left.
func (p *painter) toggle(b *layout.Box) {
	s := b.Scale
	p.text(b, p.ink(b))
	w, h := layout.SwitchW*s, layout.SwitchH*s
	r := paint.Rect{X: b.Inner.X + b.Inner.W - w, Y: b.Inner.Y + (b.Inner.H-h)/2, W: w, H: h}
	r = p.snap(r)
	on := b.Node.Value >= 0.5
	track, knob := theme.Mix(p.th.Or("raised", ""), p.th.Or("text", ""), 0.18), p.th.Or("white", "")
	inset := 2.5 * s
	x := r.X + inset
	if on {
		track = p.th.Accent
		x = r.X + r.W - r.H + inset
		knob = theme.On(track)
	}
	p.fill(r, h/2, fade(track, b.Dim))
	d := max(r.H-2*inset, 0)
	p.halo(b, x+d/2, r.Y+inset+d/2, d/2)
	p.add(paint.RoundRect{Rect: paint.Rect{X: x, Y: r.Y + inset, W: d, H: d}, Radius: d / 2, Fill: fade(knob, b.Dim), Shadow: paint.Shadow{Color: paint.Color{A: 50}, DY: s, Blur: s}})
	p.ringed(b, r, h/2)
}

// ringed paints the focus ring around a part of a node.
func (p *painter) ringed(b *layout.Box, r paint.Rect, radius float64) {
	part := *b
	part.Rect = r
	part.Style.Radius = nil
	p.focus(&part, radius)
}

// ends are the least and the largest value of a slider.
func ends(n *ui.Node) (lo, hi float64) {
	if n.Min == 0 && n.Max == 0 {
		return 0, 1
	}
	return n.Min, n.Max
}

// Fraction is where a slider's value stands between its ends, 0 to 1.
func Fraction(n *ui.Node) float64 {
	lo, hi := ends(n)
	if !(hi > lo) {
		return 0
	}
	return min(max((n.Value-lo)/(hi-lo), 0), 1)
}

// SliderValue is the value a slider takes when it is pressed x logical pixels from its left end: what goes into the event.
func SliderValue(n NodeBox, x float64) float64 {
	lo, hi := ends(n.Node)
	knob := layout.KnobSize * n.Scale
	f := min(max((x-knob/2)/max(n.Bounds.W-knob, 1), 0), 1)
	v := lo + f*(hi-lo)
	if step := n.Node.Step; step > 0 {
		v = min(max(lo+math.Round((v-lo)/step)*step, lo), hi)
	}
	return v
}

// Number writes a value as a control shows it: at most three digits after the point, and none that say nothing.
func Number(v float64) string {
	digits := 3
	switch a := math.Abs(v); {
	case a >= 100:
		digits = 0
	case a >= 10:
		digits = 1
	case a >= 1:
		digits = 2
	}
	return strconv.FormatFloat(round(v, digits), 'f', -1, 64)
}

func round(v float64, digits int) float64 {
	k := math.Pow(10, float64(digits))
	return math.Round(v*k) / k
}

// label paints the caption of a control, its value at the right, and returns how high they are.
func (p *painter) label(b *layout.Box, value string) float64 {
	if b.Text == "" {
		return 0
	}
	h := b.Font.Size * b.Font.Leading
	y := b.Inner.Y + h/2
	st := b.Font
	st.Tabular, st.Weight = true, 400
	used := p.words(value, st, b.Inner.X+b.Inner.W, y, 1, b.Inner.W, fade(p.th.Or("muted", ""), b.Dim))
	p.words(b.Text, b.Font, b.Inner.X, y, 0, b.Inner.W-used-12*b.Scale, p.ink(b))
	return h + 4*b.Scale
}

func (p *painter) slider(b *layout.Box) {
	s := b.Scale
	top := p.label(b, Number(b.Node.Value))
	in := b.Inner
	mid := p.px(in.Y + top + (in.H-top)/2)
	knob, th := layout.KnobSize*s, layout.TrackH*s
	x := in.X + knob/2 + Fraction(b.Node)*max(in.W-knob, 0)
	track := paint.Rect{X: in.X, Y: mid - th/2, W: in.W, H: th}
	p.fill(track, th/2, fade(theme.Mix(p.th.Or("raised", ""), p.th.Or("text", ""), 0.12), b.Dim))
	track.W = x - in.X
	p.fill(track, th/2, fade(p.th.Accent, b.Dim))
	k := paint.Rect{X: x - knob/2, Y: mid - knob/2, W: knob, H: knob}
	p.halo(b, x, mid, knob/2)
	p.add(paint.RoundRect{
		Rect: k, Radius: knob / 2, Fill: p.th.Or("white", ""), Border: theme.Alpha(paint.Color{A: 255}, 0.08), Width: p.hair(s),
		Shadow: paint.Shadow{Color: paint.Color{A: 80}, DY: s, Blur: 2 * s},
	})
	d := knob * 0.36
	p.fill(paint.Rect{X: x - d/2, Y: mid - d/2, W: d, H: d}, d/2, fade(p.th.Accent, b.Dim))
	p.ringed(b, k, knob/2)
}

func (p *painter) progress(b *layout.Box) {
	v := min(b.Node.Value, 1)
	value := strconv.Itoa(int(math.Round(v*100))) + "%"
	if v < 0 {
		value = ""
	}
	groove := fade(theme.Mix(p.th.Or("raised", ""), p.th.Or("text", ""), 0.08), b.Dim)
	if b.Style.Variant == "ring" {
		p.ring(b, v, value, groove)
		return
	}
	top := p.label(b, value)
	in := b.Inner
	h := min(layout.BarH*b.Scale, in.H-top)
	r := paint.Rect{X: in.X, Y: in.Y + top + (in.H-top-h)/2, W: in.W, H: h}
	p.fill(r, h/2, groove)
	if v < 0 {
		r.X, r.W = r.X+r.W*0.3, r.W*0.4
		p.fill(r, h/2, fade(theme.Alpha(p.th.Accent, 0.7), b.Dim))
		return
	}
	if v > 0 {
		r.W = max(r.W*v, h)
		p.fill(r, h/2, fade(p.th.Accent, b.Dim))
	}
}

func (p *painter) ring(b *layout.Box, v float64, value string, groove paint.Color) {
	in := b.Inner
	d := min(in.W, in.H)
	w := d * 0.11
	x, y, r := in.X+in.W/2, in.Y+in.H/2, (d-w)/2
	p.arc(x, y, r, 0, 360, groove, w)
	if v < 0 {
		p.arc(x, y, r, -90, 0, fade(p.th.Accent, b.Dim), w)
	} else if v > 0 {
		p.arc(x, y, r, -90, -90+360*v, fade(p.th.Accent, b.Dim), w)
	}
	st := b.Font
	st.Size, st.Weight = d*0.22, 600
	if b.Text != "" {
		p.words(value, st, x, y-d*0.05, 0.5, d, p.ink(b))
		st.Size, st.Weight = d*0.13, 400
		p.words(b.Text, st, x, y+d*0.15, 0.5, d*0.7, fade(p.th.Or("muted", ""), b.Dim))
		return
	}
	p.words(value, st, x, y, 0.5, d, p.ink(b))
}

// arc strokes part of a circle, degrees clockwise from three o'clock.
func (p *painter) arc(x, y, r, from, to float64, c paint.Color, w float64) {
	verbs, points := icons.AppendArc(nil, nil, x, y, r, from, to, true)
	if to-from >= 360 {
		verbs = append(verbs, paint.Close)
	}
	p.add(paint.Path{Verbs: verbs, Points: points, Stroke: c, Width: w})
}

// sector strokes part of a circle with flat ends.
func (p *painter) sector(x, y, r, from, to float64, c paint.Color, w float64) {
	verbs, points := icons.AppendArc(nil, nil, x, y, r, from, to, true)
	p.add(paint.Path{Verbs: verbs, Points: points, Stroke: c, Width: w, Butt: true})
}
