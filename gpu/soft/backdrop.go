package soft

import (
	"image"
	"math"

	"cellshell/gpu/paint"
)

// backdrop blurs what is painted in a shape, seeing what lies around it too.
func (p *painter) backdrop(op paint.Backdrop) {
	s := newShape(op.Rect, op.Radius, p.scale)
	sigma := min(op.Blur*p.scale, MaxBlur)
	area := s.bounds().Intersect(p.clip.bounds)
	if area.Empty() || !(sigma > 0) {
		return
	}
	// As far as the filters reach, so that a part drawn again does not differ from the whole.
	sees := area.Inset(-Reach(sigma)).Intersect(p.dst.Rect)
	blurred := image.NewRGBA(sees)
	for y := sees.Min.Y; y < sees.Max.Y; y++ {
		copy(blurred.Pix[blurred.PixOffset(sees.Min.X, y):], p.pixels(sees.Min.X, sees.Max.X, y))
	}
	gauss(blurred, sigma)
	for y := area.Min.Y; y < area.Max.Y; y++ {
		cover := p.full(area.Min.X, area.Max.X, y)
		s.cover(cover, area.Min.X, y)
		at := blurred.PixOffset(area.Min.X, y)
		replaceRow(p.pixels(area.Min.X, area.Max.X, y), blurred.Pix[at:at+4*area.Dx()], cover)
	}
}

// gauss blurs by three box filters along rows and three along columns, which together come within 3 % of a Gaussian.
func gauss(img *image.RGBA, sigma float64) {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	var line []uint32
	for _, r := range boxes(sigma) {
		for y := range h {
			line = box(img.Pix[y*img.Stride:], w, 4, r, line)
		}
	}
	for _, r := range boxes(sigma) {
		for x := range w {
			line = box(img.Pix[4*x:], h, img.Stride, r, line)
		}
	}
}

// boxes are the radii of three box filters that together have a standard deviation of about sigma.
func boxes(sigma float64) [3]int {
	ideal := math.Sqrt(4*sigma*sigma + 1) // width: sigma² = 3·(w²-1)/12
	lo := int(ideal)
	if lo%2 == 0 {
		lo--
	}
	lo = max(lo, 1)
	wl := float64(lo)
	narrow := int(math.Round((12*sigma*sigma - 3*wl*wl - 12*wl - 9) / (-4*wl - 4)))
	var out [3]int
	for i := range out {
		out[i] = lo / 2
		if i >= narrow {
			out[i] = lo/2 + 1
		}
	}
	return out
}

// box replaces n pixels, step bytes apart, by the mean of those within r, the ends going on for ever.
func box(pix []uint8, n, step, r int, line []uint32) []uint32 {
	if r <= 0 || n == 0 {
		return line
	}
	if cap(line) < n {
		line = make([]uint32, n)
	}
	line = line[:n]
	for i := range line {
		at := pix[i*step : i*step+4]
		line[i] = uint32(at[0]) | uint32(at[1])<<8 | uint32(at[2])<<16 | uint32(at[3])<<24
	}
	at := func(i int) uint32 { return line[min(max(i, 0), n-1)] }
	var sr, sg, sb, sa uint32
	for i := -r; i <= r; i++ {
		v := at(i)
		sr, sg, sb, sa = sr+v&255, sg+v>>8&255, sb+v>>16&255, sa+v>>24
	}
	width := uint32(2*r + 1)
	inverse := uint64(1<<32) / uint64(width)
	half := width / 2
	mean := func(sum uint32) uint8 { return uint8((uint64(sum+half)*inverse + 1<<16) >> 32) }
	for i := range n {
		out := pix[i*step : i*step+4]
		out[0], out[1], out[2], out[3] = mean(sr), mean(sg), mean(sb), mean(sa)
		in, gone := at(i+r+1), at(i-r)
		sr, sg = sr+in&255-gone&255, sg+in>>8&255-gone>>8&255
		sb, sa = sb+in>>16&255-gone>>16&255, sa+in>>24-gone>>24
	}
	return line
}
