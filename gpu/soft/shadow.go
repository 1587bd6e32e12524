package soft

import (
	"math"
	"sync"

	"cellshell/gpu/paint"
)

// maxBlur bounds a standard deviation, device pixels.
const maxBlur = 128

// reach is how far a blur of the standard deviation sigma spreads, device pixels.
func reach(sigma float64) int {
	if !(sigma > 0) {
		return 0
	}
	return int(math.Ceil(3 * min(sigma, maxBlur)))
}

// shadow draws a shape's shadow outside the shape.
func (p *painter) shadow(s shape, sh paint.Shadow) {
	dx, dy, sigma := sh.DX*p.scale, sh.DY*p.scale, min(sh.Blur*p.scale, maxBlur)
	cast := s.inset(-sh.Spread * p.scale)
	cast.x0, cast.x1, cast.y0, cast.y1 = cast.x0+dx, cast.x1+dx, cast.y0+dy, cast.y1+dy
	if cast == (shape{x0: dx, x1: dx, y0: dy, y1: dy}) || !(math.Abs(dx)+math.Abs(dy) < 1<<19) {
		return
	}
	if sigma > 0 {
		// What is blurred may be moved to whole pixels unseen, and then all shadows of a size are one.
		cast.x0, cast.x1, cast.y0, cast.y1 = math.Round(cast.x0), math.Round(cast.x1), math.Round(cast.y0), math.Round(cast.y1)
	}
	far := reach(sigma)
	area := cast.bounds().Inset(-far).Intersect(p.clip.bounds)
	if area.Empty() {
		return
	}
	var corner *corner
	if sigma > 0 {
		corner = p.r.shadows.get(cast, sigma)
	}
	src := premultiplied(sh.Color)
	cover := make([]uint8, area.Dx())
	for y := area.Min.Y; y < area.Max.Y; y++ {
		hideFrom, hideTo := s.solid(y)
		hideFrom, hideTo = max(hideFrom, area.Min.X), min(hideTo, area.Max.X)
		if hideFrom <= area.Min.X && hideTo >= area.Max.X {
			continue
		}
		if corner != nil {
			corner.row(cover, cast, area.Min.X, y)
		} else {
			for i := range cover {
				cover[i] = 255
			}
			cast.cover(cover, area.Min.X, y)
		}
		if hideTo > hideFrom {
			clear(cover[hideFrom-area.Min.X : hideTo-area.Min.X])
		}
		p.clip.cover(cover, area.Min.X, y)
		coverRow(p.pixels(area.Min.X, area.Max.X, y), cover, src)
	}
}

// shadows is a cache of blurred corners.
type shadows struct {
	mu   sync.Mutex
	kept map[cornerKey]*corner // guarded by mu
}

type cornerKey struct {
	w, h     int // of a quarter of the shape, as far as the blur sees; pixels
	r, sigma float64
}

// corner is the upper left quarter of a blurred shape: coverage from -far to the middle on both axes.
type corner struct {
	n, m int // columns and rows
	far  int
	pix  []uint8
}

func (c *shadows) get(s shape, sigma float64) *corner {
	far := reach(sigma)
	w, h := int(s.x1-s.x0), int(s.y1-s.y0)
	// Beyond the round and the reach of the blur a side looks the same all along.
	see := int(math.Ceil(s.r)) + 2*far
	k := cornerKey{w: min(w, 2*see), h: min(h, 2*see), r: s.r, sigma: sigma}
	c.mu.Lock()
	defer c.mu.Unlock()
	if got, ok := c.kept[k]; ok {
		return got
	}
	if c.kept == nil || len(c.kept) > 256 {
		c.kept = map[cornerKey]*corner{}
	}
	got := blurCorner(k, far)
	c.kept[k] = got
	return got
}

// blurCorner convolves a rounded rectangle with a Gaussian: along rows exactly, by the integral of the bell over each row's
// extent, along columns by a sum over rows.
func blurCorner(k cornerKey, far int) *corner {
	s := shape{0, 0, float64(k.w), float64(k.h), k.r}
	c := &corner{n: far + (k.w+1)/2, m: far + (k.h+1)/2, far: far}
	c.pix = make([]uint8, c.n*c.m)
	rows := make([][]float32, k.h)
	for y := range rows { // the shape's rows are alike in its straight part
		if in := s.edge(y); y > 0 && in == s.edge(y-1) {
			rows[y] = rows[y-1]
		} else {
			rows[y] = bell(c.n, far, in, float64(k.w)-in, k.sigma)
		}
	}
	weights := make([]float32, 2*far+1)
	for i := range weights {
		d := float64(i - far)
		weights[i] = float32(phi((d+0.5)/k.sigma) - phi((d-0.5)/k.sigma))
	}
	sum := make([]float32, c.n)
	for y := range c.m {
		clear(sum)
		for i, weight := range weights {
			from := y - far + i - far
			if from < 0 || from >= k.h {
				continue
			}
			for x, v := range rows[from] {
				sum[x] += weight * v
			}
		}
		for x, v := range sum {
			c.pix[y*c.n+x] = uint8(v*255 + 0.5)
		}
	}
	return c
}

// edge is how far from the left side the row y begins.
func (s shape) edge(y int) float64 {
	cy := float64(y) + 0.5
	dy := math.Max(s.r-cy, cy-(s.y1-s.r))
	if dy <= 0 {
		return 0
	}
	return s.r - math.Sqrt(math.Max(0, s.r*s.r-dy*dy))
}

// bell is a row that is 1 from lo to hi, blurred; the first column is at -far.
func bell(n, far int, lo, hi, sigma float64) []float32 {
	out := make([]float32, n)
	for i := range out {
		x := float64(i-far) + 0.5
		out[i] = float32(phi((x-lo)/sigma) - phi((x-hi)/sigma))
	}
	return out
}

// phi is the part of a normal distribution below z.
func phi(z float64) float64 { return 0.5 * math.Erfc(-z/math.Sqrt2) }

// row writes the coverage of the row y, beginning at the column x0.
func (c *corner) row(dst []uint8, s shape, x0, y int) {
	top, bottom := y-int(s.y0)+c.far, int(s.y1)-1-y+c.far
	v := min(top, bottom, c.m-1)
	if v < 0 {
		clear(dst)
		return
	}
	pix := c.pix[v*c.n : (v+1)*c.n]
	left, right := int(s.x0)-c.far, int(s.x1)-1+c.far
	for i := range dst {
		u := min(x0+i-left, right-x0-i, c.n-1)
		if u < 0 {
			dst[i] = 0
			continue
		}
		dst[i] = pix[u]
	}
}
