// Package apng writes animated PNG files (an encoder): each picture holds only the rectangle that changed, in it only the pixels
// that did.
package apng

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/png"
	"io"
	"time"
)

// Film is a film in the making. The zero value is ready; it is for one goroutine.
type Film struct {
	size   image.Rectangle
	last   *image.RGBA
	frames []frame
}

type frame struct {
	cut   *image.NRGBA // compressed only in the end: it takes longer than a picture is seen
	delay time.Duration
}

// Add shows a picture at the end of the film. It is opaque, as large as those before, and may change after.
func (f *Film) Add(img *image.RGBA, delay time.Duration) error {
	if f.last == nil {
		f.size, f.last = img.Rect, image.NewRGBA(img.Rect)
	}
	if img.Rect != f.size {
		return fmt.Errorf("apng: a picture of %v in a film of %v", img.Rect, f.size)
	}
	cut := f.cut(img)
	if cut == nil { // as before, only longer
		f.frames[len(f.frames)-1].delay += delay
		return nil
	}
	f.frames = append(f.frames, frame{cut, delay})
	copy(f.last.Pix, img.Pix)
	return nil
}

// Stay shows the newest picture for longer.
func (f *Film) Stay(d time.Duration) {
	if n := len(f.frames); n > 0 {
		f.frames[n-1].delay += d
	}
}

// Len is the number of pictures.
func (f *Film) Len() int { return len(f.frames) }

// cut is the rectangle of a picture that differs from the last, transparent where it does not. Nil when nothing does.
func (f *Film) cut(img *image.RGBA) *image.NRGBA {
	if len(f.frames) == 0 {
		out := image.NewNRGBA(img.Rect)
		copy(out.Pix, img.Pix)
		return out
	}
	var box image.Rectangle
	for y := img.Rect.Min.Y; y < img.Rect.Max.Y; y++ {
		a, b := img.Pix[img.PixOffset(img.Rect.Min.X, y):][:4*img.Rect.Dx()], f.last.Pix[f.last.PixOffset(img.Rect.Min.X, y):][:4*img.Rect.Dx()]
		if bytes.Equal(a, b) {
			continue
		}
		from, to := 0, len(a)
		for a[from] == b[from] {
			from++
		}
		for a[to-1] == b[to-1] {
			to--
		}
		box = box.Union(image.Rect(img.Rect.Min.X+from/4, y, img.Rect.Min.X+(to+3)/4, y+1))
	}
	if box.Empty() {
		return nil
	}
	out := image.NewNRGBA(box)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		a, b := img.Pix[img.PixOffset(box.Min.X, y):], f.last.Pix[f.last.PixOffset(box.Min.X, y):]
		row := out.Pix[out.PixOffset(box.Min.X, y):][:4*box.Dx()]
		for i := 0; i < len(row); i += 4 {
			if !bytes.Equal(a[i:i+4], b[i:i+4]) {
				copy(row[i:i+4], a[i:i+4])
			}
		}
	}
	return out
}

// withAlpha is a picture that is stored with its opacity, whether it has any or not: all of a film must be stored alike.
type withAlpha struct{ *image.NRGBA }

func (withAlpha) Opaque() bool { return false }

// compress is the image data of a picture as PNG holds it.
func compress(img *image.NRGBA) ([]byte, error) {
	var b bytes.Buffer
	e := png.Encoder{CompressionLevel: png.BestCompression}
	if err := e.Encode(&b, withAlpha{img}); err != nil {
		return nil, err
	}
	var out []byte
	err := Chunks(b.Bytes(), func(kind string, data []byte) error {
		if kind == "IDAT" {
			out = append(out, data...)
		}
		return nil
	})
	return out, err
}

const signature = "\x89PNG\r\n\x1a\n"

// Chunks calls for each part of a PNG file.
func Chunks(file []byte, f func(kind string, data []byte) error) error {
	if !bytes.HasPrefix(file, []byte(signature)) {
		return errors.New("apng: no PNG file")
	}
	for file = file[len(signature):]; len(file) > 0; {
		if len(file) < 12 {
			return io.ErrUnexpectedEOF
		}
		n := int(binary.BigEndian.Uint32(file))
		if n < 0 || n > len(file)-12 {
			return io.ErrUnexpectedEOF
		}
		if sum := crc32.ChecksumIEEE(file[4 : 8+n]); sum != binary.BigEndian.Uint32(file[8+n:]) {
			return fmt.Errorf("apng: a part %q whose sum is wrong", file[4:8])
		}
		if err := f(string(file[4:8]), file[8:8+n]); err != nil {
			return err
		}
		file = file[12+n:]
	}
	return nil
}

// Encode writes the film; it begins again at its end. The file is a PNG of the first picture to whom films mean nothing.
func (f *Film) Encode(w io.Writer) error {
	if len(f.frames) == 0 {
		return errors.New("apng: a film without a picture")
	}
	out := []byte(signature)
	number := uint32(0) // of the parts that belong to the film
	next := func(data []byte) []byte {
		number++
		return append(binary.BigEndian.AppendUint32(nil, number-1), data...)
	}
	head := words(f.size.Dx(), f.size.Dy())
	out = part(out, "IHDR", append(head, 8, 6, 0, 0, 0))
	out = part(out, "acTL", words(len(f.frames), 0))
	for i, q := range f.frames {
		data, err := compress(q.cut)
		if err != nil {
			return err
		}
		at := q.cut.Rect
		control := words(at.Dx(), at.Dy(), at.Min.X-f.size.Min.X, at.Min.Y-f.size.Min.Y)
		control = binary.BigEndian.AppendUint16(control, uint16(min(max(q.delay.Milliseconds(), 1), 65535)))
		control = binary.BigEndian.AppendUint16(control, 1000)
		control = append(control, 0, 1) // leave it, and lay the next over it
		out = part(out, "fcTL", next(control))
		if i == 0 {
			out = part(out, "IDAT", data)
		} else {
			out = part(out, "fdAT", next(data))
		}
	}
	_, err := w.Write(part(out, "IEND", nil))
	return err
}

func words(v ...int) (out []byte) {
	for _, n := range v {
		out = binary.BigEndian.AppendUint32(out, uint32(n))
	}
	return out
}

func part(out []byte, kind string, data []byte) []byte {
	out = binary.BigEndian.AppendUint32(out, uint32(len(data)))
	from := len(out)
	out = append(append(out, kind...), data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[from:]))
}
