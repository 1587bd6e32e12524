package paint

import "math"

// Moving reports whether a scene has to be drawn again soon by itself: an animated shader of those that runs says yes to can be
// seen, at least a part of it.
func (s *Scene) Moving(runs func(*Shader) bool) bool {
	for i, op := range s.Ops {
		if _, ok := op.(Shader); !ok {
			continue
		}
		sh := op.(Shader) // only now: its address escapes
		if !sh.Animate || !(sh.Alpha > 0) || !runs(&sh) {
			continue
		}
		clip, alpha := s.clipAt(i)
		seen := clip.Intersect(sh.Rect)
		if alpha > 0 && !seen.Empty() && !s.covers(i+1, seen) {
			return true
		}
	}
	return false
}

// scope is what is open at an operation.
type scope struct {
	clips  []Rect // the newest is the one in force
	layers []opened
}

type opened struct {
	clips int
	alpha float64
}

func (s *scope) step(op Op) {
	switch op := op.(type) {
	case PushClip:
		s.clips = append(s.clips, s.clips[len(s.clips)-1].Intersect(op.Rect))
	case PopClip:
		low := 1
		if n := len(s.layers); n > 0 {
			low = s.layers[n-1].clips
		}
		if len(s.clips) > low {
			s.clips = s.clips[:len(s.clips)-1]
		}
	case PushLayer:
		s.layers = append(s.layers, opened{len(s.clips), op.Alpha})
	case PopLayer:
		if n := len(s.layers); n > 0 {
			s.clips = s.clips[:min(len(s.clips), s.layers[n-1].clips)]
			s.layers = s.layers[:n-1]
		}
	}
}

func (s *scope) alpha() float64 {
	a := 1.0
	for _, l := range s.layers {
		a *= math.Min(l.alpha, 1)
	}
	return a
}

func (s *Scene) clipAt(i int) (Rect, float64) {
	w := scope{clips: []Rect{{W: s.W, H: s.H}}}
	for _, op := range s.Ops[:i] {
		w.step(op)
	}
	return w.clips[len(w.clips)-1], w.alpha()
}

// covers reports whether one opaque rectangle drawn from an operation on hides a part of the scene.
func (s *Scene) covers(from int, seen Rect) bool {
	w := scope{clips: []Rect{{W: s.W, H: s.H}}}
	for i, op := range s.Ops {
		w.step(op)
		r, ok := op.(RoundRect)
		if i < from || !ok || r.Fill.A != 255 || r.Blend != nil || w.alpha() < 1 {
			continue
		}
		in := r.Radius * (1 - math.Sqrt2/2) // of round corners, what lies in the rectangle that touches them
		core := Rect{X: r.Rect.X + in, Y: r.Rect.Y + in, W: r.Rect.W - 2*in, H: r.Rect.H - 2*in}
		if core.holds(seen) && w.clips[len(w.clips)-1].holds(seen) {
			return true
		}
	}
	return false
}
