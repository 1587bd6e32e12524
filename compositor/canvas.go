package compositor

import (
	"cellshell/compositor/icons"
	"cellshell/compositor/layout"
	"cellshell/compositor/text"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
)

// sheet maps a canvas's own units to the desktop: as large as fits, in the middle.
type sheet struct {
	x, y, k float64
	p       *painter
	b       *layout.Box
}

func (p *painter) canvas(b *layout.Box) {
	w, h := b.Node.Box[0], b.Node.Box[1]
	if w <= 0 || h <= 0 {
		return
	}
	k := min(b.Inner.W/w, b.Inner.H/h)
	s := sheet{x: b.Inner.X + (b.Inner.W-w*k)/2, y: b.Inner.Y + (b.Inner.H-h*k)/2, k: k, p: p, b: b}
	p.add(paint.PushClip{Rect: p.snap(b.Rect), Radius: p.radius(b)})
	for i := range b.Node.Paint {
		s.draw(&b.Node.Paint[i])
	}
	p.add(paint.PopClip{})
}

// far bounds positions and lengths: a canvas may say any number.
const far = 1e6

func (s sheet) at(x, y float64) paint.Point {
	return paint.Point{X: min(max(s.x+x*s.k, -far), far), Y: min(max(s.y+y*s.k, -far), far)}
}

// length is a length of the canvas in logical pixels.
func (s sheet) length(v float64) float64 { return min(max(v*s.k, 0), far) }

// draw paints one command. A command with too few numbers draws nothing.
func (s sheet) draw(c *ui.Paint) {
	a := c.At
	fill, filled := s.p.th.Color(c.Fill)
	stroke, stroked := s.p.th.Color(c.Stroke)
	fill, stroke = fade(fill, s.b.Dim), fade(stroke, s.b.Dim)
	width := c.Width
	if width <= 0 {
		width = 1
	}
	path := paint.Path{Fill: fill, Stroke: stroke, Width: s.length(width), Butt: c.Cap == "butt"}
	if !filled && !stroked {
		if open := c.Op == "line" || c.Op == "arc" || c.Op == "polyline"; open {
			path.Stroke = s.p.ink(s.b)
		} else {
			path.Fill = s.p.ink(s.b)
		}
	}
	if path.Stroke.A == 0 {
		path.Width = 0
	}
	switch {
	case c.Op == "line" && len(a) >= 4:
		path.Fill = paint.Color{}
		if !stroked {
			path.Stroke, path.Width = s.p.ink(s.b), s.length(width)
		}
		path.Verbs = []paint.Verb{paint.MoveTo, paint.LineTo}
		path.Points = []paint.Point{s.at(a[0], a[1]), s.at(a[2], a[3])}
		s.p.add(path)
	case c.Op == "rect" && len(a) >= 4:
		o := s.at(a[0], a[1])
		r := paint.Rect{X: o.X, Y: o.Y, W: s.length(a[2]), H: s.length(a[3])}
		s.p.shape(r, s.length(c.Radius), path.Fill, path.Stroke, path.Width)
	case c.Op == "circle" && len(a) >= 3:
		s.circle(path, a)
	case c.Op == "arc" && len(a) >= 5:
		o := s.at(a[0], a[1])
		path.Verbs, path.Points = icons.AppendArc(nil, nil, o.X, o.Y, s.length(a[2]), a[3], a[4], true)
		if filled {
			path.Verbs, path.Points = append(path.Verbs, paint.LineTo, paint.Close), append(path.Points, o)
		}
		s.p.add(path)
	case (c.Op == "polyline" || c.Op == "polygon") && len(a) >= 4:
		path.Verbs, path.Points = []paint.Verb{paint.MoveTo}, []paint.Point{s.at(a[0], a[1])}
		for i := 2; i+1 < len(a); i += 2 {
			path.Verbs, path.Points = append(path.Verbs, paint.LineTo), append(path.Points, s.at(a[i], a[i+1]))
		}
		if c.Op == "polygon" {
			path.Verbs = append(path.Verbs, paint.Close)
		}
		s.p.add(path)
	case c.Op == "text" && len(a) >= 2:
		s.text(c, path.Fill)
	}
}

// circle is a rounded rectangle where it can be, which is drawn best.
func (s sheet) circle(path paint.Path, a []float64) {
	o, r := s.at(a[0], a[1]), s.length(a[2])
	if r <= 0 {
		return
	}
	if path.Width == 0 {
		s.p.fill(paint.Rect{X: o.X - r, Y: o.Y - r, W: 2 * r, H: 2 * r}, r, path.Fill)
		return
	}
	path.Verbs, path.Points = icons.AppendArc(nil, nil, o.X, o.Y, r, 0, 360, true)
	path.Verbs = append(path.Verbs, paint.Close)
	s.p.add(path)
}

// text paints one line: x is its start, middle or end by Align, y the middle of its height.
func (s sheet) text(c *ui.Paint, color paint.Color) {
	size := c.Size
	if size <= 0 {
		size = 14
	}
	st := text.Style{Size: min(s.length(size), 4000), Weight: 400, Leading: 1.2}
	if c.Bold {
		st.Weight = 700
	}
	align := map[string]float64{"center": 0.5, "end": 1}[c.Align]
	o := s.at(c.At[0], c.At[1])
	s.p.words(c.Text, st, o.X, o.Y, align, 1e5, color)
}
