package window

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"cellshell/gpu/paint"
	"cellshell/gpu/raster"
	"cellshell/gpu/soft"
)

// Renderer draws scenes on the GPU. It keeps glyphs, paths and pictures between scenes.
type Renderer struct {
	batch batch
	atlas atlas

	canvas *ebiten.Image // the newest scene, drawn
	glass  glass
	differ soft.Differ

	// of the scene that is drawn
	scale  float64
	all    image.Rectangle
	clip   clip
	clips  []clip  // of the pushes still open
	shapes []shape // of the clips
	need   []shape // scratch
	layers []layer

	// kept
	glyphs   raster.Glyphs
	fonts    map[paint.FontID]uint32
	fill     raster.Filler
	sheets   []*ebiten.Image // one for each depth of layer
	emoji    map[emojiKey]*picture
	blurring *blurring
	programs cellPrograms
}

var _ Drawer = (*Renderer)(nil)

// NewRenderer makes a renderer. It may be called before the game runs.
func NewRenderer() *Renderer {
	return &Renderer{
		batch: newBatch(), atlas: newAtlas(),
		fonts: map[paint.FontID]uint32{}, emoji: map[emojiKey]*picture{},
	}
}

// Calls is how many calls to the GPU the newest scene took.
func (r *Renderer) Calls() int { return r.batch.calls }

// Draw implements Drawer. Only what differs from the scene before is drawn again.
func (r *Renderer) Draw(dst *ebiten.Image, s *paint.Scene) {
	w, h, err := soft.Size(s)
	if err != nil {
		return
	}
	r.scale, r.all = s.Scale, image.Rect(0, 0, w, h)
	r.atlas.turn()
	r.batch.calls = 0
	if r.canvas == nil || r.canvas.Bounds() != r.all {
		if r.canvas != nil {
			r.canvas.Deallocate()
		}
		r.canvas = ebiten.NewImageWithOptions(r.all, &ebiten.NewImageOptions{Unmanaged: true})
		r.differ = soft.Differ{Shaders: r.differ.Shaders}
	}
	if r.judged() {
		r.differ = soft.Differ{Shaders: true}
	}
	r.programs.moving = s.Moving(func(op *paint.Shader) bool { return r.runs(op) != nil })
	for _, part := range r.differ.Next(s) {
		part = soft.Grow(s, part, r.all)
		r.area(s, part)
		r.glass.changed(part)
	}
	r.glass.show(dst, r.canvas)
}

// area draws a part of a scene.
func (r *Renderer) area(s *paint.Scene, part image.Rectangle) {
	r.clip = clip{bounds: part}
	r.clips, r.shapes, r.layers = r.clips[:0], r.shapes[:0], r.layers[:0]
	r.batch.target, r.batch.blend = r.canvas, ebiten.BlendSourceOver
	erase(r.canvas, part)
	r.ops(s.Ops)
	for len(r.layers) > 0 {
		r.popLayer()
	}
	r.batch.flush()
}

func (r *Renderer) ops(ops []paint.Op) {
	for i := range ops {
		switch op := ops[i].(type) {
		case paint.RoundRect:
			r.roundRect(&op)
		case paint.Wallpaper:
			r.wallpaper(&op)
		case paint.Glyphs:
			r.text(&op)
		case paint.Path:
			r.path(&op)
		case paint.Image:
			r.image(&op)
		case paint.PushClip:
			r.pushClip(newShape(op.Rect, op.Radius, r.scale))
		case paint.PopClip:
			r.popClip()
		case paint.PushLayer:
			r.pushLayer(op.Alpha)
		case paint.PopLayer:
			r.popLayer()
		case paint.Backdrop:
			if !r.programs.inner {
				r.backdrop(&op)
			}
		case paint.Shader:
			r.shader(&op)
		}
	}
}

// erase makes a part of an image transparent.
func erase(img *ebiten.Image, part image.Rectangle) {
	if part = part.Intersect(img.Bounds()); part.Empty() {
		return
	}
	if part == img.Bounds() {
		img.Clear()
		return
	}
	sub := img.RecyclableSubImage(part)
	sub.Clear()
	sub.Recycle()
}
