package body

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
)

// block is the side of the squares in which two pictures are compared, device pixels.
const block = 8

// compare paints over picture is, dimmed, where it differs from picture was: those places stand out and are framed. It
// returns how many places there are. Pictures of different size have nothing in common.
func compare(was, is image.Image, frame color.Color) (out []byte, places int, err error) {
	r := is.Bounds()
	dst := image.NewRGBA(r)
	draw.Draw(dst, r, is, r.Min, draw.Src)
	if was.Bounds().Size() == r.Size() {
		boxes := differences(was, is)
		places = len(boxes)
		draw.DrawMask(dst, r, image.NewUniform(color.Gray{0x60}), image.Point{}, image.NewUniform(color.Alpha{0x90}), image.Point{}, draw.Over)
		for _, b := range boxes {
			b = b.Inset(-3).Intersect(r)
			draw.Draw(dst, b, image.NewUniform(frame), image.Point{}, draw.Src)
			b = b.Inset(2)
			draw.Draw(dst, b, is, b.Min, draw.Src)
		}
	}
	var buf bytes.Buffer
	err = png.Encode(&buf, dst)
	return buf.Bytes(), places, err
}

// differences are the boxes around what differs between two pictures of one size: touching blocks are one place.
func differences(a, z image.Image) []image.Rectangle {
	r := z.Bounds()
	shift := a.Bounds().Min.Sub(r.Min)
	cols, rows := (r.Dx()+block-1)/block, (r.Dy()+block-1)/block
	differs := make([]bool, cols*rows)
	for y := range rows {
		for x := range cols {
			b := image.Rect(x*block, y*block, (x+1)*block, (y+1)*block).Add(r.Min).Intersect(r)
			differs[y*cols+x] = differ(a, z, b, shift)
		}
	}
	var out []image.Rectangle
	for i := range differs {
		if !differs[i] {
			continue
		}
		box := image.Rectangle{}
		stack := []int{i}
		differs[i] = false
		for len(stack) > 0 {
			k := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			x, y := k%cols, k/cols
			box = box.Union(image.Rect(x*block, y*block, (x+1)*block, (y+1)*block).Add(r.Min).Intersect(r))
			for ny := max(y-1, 0); ny <= min(y+1, rows-1); ny++ {
				for nx := max(x-1, 0); nx <= min(x+1, cols-1); nx++ {
					if n := ny*cols + nx; differs[n] {
						differs[n] = false
						stack = append(stack, n)
					}
				}
			}
		}
		out = append(out, box)
	}
	return out
}

// differ reports whether two pictures differ visibly in a block of z.
func differ(a, z image.Image, b image.Rectangle, shift image.Point) bool {
	const least = 24 << 8 // of a channel's 65535; less is dithering
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			r1, g1, b1, _ := a.At(x+shift.X, y+shift.Y).RGBA()
			r2, g2, b2, _ := z.At(x, y).RGBA()
			if apart(r1, r2) > least || apart(g1, g2) > least || apart(b1, b2) > least {
				return true
			}
		}
	}
	return false
}

func apart(a, z uint32) uint32 { return max(a, z) - min(a, z) }
