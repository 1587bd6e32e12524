package apng

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/draw"
	"image/png"
	"time"
)

// picture is one picture of a film, whole.
type picture struct {
	image *image.RGBA
	delay time.Duration
}

// maxPixels bounds the pictures of a film that is decoded, all together.
const maxPixels = 1 << 29

// decode reads a film as Film writes it, and calls for each picture, which is good until the call ends. It returns how many the file says
// it holds.
func decode(file []byte, each func(i int, p picture)) (int, error) {
	var screen *image.RGBA
	var control []byte
	var data bytes.Buffer
	said, seen, spent := 0, 0, 0
	flush := func() error {
		if control == nil {
			return nil
		}
		if screen == nil {
			return errors.New("apng: a picture before the size of all")
		}
		at := func(i int) int { return int(binary.BigEndian.Uint32(control[4+4*i:])) }
		r := image.Rect(at(2), at(3), at(2)+at(0), at(3)+at(1))
		if spent += at(0) * at(1); r.Empty() || !r.In(screen.Rect) || spent > maxPixels {
			return errors.New("apng: a picture outside the film")
		}
		one := part([]byte(signature), "IHDR", append(words(at(0), at(1)), 8, 6, 0, 0, 0))
		one = part(part(one, "IDAT", data.Bytes()), "IEND", nil)
		img, err := png.Decode(bytes.NewReader(one))
		if err != nil {
			return err
		}
		draw.Draw(screen, r, img, image.Point{}, draw.Over)
		each(seen, picture{image: screen, delay: time.Duration(binary.BigEndian.Uint16(control[20:])) * time.Millisecond})
		seen++
		control = nil
		data.Reset()
		return nil
	}
	err := Chunks(file, func(kind string, b []byte) error {
		switch kind {
		case "IHDR":
			if len(b) != 13 || b[8] != 8 || b[9] != 6 {
				return errors.New("apng: not 8 bits a channel with opacity")
			}
			w, h := binary.BigEndian.Uint32(b), binary.BigEndian.Uint32(b[4:])
			if w == 0 || h == 0 || w > 1<<14 || h > 1<<14 || w*h > maxPixels/8 {
				return errors.New("apng: a film of no size or too large")
			}
			screen = image.NewRGBA(image.Rect(0, 0, int(w), int(h)))
		case "acTL":
			if len(b) != 8 {
				return errors.New("apng: a wrong acTL")
			}
			said = int(binary.BigEndian.Uint32(b))
		case "fcTL":
			if len(b) != 26 {
				return errors.New("apng: a wrong fcTL")
			}
			if err := flush(); err != nil {
				return err
			}
			control = b
		case "IDAT":
			data.Write(b)
		case "fdAT":
			if len(b) < 4 {
				return errors.New("apng: a wrong fdAT")
			}
			data.Write(b[4:])
		}
		return nil
	})
	if err == nil {
		err = flush()
	}
	if err == nil && seen != said {
		err = errors.New("apng: the film holds another number of pictures than it says")
	}
	return said, err
}
