package window

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"
)

// clip is the area that may be drawn on: whole pixels, cut finer by some of Renderer.shapes.
type clip struct {
	bounds   image.Rectangle
	from, to int
}

// pushClip narrows the clip by a shape.
func (r *Renderer) pushClip(s shape) {
	r.clips = append(r.clips, r.clip)
	r.clip.bounds = r.clip.bounds.Intersect(s.bounds())
	if r.clip.bounds.Empty() || s.contains(r.clip.bounds) {
		return
	}
	r.shapes = append(r.shapes[:r.clip.to], s)
	r.clip.to++
}

// popClip ends the newest clip. Within a layer, those that began outside stay.
func (r *Renderer) popClip() {
	n, low := len(r.clips), r.programs.floor.clips
	if len(r.layers) > r.programs.floor.layers {
		low = r.layers[len(r.layers)-1].clips
	}
	if n > low {
		r.clip, r.clips = r.clips[n-1], r.clips[:n-1]
	}
}

// begin makes the batch ready for a quad of a program and some pixels within the clip's bounds.
func (r *Renderer) begin(p program, at image.Rectangle, tex *ebiten.Image) {
	open := r.shapes[r.clip.from:r.clip.to]
	r.need = r.need[:0]
	for i := range open {
		if !open[i].contains(at) && len(r.need) < maxClips {
			r.need = append(r.need, open[i])
		}
	}
	r.batch.use(p, tex, r.need, open)
}
