package pane

import (
	"errors"
	"image"

	"github.com/jezek/xgb/xproto"
)

// maxRequest bounds the pixels of one request, bytes: what a server takes at least is 256 KB less a header.
const maxRequest = 250_000

var errGone = errors.New("pane: the window is gone")

// Put shows an area of a picture at the same place in the window, its opacity left out. It returns when the display has it.
func (p *Pane) Put(img *image.RGBA, area image.Rectangle) error {
	area = area.Intersect(img.Rect)
	if p.gone.Load() {
		return errGone
	}
	if area.Empty() {
		return nil
	}
	rows := max(maxRequest/(4*area.Dx()), 1)
	for y := area.Min.Y; y < area.Max.Y; y += rows {
		part := image.Rect(area.Min.X, y, area.Max.X, min(y+rows, area.Max.Y))
		p.rows = turned(p.rows[:0], img, part)
		put := xproto.PutImage
		if part.Max.Y == area.Max.Y {
			put = xproto.PutImageChecked
		}
		sent := put(p.c, xproto.ImageFormatZPixmap, p.window, p.gc, uint16(part.Dx()), uint16(part.Dy()), int16(part.Min.X), int16(part.Min.Y), 0, p.depth, p.rows)
		if part.Max.Y == area.Max.Y {
			return sent.Check()
		}
	}
	return nil
}

// turned appends the pixels of a part of a picture as the display wants them.
func turned(to []byte, img *image.RGBA, part image.Rectangle) []byte {
	for y := part.Min.Y; y < part.Max.Y; y++ {
		row := img.Pix[img.PixOffset(part.Min.X, y):img.PixOffset(part.Max.X, y)]
		for i := 0; i+4 <= len(row); i += 4 {
			to = append(to, row[i+2], row[i+1], row[i], 255)
		}
	}
	return to
}
