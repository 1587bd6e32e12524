// Package raster turns outlines into coverage (an anti-aliasing scan converter with a glyph cache): paths are flattened,
// strokes become outlines, glyphs are fitted to the pixel grid. All positions are device pixels, y downwards.
package raster

import (
	"image"
	"math"
)

// Point is a position in device pixels.
type Point struct{ X, Y float64 }

// Mask is a rectangle of coverage, 0 outside the shape to 255 inside. Bounds may be empty.
type Mask struct {
	Bounds image.Rectangle
	Pix    []uint8 // Bounds.Dx() to a row
}

// Row is the coverage of the row y, which must be inside Bounds.
func (m *Mask) Row(y int) []uint8 {
	w := m.Bounds.Dx()
	at := (y - m.Bounds.Min.Y) * w
	return m.Pix[at : at+w]
}

// limit bounds a position, so that no arithmetic on it overflows and none takes long.
const limit = 1 << 20

// Finite reports whether every number is one that can be drawn: not NaN, and less than a million from 0.
func Finite(v ...float64) bool {
	for _, f := range v {
		if !(f > -limit && f < limit) { // also false for NaN
			return false
		}
	}
	return true
}

// Filler makes masks. It keeps its buffer from one to the next, so it is for one goroutine.
type Filler struct {
	w, h  int
	area  []float32 // signed area added at each pixel, (w+1) to a row
	lo    []int32   // first touched column of each row
	hi    []int32   // after the last touched column
	moved image.Point
}

// Fill is the coverage of closed contours by the non-zero rule, within the given rectangle. Each pixel's value is the exact
// area the shape covers of it, as long as the shape does not cross itself there. A contour is closed by itself.
func (f *Filler) Fill(contours [][]Point, within image.Rectangle) Mask {
	b := boundsOf(contours).Intersect(within)
	if b.Empty() {
		return Mask{}
	}
	f.reset(b)
	for _, c := range contours {
		for i := range c {
			f.edge(c[i], c[(i+1)%len(c)])
		}
	}
	m := Mask{Bounds: b, Pix: make([]uint8, f.w*f.h)}
	for y := range f.h {
		f.sum(y, m.Pix[y*f.w:(y+1)*f.w])
	}
	return m
}

func (f *Filler) reset(b image.Rectangle) {
	f.w, f.h, f.moved = b.Dx(), b.Dy(), b.Min
	n := (f.w + 1) * f.h
	if cap(f.area) < n {
		f.area = make([]float32, n)
	} else {
		f.area = f.area[:n]
		clear(f.area)
	}
	f.lo, f.hi = f.lo[:0], f.hi[:0]
	for range f.h {
		f.lo, f.hi = append(f.lo, int32(f.w)), append(f.hi, 0)
	}
}

// sum integrates a row's areas from left to right, which gives the coverage.
func (f *Filler) sum(y int, dst []uint8) {
	row := f.area[y*(f.w+1):]
	var acc float32
	lo, hi := int(f.lo[y]), min(int(f.hi[y]), f.w)
	for x := lo; x < hi; x++ {
		acc += row[x]
		dst[x] = toByte(acc)
	}
	if c := toByte(acc); c != 0 && hi > lo {
		for x := hi; x < f.w; x++ {
			dst[x] = c
		}
	}
}

func toByte(area float32) uint8 {
	if area < 0 {
		area = -area
	}
	if area >= 1 {
		return 255
	}
	return uint8(area*255 + 0.5)
}

// edge adds one side of a contour. What is left of the rectangle counts as its left border; what is right of it, or above
// or below, has no effect inside.
func (f *Filler) edge(a, b Point) {
	a.X, a.Y, b.X, b.Y = a.X-float64(f.moved.X), a.Y-float64(f.moved.Y), b.X-float64(f.moved.X), b.Y-float64(f.moved.Y)
	dir := float32(1)
	if a.Y > b.Y {
		a, b, dir = b, a, -1
	}
	h, w := float64(f.h), float64(f.w)
	if a.Y == b.Y || b.Y <= 0 || a.Y >= h {
		return
	}
	slope := (b.X - a.X) / (b.Y - a.Y)
	if a.Y < 0 {
		a.X, a.Y = a.X-a.Y*slope, 0
	}
	if b.Y > h {
		b.X, b.Y = b.X-(b.Y-h)*slope, h
	}
	for _, x := range [2]float64{0, w} { // cut where it crosses a border
		if (a.X < x) != (b.X < x) && a.X != x && b.X != x {
			mid := Point{x, a.Y + (x-a.X)/slope}
			mid.Y = math.Max(a.Y, math.Min(b.Y, mid.Y))
			if (a.X < b.X) == (x == 0) { // the part outside is the first one
				f.inside(a, mid, dir)
				a = mid
			} else {
				f.inside(mid, b, dir)
				b = mid
			}
		}
	}
	f.inside(a, b, dir)
}

// inside adds an edge that is wholly left of, within or right of the rectangle.
func (f *Filler) inside(a, b Point, dir float32) {
	w := float64(f.w)
	if b.Y <= a.Y || math.Min(a.X, b.X) >= w {
		return
	}
	if math.Max(a.X, b.X) <= 0 {
		a.X, b.X = 0, 0
	}
	slope := (b.X - a.X) / (b.Y - a.Y)
	x := a.X
	last := min(int(math.Ceil(b.Y)), f.h)
	for y := int(a.Y); y < last; y++ {
		dy := math.Min(float64(y+1), b.Y) - math.Max(float64(y), a.Y)
		next := x + dy*slope
		f.step(y, x, next, float32(dy)*dir)
		x = next
	}
}

// step adds the part of an edge inside the row y, going from x0 to x1 and covering d of its height.
func (f *Filler) step(y int, x0, x1 float64, d float32) {
	if x0 > x1 {
		x0, x1 = x1, x0
	}
	x0, x1 = math.Max(0, x0), math.Min(float64(f.w), x1)
	first, end := int(x0), int(math.Ceil(x1))
	row := f.area[y*(f.w+1) : (y+1)*(f.w+1)]
	f.lo[y] = min(f.lo[y], int32(first))
	f.hi[y] = max(f.hi[y], int32(max(end, first+1)+1))
	if end <= first+1 { // within one pixel
		first = min(first, f.w)
		right := d * float32((x0+x1)/2-float64(first)) // the part that counts from the next pixel on
		row[first] += d - right
		if first < f.w {
			row[first+1] += right
		}
		return
	}
	// A trapezium over several pixels: what each pixel gains is the difference of the areas right of the edge.
	per := 1 / (x1 - x0)
	var before float64
	for i := first; i < end; i++ {
		l, r := math.Max(x0, float64(i)), math.Min(x1, float64(i+1))
		part := (r - l) * per                    // of the edge's height inside this pixel
		done := (l - x0) * per                   // of it left of this pixel
		mean := (l + r) / 2                      // where it crosses, on average
		cover := done + part*(float64(i+1)-mean) // of this pixel, right of the edge
		row[i] += d * float32(cover-before)
		before = cover
	}
	row[end] += d * float32(1-before)
}

func boundsOf(contours [][]Point) image.Rectangle {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, c := range contours {
		for _, p := range c {
			x0, x1 = math.Min(x0, p.X), math.Max(x1, p.X)
			y0, y1 = math.Min(y0, p.Y), math.Max(y1, p.Y)
		}
	}
	if !Finite(x0, y0, x1, y1) {
		return image.Rectangle{}
	}
	return image.Rect(int(math.Floor(x0)), int(math.Floor(y0)), int(math.Ceil(x1)), int(math.Ceil(y1)))
}
