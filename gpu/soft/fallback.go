package soft

import "cellshell/gpu/paint"

// fallback draws what stands in for a shader. It can neither end clips and layers that began outside it nor leave its own
// open.
func (p *painter) fallback(op paint.Shader) {
	in := painter{r: p.r, dst: p.dst, scene: p.scene, scale: p.scale, inner: true}
	if in.clip = p.clip.with(newShape(op.Rect, op.Radius, p.scale)); in.clip.bounds.Empty() {
		return
	}
	if op.Alpha < 1 {
		in.pushLayer(op.Alpha)
	}
	in.all(op.Fallback)
}
