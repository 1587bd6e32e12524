package raster

import (
	"image"
	"math"
	"sync"

	"github.com/go-text/typesetting/font/opentype"

	"cellshell/internal/fonts"
)

// Steps is the number of horizontal positions within a pixel at which glyphs are drawn.
const Steps = 4

// Glyphs is a cache of glyph masks. It is for any number of goroutines. The zero value is ready.
type Glyphs struct {
	mu    sync.Mutex
	masks map[glyphKey]*Mask // guarded by mu
	bytes int                // of all masks, guarded by mu
	fits  map[fitKey]fit     // guarded by mu
	fill  Filler             // guarded by mu
}

type glyphKey struct {
	font string
	id   uint32
	size uint32 // in 1/64 pixels
	step uint8
}

type fitKey struct {
	font string
	size uint32
}

// maxCache bounds the masks kept, bytes. When it is full the cache starts again: a screen full of text needs a tenth of it.
const maxCache = 16 << 20

// maxGlyph is the largest size of text that is drawn, device pixels per em.
const maxGlyph = 4096

// Mask is the coverage of a glyph at a size in device pixels per em, moved right by step/Steps of a pixel, with the origin
// at 0,0. It must not be changed. It is empty for a glyph without an outline.
func (g *Glyphs) Mask(font string, id uint32, size float64, step int) *Mask {
	if !(size > 0) || size > maxGlyph {
		return &Mask{}
	}
	k := glyphKey{font, id, uint32(math.Round(size * 64)), uint8(step)}
	g.mu.Lock()
	defer g.mu.Unlock()
	if m, ok := g.masks[k]; ok {
		return m
	}
	if g.masks == nil || g.bytes > maxCache {
		g.masks, g.fits, g.bytes = map[glyphKey]*Mask{}, map[fitKey]fit{}, 0
	}
	m := g.drawLocked(k)
	g.masks[k] = m
	g.bytes += len(m.Pix) + 96
	return m
}

func (g *Glyphs) drawLocked(k glyphKey) *Mask {
	outline, ok := fonts.Outline(k.font, k.id)
	if !ok {
		return &Mask{}
	}
	size := float64(k.size) / 64
	fk := fitKey{k.font, k.size}
	fit, ok := g.fits[fk]
	if !ok {
		fit = newFit(k.font, size)
		g.fits[fk] = fit
	}
	scale := size / fonts.Metrics(k.font).UnitsPerEm
	at := func(p opentype.SegmentPoint) Point {
		return Point{float64(p.X)*scale + float64(k.step)/Steps, -fit.at(float64(p.Y) * scale)}
	}
	var f Flattener
	for _, s := range outline.Segments {
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			f.MoveTo(at(s.Args[0]))
		case opentype.SegmentOpLineTo:
			f.LineTo(at(s.Args[0]))
		case opentype.SegmentOpQuadTo:
			f.QuadTo(at(s.Args[0]), at(s.Args[1]))
		case opentype.SegmentOpCubeTo:
			f.CubicTo(at(s.Args[0]), at(s.Args[1]), at(s.Args[2]))
		}
	}
	m := g.fill.Fill(f.Contours, image.Rect(-2*maxGlyph, -2*maxGlyph, 2*maxGlyph, 2*maxGlyph))
	return &m
}
