package window

import (
	"image"
	"math"
	"reflect"
	"strings"

	"cellshell/gpu/paint"
	"cellshell/gpu/soft"
	"cellshell/internal/fonts"
)

// pictureKey names a scaled picture.
type pictureKey struct {
	of   image.Image
	size image.Point
	part image.Rectangle // in view, of one that is too large to keep whole
}

// maxPicture is the side of a picture from which only what is in view is kept, pixels.
const maxPicture = 4096

// image draws a picture into whole pixels.
func (r *Renderer) image(op *paint.Image) {
	s := newShape(op.Rect, op.Radius, r.scale)
	if op.Img == nil || s == (shape{}) || !(op.Alpha > 0) {
		return
	}
	s = s.snapped()
	to := s.bounds()
	at := to.Intersect(r.clip.bounds)
	if at.Empty() || op.Img.Bounds().Empty() {
		return
	}
	p := r.picture(op.Img, to)
	if p == nil {
		return
	}
	whole := p.bounds(to.Min.X, to.Min.Y)
	if at = at.Intersect(whole); at.Empty() {
		return
	}
	q := quad{a: float32(s.x0), b: float32(s.y0), c: float32(s.x1), d: float32(s.y1), blue: float32(s.r)}
	q.red, q.green = kindImage<<16, float32(math.Min(1, op.Alpha))
	r.begin(things, at, p.texture)
	r.batch.copy(at, p.at.Min.X+at.Min.X-whole.Min.X, p.at.Min.Y+at.Min.Y-whole.Min.Y, &q)
}

// picture is a picture scaled to a rectangle.
func (r *Renderer) picture(img image.Image, to image.Rectangle) *slot {
	k := pictureKey{of: img, size: to.Size()}
	large := k.size.X > maxPicture || k.size.Y > maxPicture
	if large {
		k.part = r.all.Intersect(to).Sub(to.Min)
	}
	known := reflect.TypeOf(img).Kind() == reflect.Pointer // others cannot be told apart
	if known {
		if s := r.atlas.pictures[k]; s != nil {
			s.used = r.atlas.scene
			return s
		}
	}
	var scaled *image.RGBA
	if large {
		scaled = soft.Stretch(img, to, r.all)
		if part := scaled.Rect.Intersect(r.all); part != scaled.Rect {
			scaled = cut(scaled, part)
		}
	} else {
		scaled = soft.Stretch(img, image.Rectangle{Max: k.size}, r.all)
		scaled.Rect = scaled.Rect.Add(to.Min)
	}
	if scaled.Rect.Empty() {
		return nil
	}
	s := r.hold(scaled.Rect.Size())
	s.offset = scaled.Rect.Min.Sub(to.Min)
	s.write(scaled.Pix)
	if known {
		r.atlas.pictures[k] = s
	}
	return s
}

// cut is a copy of a part of a picture.
func cut(img *image.RGBA, part image.Rectangle) *image.RGBA {
	out := image.NewRGBA(part)
	for y := part.Min.Y; y < part.Max.Y; y++ {
		copy(out.Pix[out.PixOffset(part.Min.X, y):], img.Pix[img.PixOffset(part.Min.X, y):img.PixOffset(part.Max.X, y)])
	}
	return out
}

type emojiKey struct {
	font paint.FontID
	id   uint32
}

// picture of a glyph, in ems.
type picture = fonts.Picture

const maxEmoji = 512

// glyphPicture draws a glyph that is a picture, as opaque as the text is.
func (r *Renderer) glyphPicture(op *paint.Glyphs, g *paint.Glyph) {
	if !strings.HasPrefix(string(op.Font), "system:") {
		return // the embedded fonts have none
	}
	k := emojiKey{op.Font, g.ID}
	pic, ok := r.emoji[k]
	if !ok {
		if len(r.emoji) >= maxEmoji {
			clear(r.emoji)
		}
		if p, found := fonts.PictureOf(string(op.Font), g.ID); found {
			pic = &p
		}
		r.emoji[k] = pic
	}
	if pic == nil {
		return
	}
	r.image(&paint.Image{
		Rect: paint.Rect{X: g.X + pic.X*op.Size, Y: g.Y - pic.Y*op.Size, W: pic.W * op.Size, H: pic.H * op.Size},
		Img:  pic.Img, Alpha: float64(op.Color.A) / 255,
	})
}
