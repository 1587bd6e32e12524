package raster_test

import (
	"image"
	"math"
	"testing"

	"cellshell/gpu/raster"
	"cellshell/internal/fonts"
)

// total is the area a mask covers, pixels.
func total(m raster.Mask) (sum float64) {
	for _, p := range m.Pix {
		sum += float64(p) / 255
	}
	return sum
}

func circle(x, y, r float64, n int) []raster.Point {
	var c []raster.Point
	for i := range n {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		c = append(c, raster.Point{X: x + r*cos, Y: y + r*sin})
	}
	return c
}

func TestFillCoversTheArea(t *testing.T) {
	whole := image.Rect(-1000, -1000, 1000, 1000)
	even := []raster.Point{{X: 1, Y: 2}, {X: 11, Y: 2}, {X: 11, Y: 7}, {X: 1, Y: 7}}
	square := []raster.Point{{X: 1.5, Y: 2.5}, {X: 11.5, Y: 2.5}, {X: 11.5, Y: 8}, {X: 1.5, Y: 8}}
	tests := []struct {
		name     string
		contours [][]raster.Point
		within   image.Rectangle
		want     float64
	}{
		{"a rectangle", [][]raster.Point{square}, whole, 55},
		{"the same twice", [][]raster.Point{even, even}, whole, 50},
		{"a circle", [][]raster.Point{circle(30, 30, 20, 400)}, whole, math.Pi * 400},
		{"a ring", [][]raster.Point{circle(30, 30, 20, 400), reverse(circle(30, 30, 10, 400))}, whole, math.Pi * 300},
		{"the right half of a circle", [][]raster.Point{circle(30, 30, 20, 400)}, image.Rect(30, 0, 100, 100), math.Pi * 200},
		{"the left half of a circle", [][]raster.Point{circle(30, 30, 20, 400)}, image.Rect(0, 0, 30, 100), math.Pi * 200},
		{"a quarter of a circle", [][]raster.Point{circle(30, 30, 20, 400)}, image.Rect(30, 30, 100, 100), math.Pi * 100},
		{"a wedge through all borders", [][]raster.Point{{{X: -500, Y: -500}, {X: 600, Y: 600}, {X: -500, Y: 600}}}, image.Rect(0, 0, 50, 50), 1250},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var f raster.Filler
			for range 2 { // with a fresh buffer and with a used one
				if got := total(f.Fill(tt.contours, tt.within)); math.Abs(got-tt.want) > 0.004*tt.want {
					t.Errorf("covers %.2f pixels, want %.2f", got, tt.want)
				}
			}
		})
	}
}

func reverse(c []raster.Point) []raster.Point {
	out := make([]raster.Point, 0, len(c))
	for i := range c {
		out = append(out, c[len(c)-1-i])
	}
	return out
}

func TestStrokeIsAsWideAsThePen(t *testing.T) {
	whole := image.Rect(-1000, -1000, 1000, 1000)
	line := []raster.Point{{X: 10, Y: 10}, {X: 110, Y: 60}}
	length := math.Hypot(100, 50)
	zigzag := []raster.Point{{X: 0, Y: 0}, {X: 50, Y: 0}, {X: 0, Y: 0.001}, {X: 50, Y: 0.002}}
	tests := []struct {
		name   string
		line   []raster.Point
		closed bool
		butt   bool
		width  float64
		want   float64
	}{
		{"round ends", line, false, false, 6, length*6 + math.Pi*9},
		{"cut ends", line, false, true, 6, length * 6},
		{"a closed circle", circle(100, 100, 50, 300), true, false, 4, math.Pi * (52*52 - 48*48)},
		{"a dot", []raster.Point{{X: 5, Y: 5}}, false, false, 10, math.Pi * 25},
		{"back and forth", zigzag, false, false, 10, 500 + math.Pi*25},
		{"a tight bend", circle(50, 50, 2, 40), true, false, 10, math.Pi * 49},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var f raster.Filler
			m := f.Fill(raster.Stroke([][]raster.Point{tt.line}, []bool{tt.closed}, tt.width, tt.butt), whole)
			if got := total(m); math.Abs(got-tt.want) > 0.016*tt.want {
				t.Errorf("covers %.2f pixels, want %.2f", got, tt.want)
			}
		})
	}
}

// At text sizes the flat tops and bottoms of letters are sharp: their rows are dark, the rows next to them empty.
func TestLettersStandOnPixels(t *testing.T) {
	var g raster.Glyphs
	for _, size := range []float64{11, 12, 13, 14, 15, 16, 18, 20, 24} {
		for _, r := range "xzHE" {
			id, _ := fonts.Glyph("sans-400", r)
			m := g.Mask("sans-400", id, size, 0)
			if m.Bounds.Max.Y != 0 {
				t.Errorf("%c at %v px ends %d px below the baseline", r, size, m.Bounds.Max.Y)
			}
		}
		id, _ := fonts.Glyph("sans-400", 'E')
		m := g.Mask("sans-400", id, size, 0)
		var top, bottom int
		for i, c := range m.Row(m.Bounds.Min.Y) {
			top, bottom = max(top, int(c)), max(bottom, int(m.Row(-1)[i]))
		}
		if top < 230 || bottom < 230 {
			t.Errorf("E at %v px: its top row has %d, its bottom row %d of 255", size, top, bottom)
		}
	}
}

func TestMaskOfNothing(t *testing.T) {
	var g raster.Glyphs
	for _, size := range []float64{0, -1, math.NaN(), math.Inf(1), 1e9} {
		if m := g.Mask("sans-400", 5, size, 0); !m.Bounds.Empty() {
			t.Errorf("size %v gave %v", size, m.Bounds)
		}
	}
	if m := g.Mask("none", 5, 12, 0); !m.Bounds.Empty() {
		t.Errorf("an unknown font gave %v", m.Bounds)
	}
}
