package evolve

import (
	"fmt"
	"image"
	"math"
	"strconv"
)

// difference is what a picture shows where it differs from the one before.
type difference struct {
	n                       int
	common                  [3]uint8 // the colour that most of it has
	seen, gone              map[[3]uint8]int
	lightBefore, lightAfter float64 // means
}

// nearness is how far the nearest colour that many of the changed pixels have now is from want, and had before: the largest
// difference of a channel.
func (d *difference) nearness(want [3]uint8) (now, before float64) {
	best := func(m map[[3]uint8]int) float64 {
		near := 255.0
		for c, n := range m {
			if n*40 >= d.n || n >= 40 { // not the fringe of a letter
				near = min(near, unlike(c, want))
			}
		}
		return near
	}
	return best(d.seen), best(d.gone)
}

// nears tells whether what changed is now about in the colour wanted, or far nearer to it than before.
func (d *difference) nears(want [3]uint8) bool {
	near, far := d.nearness(want)
	return near <= 64 || near <= far/2
}

func differing(was, is *image.RGBA, mask []Rect) int {
	if was == nil || is == nil {
		return 0
	}
	n := 0
	each(was, is, around(whole(was), whole(is)), mask, func(_, _ [3]uint8) { n++ })
	return n
}

// each calls f for the pixels of an area that differ by more than rounding. What only one of the pictures has differs.
func each(was, is *image.RGBA, in Rect, mask []Rect, f func(was, is [3]uint8)) {
	area := bounds(in).Intersect(was.Rect.Union(is.Rect))
	hidden := make([]image.Rectangle, 0, len(mask))
	for _, m := range mask {
		hidden = append(hidden, bounds(m))
	}
	for y := area.Min.Y; y < area.Max.Y; y++ {
	next:
		for x := area.Min.X; x < area.Max.X; x++ {
			p := image.Pt(x, y)
			var a, b [3]uint8
			inWas, inIs := p.In(was.Rect), p.In(is.Rect)
			if inWas {
				copy(a[:], was.Pix[was.PixOffset(x, y):])
			}
			if inIs {
				copy(b[:], is.Pix[is.PixOffset(x, y):])
			}
			if inWas == inIs && unlike(a, b) <= 2 {
				continue
			}
			for _, h := range hidden {
				if p.In(h) {
					continue next
				}
			}
			f(a, b)
		}
	}
}

// bounds are the pixels that a box touches.
func bounds(r Rect) image.Rectangle {
	return image.Rect(int(math.Floor(r.X)), int(math.Floor(r.Y)), int(math.Ceil(r.X+r.W)), int(math.Ceil(r.Y+r.H)))
}

func whole(img *image.RGBA) Rect { return Rect{W: float64(img.Rect.Dx()), H: float64(img.Rect.Dy())} }

// around is the smallest box around two, one of which may be empty.
func around(a, b Rect) Rect {
	switch {
	case a.Empty():
		return b
	case b.Empty():
		return a
	}
	x, y := min(a.X, b.X), min(a.Y, b.Y)
	return Rect{x, y, max(a.X+a.W, b.X+b.W) - x, max(a.Y+a.H, b.Y+b.H) - y}
}

func unlike(a, b [3]uint8) float64 {
	far := 0
	for i := range a {
		d := int(a[i]) - int(b[i])
		far = max(far, d, -d)
	}
	return float64(far)
}

func light(c [3]uint8) float64 {
	return 0.2126*float64(c[0]) + 0.7152*float64(c[1]) + 0.0722*float64(c[2])
}

func hexOf(c [3]uint8) string { return fmt.Sprintf("#%02x%02x%02x", c[0], c[1], c[2]) }

// rgb reads #rrggbb; a colour that is not opaque is none to compare with.
func rgb(hex string) (c [3]uint8, ok bool) {
	if len(hex) == len("#rrggbbaa") && hex[len("#rrggbb"):] != "ff" {
		return c, false
	}
	return channels(hex)
}

// channels reads the red, green and blue of #rrggbb[aa].
func channels(hex string) (c [3]uint8, ok bool) {
	if len(hex) != len("#rrggbb") && len(hex) != len("#rrggbbaa") || hex[0] != '#' {
		return c, false
	}
	v, err := strconv.ParseUint(hex[1:7], 16, 32)
	return [3]uint8{uint8(v >> 16), uint8(v >> 8), uint8(v)}, err == nil
}
