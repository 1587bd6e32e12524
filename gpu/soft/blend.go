package soft

import (
	"encoding/binary"

	"cellshell/gpu/paint"
)

// A pixel is premultiplied RGBA in one word, red lowest. Two channels are multiplied at once: in the masks below there are
// eight bits free above each.
const (
	even  = 0x00ff00ff
	halfs = 0x00800080
)

// mul multiplies all four channels by a/255, rounded.
func mul(p, a uint32) uint32 {
	lo := (p&even)*a + halfs
	lo = ((lo + ((lo >> 8) & even)) >> 8) & even
	hi := ((p>>8)&even)*a + halfs
	hi = (hi + ((hi >> 8) & even)) & (even << 8)
	return lo | hi
}

// lerp is p where t is 255, q where it is 0, and in proportion between.
func lerp(p, q, t uint32) uint32 {
	u := 255 - t
	lo := (p&even)*t + (q&even)*u + halfs
	lo = ((lo + ((lo >> 8) & even)) >> 8) & even
	hi := ((p>>8)&even)*t + ((q>>8)&even)*u + halfs
	hi = (hi + ((hi >> 8) & even)) & (even << 8)
	return lo | hi
}

// over lays a premultiplied pixel over another.
func over(src, dst uint32) uint32 { return src + mul(dst, 255-src>>24) }

// premultiplied is a colour as a pixel.
func premultiplied(c paint.Color) uint32 {
	opaque := uint32(c.R) | uint32(c.G)<<8 | uint32(c.B)<<16 | 0xff<<24
	return mul(opaque, uint32(c.A))
}

// fillRow lays one colour over a row of pixels.
func fillRow(dst []uint8, src uint32) {
	if src>>24 == 255 {
		for i := 0; i+4 <= len(dst); i += 4 {
			binary.LittleEndian.PutUint32(dst[i:], src)
		}
		return
	}
	keep := 255 - src>>24
	for i := 0; i+4 <= len(dst); i += 4 {
		binary.LittleEndian.PutUint32(dst[i:], src+mul(binary.LittleEndian.Uint32(dst[i:]), keep))
	}
}

// coverRow lays one colour over a row of pixels, each by its coverage.
func coverRow(dst []uint8, cover []uint8, src uint32) {
	for i, c := range cover {
		if c == 0 {
			continue
		}
		at := dst[4*i : 4*i+4]
		s := src
		if c != 255 {
			s = mul(src, uint32(c))
		}
		if s>>24 == 255 {
			binary.LittleEndian.PutUint32(at, s)
			continue
		}
		binary.LittleEndian.PutUint32(at, over(s, binary.LittleEndian.Uint32(at)))
	}
}

// mixRow lays a row of premultiplied pixels over another, each by its coverage; nil covers all.
func mixRow(dst, src, cover []uint8) {
	for i := 0; i+4 <= len(dst); i += 4 {
		s := binary.LittleEndian.Uint32(src[i:])
		if cover != nil {
			s = mul(s, uint32(cover[i/4]))
		}
		if s != 0 {
			binary.LittleEndian.PutUint32(dst[i:], over(s, binary.LittleEndian.Uint32(dst[i:])))
		}
	}
}

// replaceRow moves a row of pixels towards another by its coverage.
func replaceRow(dst, src, cover []uint8) {
	for i, c := range cover {
		if c == 0 {
			continue
		}
		s, d := binary.LittleEndian.Uint32(src[4*i:]), binary.LittleEndian.Uint32(dst[4*i:])
		binary.LittleEndian.PutUint32(dst[4*i:], lerp(s, d, uint32(c)))
	}
}
