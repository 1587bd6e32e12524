package cell

import "cellshell/membrane/ui"

// Painter collects the shapes of a Canvas, later ones in front. The origin is at the top left, y points down, angles are
// degrees clockwise from three o'clock.
type Painter struct{ shapes []*Shape }

// Shape is one shape of a Canvas. Without Fill or Stroke it is drawn in the role "text".
type Shape struct {
	p        ui.Paint
	standard bool // fill and stroke are still the default
}

func (p *Painter) add(op string, at ...float64) *Shape {
	for i := range at {
		at[i] = plain(at[i])
	}
	s := &Shape{p: ui.Paint{Op: op, At: at}, standard: true}
	switch op {
	case "line", "polyline", "arc":
		s.p.Stroke = "text"
	default:
		s.p.Fill = "text"
	}
	p.shapes = append(p.shapes, s)
	return s
}

// Line from one point to another.
func (p *Painter) Line(x0, y0, x1, y1 float64) *Shape { return p.add("line", x0, y0, x1, y1) }

// Rect with its top left corner at x, y.
func (p *Painter) Rect(x, y, w, h float64) *Shape { return p.add("rect", x, y, w, h) }

// Circle around x, y.
func (p *Painter) Circle(x, y, radius float64) *Shape { return p.add("circle", x, y, radius) }

// Arc around x, y, clockwise between two angles in degrees; filled, it is a slice of a pie.
func (p *Painter) Arc(x, y, radius, from, to float64) *Shape {
	return p.add("arc", x, y, radius, from, to)
}

// Polyline through points given as x, y, x, y …; an odd or missing number draws nothing.
func (p *Painter) Polyline(points ...float64) *Shape { return p.path("polyline", points) }

// Polygon with corners given as x, y, x, y …; an odd or missing number draws nothing.
func (p *Painter) Polygon(points ...float64) *Shape { return p.path("polygon", points) }

func (p *Painter) path(op string, points []float64) *Shape {
	if len(points) < 4 || len(points)%2 != 0 {
		return &Shape{}
	}
	return p.add(op, append([]float64(nil), points...)...)
}

// Text with its middle line at y; see Size, Align and Bold.
func (p *Painter) Text(x, y float64, text string) *Shape {
	s := p.add("text", x, y)
	s.p.Text = text
	return s
}

// Fill colours the inside, or a text.
func (s *Shape) Fill(color string) *Shape {
	if s.standard {
		s.p.Stroke, s.standard = "", false
	}
	s.p.Fill = color
	return s
}

// Stroke colours the outline, width in units of the canvas.
func (s *Shape) Stroke(color string, width float64) *Shape {
	if s.standard && s.p.Op != "text" {
		s.p.Fill = ""
	}
	s.standard = false
	s.p.Stroke, s.p.Width = color, length(width)
	return s
}

// Radius rounds the corners of a rect, units of the canvas.
func (s *Shape) Radius(r float64) *Shape {
	s.p.Radius = length(r)
	return s
}

// Butt ends strokes flat; they are round otherwise.
func (s *Shape) Butt() *Shape {
	s.p.Cap = "butt"
	return s
}

// Size of a text, units of the canvas.
func (s *Shape) Size(size float64) *Shape {
	s.p.Size = length(size)
	return s
}

// Align puts the "start", "center" or "end" of a text at its point.
func (s *Shape) Align(how string) *Shape {
	s.p.Align = how
	return s
}

// Bold makes a text bold.
func (s *Shape) Bold() *Shape {
	s.p.Bold = true
	return s
}
