package fonts

import (
	"bytes"
	"image"
	_ "image/jpeg" // sbix fonts may hold either
	"image/png"

	"github.com/go-text/typesetting/font"
)

// Picture is a glyph that is an image in its font, as emoji are. X and Y are the place of its upper left corner from the
// origin on the baseline, Y upwards; all are fractions of the size.
type Picture struct {
	Img        image.Image
	X, Y, W, H float64
}

// maxPicture bounds one side of a picture, pixels: fonts have about 136.
const maxPicture = 1024

// PictureOf decodes the largest picture a face has for a glyph; false when it has none. Every call decodes anew.
func PictureOf(id string, gid uint32) (Picture, bool) {
	e := load(id)
	if e == nil {
		return Picture{}, false
	}
	e.mu.Lock()
	bitmap, ok := e.face.GlyphDataBitmap(font.GID(gid))
	box, boxed := e.face.GlyphExtents(font.GID(gid))
	e.mu.Unlock()
	if !ok || !boxed || box.Width <= 0 || box.Height >= 0 {
		return Picture{}, false
	}
	if c, err := png.DecodeConfig(bytes.NewReader(bitmap.Data)); bitmap.Format == font.PNG && (err != nil || c.Width > maxPicture || c.Height > maxPicture) {
		return Picture{}, false
	}
	if bitmap.Format != font.PNG && bitmap.Format != font.JPG || bitmap.Width > maxPicture || bitmap.Height > maxPicture {
		return Picture{}, false
	}
	img, _, err := image.Decode(bytes.NewReader(bitmap.Data))
	if err != nil {
		return Picture{}, false
	}
	em := e.metrics.UnitsPerEm
	return Picture{
		Img: img,
		X:   float64(box.XBearing) / em, Y: float64(box.YBearing) / em, W: float64(box.Width) / em, H: -float64(box.Height) / em,
	}, true
}
