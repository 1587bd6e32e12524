package soft

import (
	"image"
	"math"
	"reflect"
	"sync"

	xdraw "golang.org/x/image/draw"

	"cellshell/gpu/paint"
)

// image draws a picture into whole pixels, scaled by a cubic filter.
func (p *painter) image(op paint.Image) {
	s := newShape(op.Rect, op.Radius, p.scale)
	alpha := uint32(math.Max(0, math.Min(1, op.Alpha))*255 + 0.5)
	if op.Img == nil || s == (shape{}) || alpha == 0 || math.IsNaN(op.Alpha) {
		return
	}
	s.x0, s.y0, s.x1, s.y1 = math.Round(s.x0), math.Round(s.y0), math.Round(s.x1), math.Round(s.y1)
	area := s.bounds().Intersect(p.clip.bounds)
	if area.Empty() {
		return
	}
	src := p.r.images.scaled(op.Img, s.bounds(), p.dst.Rect)
	if src == nil {
		return
	}
	area = area.Intersect(src.Rect)
	for y := area.Min.Y; y < area.Max.Y; y++ {
		cover := p.full(area.Min.X, area.Max.X, y)
		s.cover(cover, area.Min.X, y)
		if alpha != 255 {
			for i, c := range cover {
				cover[i] = uint8((uint32(c)*alpha + 127) / 255)
			}
		}
		at := src.PixOffset(area.Min.X, y)
		mixRow(p.pixels(area.Min.X, area.Max.X, y), src.Pix[at:at+4*area.Dx()], cover)
	}
}

// images keeps the newest scaled pictures, so that the bands of one scene share them and the next scene has them still.
type images struct {
	mu   sync.Mutex
	kept []scaledImage // guarded by mu; newest last
}

type scaledImage struct {
	of   image.Image
	size image.Point
	pix  *image.RGBA // at 0,0
}

const maxImages = 16

// scaled is img stretched over to, cut to what is in view. A picture must not be changed once it was drawn.
func (c *images) scaled(img image.Image, to, view image.Rectangle) *image.RGBA {
	if img.Bounds().Empty() {
		return nil
	}
	if vast(to) {
		return Stretch(img, to, view) // not kept
	}
	known := identical(img)
	c.mu.Lock()
	defer c.mu.Unlock()
	if known {
		for _, k := range c.kept {
			if k.of == img && k.size == to.Size() {
				return shifted(k.pix, to.Min)
			}
		}
	}
	out := Stretch(img, image.Rectangle{Max: to.Size()}, view)
	if known {
		if len(c.kept) >= maxImages {
			c.kept = append(c.kept[:0], c.kept[1:]...)
		}
		c.kept = append(c.kept, scaledImage{img, to.Size(), out})
	}
	return shifted(out, to.Min)
}

// vast reports whether a picture is far larger than it can be seen.
func vast(r image.Rectangle) bool { return r.Dx()*r.Dy() > MaxPixels/4 }

// Stretch is a picture scaled to fill a rectangle of device pixels, by a cubic filter. Of a vast one it is only the part in
// view, by a quick filter.
func Stretch(img image.Image, to, view image.Rectangle) *image.RGBA {
	if vast(to) {
		out := image.NewRGBA(to.Intersect(view))
		xdraw.ApproxBiLinear.Transform(out, stretch(img.Bounds(), to), img, img.Bounds(), xdraw.Src, nil)
		return out
	}
	out := image.NewRGBA(to)
	if img.Bounds().Size() == to.Size() {
		xdraw.Draw(out, out.Rect, img, img.Bounds().Min, xdraw.Src)
	} else {
		xdraw.CatmullRom.Scale(out, out.Rect, img, img.Bounds(), xdraw.Src, nil)
	}
	return out
}

// identical reports whether a picture can be told from others by comparing.
func identical(img image.Image) bool {
	return img != nil && reflect.TypeOf(img).Kind() == reflect.Pointer
}

// shifted is the same pixels at another place.
func shifted(img *image.RGBA, to image.Point) *image.RGBA {
	moved := *img
	moved.Rect = image.Rectangle{Min: to, Max: to.Add(img.Rect.Size())}
	return &moved
}

func stretch(from, to image.Rectangle) [6]float64 {
	sx, sy := float64(to.Dx())/float64(from.Dx()), float64(to.Dy())/float64(from.Dy())
	return [6]float64{
		sx, 0, float64(to.Min.X) - sx*float64(from.Min.X),
		0, sy, float64(to.Min.Y) - sy*float64(from.Min.Y),
	}
}
