// Package paint is the display list between the compositor and a renderer (paint operations): what to draw, in order,
// with no word of how. It is pure data: a scene drawn twice gives the same pixels.
//
// Coordinates are logical pixels; a renderer multiplies by Scene.Scale. Colours are straight (not premultiplied) sRGB.
package paint

import "image"

// Color is straight-alpha sRGB.
type Color struct{ R, G, B, A uint8 }

// Rect is an axis-aligned rectangle, logical pixels.
type Rect struct{ X, Y, W, H float64 }

// Point is a position, logical pixels.
type Point struct{ X, Y float64 }

// Scene is one complete picture.
type Scene struct {
	W, H  float64 // logical pixels
	Scale float64 // device pixels per logical pixel, 0.5 to 4
	Ops   []Op
}

// Op is one of the operations below.
type Op interface{ op() }

// Gradient is a linear blend From → To along Angle degrees (0: left to right, 90: top to bottom).
type Gradient struct {
	From, To Color
	Angle    float64
}

// RoundRect fills, borders and shadows a rectangle with rounded corners. A circle is a square with Radius half its side.
type RoundRect struct {
	Rect   Rect
	Radius float64
	Fill   Color
	Blend  *Gradient // instead of Fill
	Border Color
	Width  float64 // of the border, inside the edge
	Shadow Shadow
}

// Shadow is a blurred, offset copy of a shape's outline below it. A zero Color draws none.
type Shadow struct {
	Color  Color
	DX, DY float64
	Blur   float64 // standard deviation of the Gaussian, logical pixels
	Spread float64
}

// FontID names an embedded face: sans-400, sans-500, sans-600, sans-700, sans-400-italic, sans-700-italic, mono-400, mono-700.
type FontID string

// Glyph is one glyph of a run: ID in the font, X and Y its origin on the baseline.
type Glyph struct {
	ID   uint32
	X, Y float64
}

// Glyphs draws shaped text: the shaping has been done.
type Glyphs struct {
	Font   FontID
	Size   float64 // pixels per em
	Color  Color
	Glyphs []Glyph
}

// Verb is a step of a path.
type Verb uint8

// The path verbs, with the number of points each takes.
const (
	MoveTo  Verb = iota // 1
	LineTo              // 1
	QuadTo              // 2
	CubicTo             // 3
	Close               // 0
)

// Path fills and strokes an outline. Fill uses the non-zero rule; strokes have round joins and, unless Butt, round caps.
type Path struct {
	Verbs  []Verb
	Points []Point
	Fill   Color
	Stroke Color
	Width  float64
	Butt   bool
}

// Extent is the rectangle around the points of a path, and where it starts when it does not say so; false for one without points.
func (p *Path) Extent() (lo, hi Point, ok bool) {
	if len(p.Points) == 0 {
		return lo, hi, false
	}
	if len(p.Verbs) > 0 && p.Verbs[0] == MoveTo {
		lo, hi = p.Points[0], p.Points[0]
	}
	for _, q := range p.Points {
		lo.X, lo.Y, hi.X, hi.Y = min(lo.X, q.X), min(lo.Y, q.Y), max(hi.X, q.X), max(hi.Y, q.Y)
	}
	return lo, hi, true
}

// Image draws a picture stretched into Rect, clipped to Radius.
type Image struct {
	Rect   Rect
	Radius float64
	Img    image.Image
	Alpha  float64 // 0 to 1
}

// PushClip limits all that follows to a rounded rectangle, until PopClip. Clips nest.
type PushClip struct {
	Rect   Rect
	Radius float64
}

// PopClip ends the newest clip.
type PopClip struct{}

// PushLayer draws all that follows into a layer that is then blended with Alpha, until PopLayer. Layers nest.
type PushLayer struct{ Alpha float64 }

// PopLayer ends the newest layer.
type PopLayer struct{}

// Backdrop blurs what has been painted so far inside a rounded rectangle (translucent panels).
type Backdrop struct {
	Rect   Rect
	Radius float64
	Blur   float64 // standard deviation, logical pixels
}

// Shader draws what a program computes for each pixel of a rounded rectangle, where a renderer can and may run it; else its
// Fallback, cut to the rectangle. A Backdrop in the Fallback draws nothing.
type Shader struct {
	Rect     Rect
	Radius   float64
	Kage     string // the source, for gpu/kage to judge
	Uniforms []Uniform
	Time     float64 // seconds
	Animate  bool    // another Time gives another picture, so the scene is to be drawn again soon
	Alpha    float64 // 0 to 1
	Fallback []Op
}

// Uniform is what a shader's variable is set to.
type Uniform struct {
	Name   string
	Values []float32
}

func (RoundRect) op() {}
func (Glyphs) op()    {}
func (Path) op()      {}
func (Image) op()     {}
func (PushClip) op()  {}
func (PopClip) op()   {}
func (PushLayer) op() {}
func (PopLayer) op()  {}
func (Backdrop) op()  {}
func (Shader) op()    {}
