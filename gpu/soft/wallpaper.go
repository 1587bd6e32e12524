package soft

import (
	"encoding/binary"
	"image"
	"math"
	"sync"

	"cellshell/gpu/paint"
	"cellshell/gpu/wall"
)

// wallCell is how many pixels apart a wallpaper's pattern is worked out; between, it is interpolated. Its parts are far wider.
const wallCell = 4

// walls keeps the wallpaper that was drawn last. Its methods may be called from any goroutine.
type walls struct {
	mu   sync.Mutex
	last *wallGrid
}

// wallGrid is a wallpaper worked out at every fourth pixel. It does not change.
type wallGrid struct {
	op      paint.Wallpaper
	shape   shape
	area    image.Rectangle // the pixels it is good for
	columns int
	values  []int32 // red, green, blue, 16 bits after the point
}

// of is the grid of a wallpaper on a picture.
func (w *walls) of(op *paint.Wallpaper, s shape, scene image.Rectangle) *wallGrid {
	area := s.bounds().Intersect(scene)
	w.mu.Lock()
	defer w.mu.Unlock()
	if g := w.last; g != nil && g.op == *op && g.shape == s && g.area == area {
		return g
	}
	w.last = newWallGrid(op, s, area)
	return w.last
}

func newWallGrid(op *paint.Wallpaper, s shape, area image.Rectangle) *wallGrid {
	g := &wallGrid{op: *op, shape: s, area: area, columns: area.Dx()/wallCell + 2}
	rows := area.Dy()/wallCell + 2
	g.values = make([]int32, 3*g.columns*rows)
	f := wall.New(op, s.x1-s.x0, s.y1-s.y0)
	h := max(s.y1-s.y0, 1)
	at := 0
	for j := range rows {
		v := (float64(area.Min.Y+j*wallCell) + 0.5 - s.y0) / h
		for i := range g.columns {
			c := f.At((float64(area.Min.X+i*wallCell)+0.5-s.x0)/h, v)
			for k, q := range c {
				g.values[at+k] = int32(min(max(q, 0), 1) * 255 * (1 << 16))
			}
			at += 3
		}
	}
	return g
}

// wallDither is dither in the numbers of the grid.
var wallDither = func() (out [16]int32) {
	for i, d := range dither {
		out[i] = int32(math.Round(d * (1 << 16)))
	}
	return out
}()

// row writes the pixels of the row y from the column x0 on.
func (g *wallGrid) row(dst []uint8, x0, y int) {
	j := (y - g.area.Min.Y) / wallCell
	ky := int32(y-g.area.Min.Y) % wallCell
	upper := g.values[3*g.columns*j:]
	lower := g.values[3*g.columns*(j+1):]
	noise := wallDither[(y&3)<<2:][:4]
	for len(dst) > 0 {
		i := (x0 - g.area.Min.X) / wallCell
		kx := int32(x0-g.area.Min.X) % wallCell
		u, l := upper[3*i:3*i+6:3*i+6], lower[3*i:3*i+6:3*i+6]
		var c, step [3]int32
		for k := range 3 {
			left := u[k] + (l[k]-u[k])*ky/wallCell
			right := u[k+3] + (l[k+3]-u[k+3])*ky/wallCell
			step[k] = (right - left) / wallCell
			c[k] = left + step[k]*kx
		}
		n := min(wallCell-int(kx), len(dst)/4)
		for q := range n {
			d := noise[(x0+q)&3]
			binary.LittleEndian.PutUint32(dst[4*q:], uint32(min(c[0]+d, 255<<16)>>16)|uint32(min(c[1]+d, 255<<16)>>16)<<8|uint32(min(c[2]+d, 255<<16)>>16)<<16|0xff<<24)
			c[0], c[1], c[2] = c[0]+step[0], c[1]+step[1], c[2]+step[2]
		}
		dst, x0 = dst[4*n:], x0+n
	}
}

// wallpaper draws a wallpaper.
func (p *painter) wallpaper(op *paint.Wallpaper) {
	s := newShape(op.Rect, 0, p.scale)
	area := s.bounds().Intersect(p.clip.bounds)
	if area.Empty() || !wallKey(op) {
		return
	}
	b := brush{wall: p.r.walls.of(op, s, p.scene)}
	for y := area.Min.Y; y < area.Max.Y; y++ {
		p.shapeRow(s, b, area, y)
	}
}

// wallKey reports whether a wallpaper is equal to itself, so that it is found again.
func wallKey(op *paint.Wallpaper) bool { return !math.IsNaN(op.Phase) }
