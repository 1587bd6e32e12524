package gputest

import (
	"encoding/binary"
	"image"
	"math"
	"slices"

	"cellshell/gpu/paint"
)

// Operations makes up to 40 operations of any bytes, some with numbers that cannot be drawn and pops without a push.
func Operations(in []byte) (ops []paint.Op) {
	next := func() byte {
		if len(in) == 0 {
			return 0
		}
		b := in[0]
		in = in[1:]
		return b
	}
	number := func() float64 {
		switch b := next(); {
		case b < 200:
			return float64(b)/2 - 20
		case b < 250:
			return (float64(b) - 225) * 1000
		default:
			return [...]float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e300, -1e9, 1e-9}[b-250]
		}
	}
	color := func() paint.Color {
		v := binary.LittleEndian.Uint32([]byte{next(), next(), next(), next()})
		return paint.Color{R: uint8(v), G: uint8(v >> 8), B: uint8(v >> 16), A: uint8(v >> 24)}
	}
	rect := func() paint.Rect { return paint.Rect{X: number(), Y: number(), W: number(), H: number()} }
	for len(in) > 0 && len(ops) < 40 {
		switch next() % 12 {
		case 0, 1:
			ops = append(ops, paint.RoundRect{
				Rect: rect(), Radius: number(), Fill: color(), Border: color(), Width: number(),
				Shadow: paint.Shadow{Color: color(), DX: number(), DY: number(), Blur: number(), Spread: number()},
			})
		case 2:
			ops = append(ops, paint.RoundRect{Rect: rect(), Radius: number(), Blend: &paint.Gradient{From: color(), To: color(), Angle: number()}})
		case 3:
			ops = append(ops, paint.Glyphs{Font: "sans-400", Size: number(), Color: color(), Glyphs: []paint.Glyph{{ID: uint32(next()), X: number(), Y: number()}}})
		case 4:
			p := paint.Path{Fill: color(), Stroke: color(), Width: number(), Butt: next()%2 == 0}
			for range next() % 8 {
				p.Verbs = append(p.Verbs, paint.Verb(next()%6))
				p.Points = append(p.Points, paint.Point{X: number(), Y: number()}, paint.Point{X: number(), Y: number()})
			}
			ops = append(ops, p)
		case 5:
			ops = append(ops, paint.Image{Rect: rect(), Radius: number(), Img: image.NewRGBA(image.Rect(0, 0, int(next()), 3)), Alpha: number()})
		case 6:
			ops = append(ops, paint.PushClip{Rect: rect(), Radius: number()})
		case 7:
			ops = append(ops, []paint.Op{paint.PopClip{}, paint.PopLayer{}}[next()%2])
		case 8:
			ops = append(ops, paint.PushLayer{Alpha: number()})
		case 10:
			ops = append(ops, paint.Wallpaper{
				Rect: rect(), Style: paint.WallStyle(next() % 5), Base: [2]paint.Color{color(), color()},
				Tints: [3]paint.Color{color(), color(), color()}, Phase: number(),
			})
		case 9:
			ops = append(ops, paint.Backdrop{Rect: rect(), Radius: number(), Blur: number()})
		case 11: // what came before it stands in for it
			n := min(int(next()%4), len(ops))
			s := paint.Shader{Rect: rect(), Radius: number(), Kage: "no shader", Alpha: number(), Time: number(), Fallback: slices.Clone(ops[len(ops)-n:])}
			ops = append(ops[:len(ops)-n], s)
		}
	}
	return ops
}
