package body

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"image/jpeg"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"cellshell/gpu/soft"
)

// A timeline shows many states at once, each by a picture so small that dozens are sent in one answer. They are made of the
// pictures when somebody asks, and kept beside them.
const (
	thumbPart    = 5 // pixels of a picture, across and down, that become one
	maxThumbs    = 24
	thumbQuality = 82
)

type thumbLine struct {
	N   int    `json:"n"`
	JPG []byte `json:"jpg"`
}

// historyThumbs answers with the small pictures of some changes, their numbers separated by commas. Those without one are
// left out.
func (b *Body) historyThumbs(numbers string) (json.RawMessage, error) {
	out := struct {
		Thumbs []thumbLine `json:"thumbs"`
	}{Thumbs: []thumbLine{}}
	for i, text := range strings.Split(numbers, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(text))
		if err != nil || i >= maxThumbs {
			return nil, fmt.Errorf("history: thumbs wants at most %d numbers of changes, as in 7,8,9", maxThumbs)
		}
		c, err := b.commits(n, 1)
		if err != nil {
			return nil, err
		}
		if jpg := b.thumb(c[0]); jpg != nil {
			out.Thumbs = append(out.Thumbs, thumbLine{n, jpg})
		}
	}
	keepNewest(filepath.Join(b.pictures.dir, "*.jpg"), maxPictures)
	return json.Marshal(out)
}

// thumb is the small picture of a change, nil when there is none.
func (b *Body) thumb(hash string) []byte {
	path := strings.TrimSuffix(b.picturePath(hash), ".png") + ".jpg"
	if data, err := os.ReadFile(path); err == nil {
		return data
	}
	img, err := decodePNG(b.picture(hash))
	if err != nil {
		return nil
	}
	small := image.Rectangle{Max: img.Bounds().Size().Div(thumbPart)}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, soft.Stretch(img, small, small), &jpeg.Options{Quality: thumbQuality}); err != nil {
		return nil
	}
	if err := writeFile(path, out.Bytes()); err != nil {
		b.log.Debug("a small picture is made anew each time", "err", err)
	}
	return out.Bytes()
}
