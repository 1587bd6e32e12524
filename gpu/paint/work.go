package paint

import "math"

// Afford is how many of some operations can be drawn for a budget of work, and the operations that close what those leave open.
// The unit of work is about one pixel filled. Only what lies within area counts, logical pixels of so many device pixels
// each way; so a picture costs what a person could see of it.
func Afford(ops []Op, area Rect, scale, budget float64) (n int, closing []Op) {
	w := scope{clips: []Rect{area}}
	open := []Op{} // what would close what is open, the oldest first
	for i, op := range ops {
		clip := w.clips[len(w.clips)-1]
		if budget -= work(op, clip, scale); !(budget >= 0) {
			for k := len(open) - 1; k >= 0; k-- {
				closing = append(closing, open[k])
			}
			return i, closing
		}
		switch op.(type) {
		case PushClip:
			open = append(open, PopClip{})
		case PushLayer:
			open = append(open, PopLayer{})
		case PopClip, PopLayer:
			if len(open) > 0 {
				open = open[:len(open)-1]
			}
		}
		w.step(op)
	}
	return len(ops), nil
}

// work is what an operation takes within a clip.
func work(op Op, clip Rect, scale float64) float64 {
	px := func(r Rect) float64 {
		if seen := clip.Intersect(r); !seen.Empty() {
			return seen.W * seen.H * scale * scale
		}
		return 0
	}
	switch op := op.(type) {
	case RoundRect:
		sum := 16 + px(op.Rect)
		if s := op.Shadow; s.Color.A > 0 {
			r := math.Max(s.Spread, 0) + 3*math.Max(s.Blur, 0)
			sum += 2 * px(Rect{X: op.Rect.X + s.DX - r, Y: op.Rect.Y + s.DY - r, W: op.Rect.W + 2*r, H: op.Rect.H + 2*r})
		}
		return sum
	case Glyphs:
		return 16 + float64(len(op.Glyphs))*(32+0.5*op.Size*op.Size*scale*scale)
	case Path:
		return 16 + pathWork(&op, px)
	case Image:
		return 16 + 2*px(op.Rect)
	case PushLayer:
		return 16 + 2*px(clip)
	case Backdrop:
		return 16 + 12*px(op.Rect)
	case Shader:
		sum := 16 + 8*px(op.Rect)
		inside := clip.Intersect(op.Rect)
		for _, f := range op.Fallback {
			sum += work(f, inside, scale)
		}
		return sum
	}
	return 16
}

// pathWork is that of an outline: its bounds, twice when it is stroked too, and its points.
func pathWork(op *Path, px func(Rect) float64) float64 {
	lo, hi, ok := op.Extent()
	if !ok {
		return 0
	}
	pad := math.Max(op.Width, 1)
	area := px(Rect{X: lo.X - pad, Y: lo.Y - pad, W: hi.X - lo.X + 2*pad, H: hi.Y - lo.Y + 2*pad})
	sum := 64 * float64(len(op.Points))
	if op.Fill.A > 0 {
		sum += area
	}
	if op.Stroke.A > 0 && op.Width > 0 {
		sum += area
	}
	return sum
}
