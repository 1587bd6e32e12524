package soft

import (
	"math"
	"sync"

	"cellshell/gpu/paint"
)

// MaxBlur bounds a standard deviation, device pixels.
const MaxBlur = 128

// Reach is how far a blur of the standard deviation sigma spreads, device pixels.
func Reach(sigma float64) int {
	if !(sigma > 0) {
		return 0
	}
	return int(math.Ceil(3 * min(sigma, MaxBlur)))
}

// shadow draws a shape's shadow outside the shape.
func (p *painter) shadow(s shape, sh paint.Shadow) {
	dx, dy, sigma := sh.DX*p.scale, sh.DY*p.scale, min(sh.Blur*p.scale, MaxBlur)
	cast := s.inset(-sh.Spread * p.scale)
	cast.x0, cast.x1, cast.y0, cast.y1 = cast.x0+dx, cast.x1+dx, cast.y0+dy, cast.y1+dy
	if cast == (shape{x0: dx, x1: dx, y0: dy, y1: dy}) || !(math.Abs(dx)+math.Abs(dy) < 1<<19) {
		return
	}
	if sigma > 0 {
		// What is blurred may be moved to whole pixels unseen, and then all shadows of a size are one.
		cast.x0, cast.x1, cast.y0, cast.y1 = math.Round(cast.x0), math.Round(cast.x1), math.Round(cast.y0), math.Round(cast.y1)
	}
	far := Reach(sigma)
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

// corner is the upper left quarter of a blurred shape: coverage from -far to the middle on both axes, taken every grain
// pixels. A wide blur is so smooth that what lies between needs no computing.
type corner struct {
	n, m  int // columns and rows
	far   int // pixels
	grain int // pixels
	pix   []uint8
}

func (c *shadows) get(s shape, sigma float64) *corner {
	far := Reach(sigma)
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
	c.grain = 1 + max(int(k.sigma)/16, max(c.n, c.m)/640)
	if c.grain > 1 {
		c.n, c.m = c.n/c.grain+2, c.m/c.grain+2
	}
	rows := make([][]float32, (k.h+c.grain-1)/c.grain)
	before := math.NaN()
	for i := range rows { // the rows of the straight part are alike
		in := s.edge((float64(i) + 0.5) * float64(c.grain))
		if in == before {
			rows[i] = rows[i-1]
			continue
		}
		rows[i], before = c.bell(in, float64(k.w)-in, k.sigma), in
	}
	c.pix = make([]uint8, c.n*c.m)
	weights := columnWeights(far, c.grain, k.sigma)
	half := len(weights) / 2
	sum := make([]float32, c.n)
	for y := range c.m {
		clear(sum)
		for i, weight := range weights {
			from := y - far/c.grain + i - half
			if from < 0 || from >= len(rows) {
				continue
			}
			for x, v := range rows[from] {
				sum[x] += weight * v
			}
		}
		for x, v := range sum {
			c.pix[y*c.n+x] = uint8(min(v, 1)*255 + 0.5)
		}
	}
	return c
}

// columnWeights are the parts of a bell in steps of grain pixels.
func columnWeights(far, grain int, sigma float64) []float32 {
	half := (far + grain - 1) / grain
	out := make([]float32, 2*half+1)
	for i := range out {
		d := float64(i-half) * float64(grain)
		g := float64(grain) / 2
		out[i] = float32(phi((d+g)/sigma) - phi((d-g)/sigma))
	}
	return out
}

// edge is how far from the left side the shape begins at a height below its top.
func (s shape) edge(y float64) float64 {
	dy := math.Max(s.r-y, y-(s.y1-s.r))
	if dy <= 0 {
		return 0
	}
	return s.r - math.Sqrt(math.Max(0, s.r*s.r-dy*dy))
}

// bell is a row that is 1 from lo to hi, blurred.
func (c *corner) bell(lo, hi, sigma float64) []float32 {
	out := make([]float32, c.n)
	first := float64(-c.far/c.grain*c.grain) + float64(c.grain)/2
	for i := range out {
		x := first + float64(i*c.grain)
		out[i] = float32(phi((x-lo)/sigma) - phi((x-hi)/sigma))
	}
	return out
}

// phi is the part of a normal distribution below z.
func phi(z float64) float64 { return 0.5 * math.Erfc(-z/math.Sqrt2) }

// row writes the coverage of the row y, beginning at the column x0.
func (c *corner) row(dst []uint8, s shape, x0, y int) {
	v := min(y-int(s.y0), int(s.y1)-1-y) + c.far
	if v < 0 {
		clear(dst)
		return
	}
	if c.grain > 1 {
		c.between(dst, s, x0, v)
		return
	}
	v = min(v, c.m-1)
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

// between is row for a coarse corner: v pixels below its top.
func (c *corner) between(dst []uint8, s shape, x0, v int) {
	top, fv := c.cell(v, c.m)
	upper, lower := c.pix[top*c.n:(top+1)*c.n], c.pix[(top+1)*c.n:(top+2)*c.n]
	left, right := int(s.x0)-c.far, int(s.x1)-1+c.far
	for i := range dst {
		u := min(x0+i-left, right-x0-i)
		if u < 0 {
			dst[i] = 0
			continue
		}
		at, fu := c.cell(u, c.n)
		a := float32(upper[at])*(1-fu) + float32(upper[at+1])*fu
		b := float32(lower[at])*(1-fu) + float32(lower[at+1])*fu
		dst[i] = uint8(a*(1-fv) + b*fv + 0.5)
	}
}

// cell is the grain before a pixel and how far it is to the next, 0 to 1.
func (c *corner) cell(pixel, n int) (int, float32) {
	f := (float32(pixel-c.far+c.far/c.grain*c.grain) + 0.5) / float32(c.grain)
	f = max(0, min(f-0.5, float32(n-1)-0.001))
	return int(f), f - float32(int(f))
}
