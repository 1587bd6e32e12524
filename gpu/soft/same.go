package soft

import (
	"slices"

	"cellshell/gpu/paint"
)

// same reports whether two operations draw the same.
func (d *Differ) same(a, b paint.Op) bool {
	switch a := a.(type) {
	case paint.RoundRect:
		b, ok := b.(paint.RoundRect)
		if !ok || (a.Blend == nil) != (b.Blend == nil) || a.Blend != nil && *a.Blend != *b.Blend {
			return false
		}
		b.Blend = a.Blend
		return a == b
	case paint.Glyphs:
		b, ok := b.(paint.Glyphs)
		return ok && a.Font == b.Font && a.Size == b.Size && a.Color == b.Color && slices.Equal(a.Glyphs, b.Glyphs)
	case paint.Path:
		b, ok := b.(paint.Path)
		return ok && a.Fill == b.Fill && a.Stroke == b.Stroke && a.Width == b.Width && a.Butt == b.Butt &&
			slices.Equal(a.Verbs, b.Verbs) && slices.Equal(a.Points, b.Points)
	case paint.Image:
		b, ok := b.(paint.Image)
		return ok && a.Rect == b.Rect && a.Radius == b.Radius && a.Alpha == b.Alpha && identical(a.Img) && identical(b.Img) && a.Img == b.Img
	case paint.Shader:
		b, ok := b.(paint.Shader)
		return ok && a.Rect == b.Rect && a.Radius == b.Radius && a.Alpha == b.Alpha && (!d.Shaders || sameProgram(&a, &b)) && slices.EqualFunc(a.Fallback, b.Fallback, d.same)
	default:
		if _, ok := b.(paint.Shader); ok {
			return false
		}
		return a == b
	}
}

// sameProgram reports whether two shaders compute the same.
func sameProgram(a, b *paint.Shader) bool {
	return a.Kage == b.Kage && a.Time == b.Time && slices.EqualFunc(a.Uniforms, b.Uniforms, func(u, v paint.Uniform) bool {
		return u.Name == v.Name && slices.Equal(u.Values, v.Values)
	})
}
