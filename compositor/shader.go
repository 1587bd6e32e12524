package compositor

import (
	"math"
	"time"

	"cellshell/compositor/layout"
	"cellshell/gpu/paint"
)

// shaderHour is when the time of animated shaders begins again: a GPU counts no further with the precision of a frame.
const shaderHour = time.Hour

// shader paints a picture that the GPU computes, with the node's child as what is shown where it cannot be.
func (p *painter) shader(b *layout.Box) {
	from := len(p.ops)
	for _, k := range b.Kids {
		p.node(k)
	}
	op := paint.Shader{Rect: p.snap(b.Inner), Alpha: 1, Fallback: append([]paint.Op(nil), p.ops[from:]...)}
	p.ops = p.ops[:from]
	s := b.Node.Shader
	if s == nil { // it did not pass ui.Check
		return
	}
	op.Kage, op.Animate = s.Kage, s.Animate
	op.Radius = min(p.radius(b), op.Rect.W/2, op.Rect.H/2)
	if b.Dim {
		op.Alpha = 0.45
	}
	if s.Animate {
		op.Time = (p.now % shaderHour).Seconds()
	}
	for _, u := range s.Uniforms {
		given := paint.Uniform{Name: u.Name}
		if c, ok := p.th.Color(u.Color); ok {
			a := float32(c.A) / 255
			given.Values = []float32{float32(c.R) / 255 * a, float32(c.G) / 255 * a, float32(c.B) / 255 * a, a}
		}
		for _, v := range u.Values {
			given.Values = append(given.Values, float32(math.Max(-1e30, math.Min(1e30, v))))
		}
		op.Uniforms = append(op.Uniforms, given)
	}
	p.add(op)
}
