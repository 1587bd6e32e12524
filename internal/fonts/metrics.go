package fonts

import (
	"bytes"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// Measures are the vertical measures of a face as fractions of its size (1 = one em). Ascent and Descent are both positive
// distances from the baseline; positions are above it (an underline has a negative one).
type Measures struct {
	Ascent, Descent, LineGap float64
	CapHeight, XHeight       float64
	Underline, UnderlineSize float64 // position of the top, thickness
	Strike, StrikeSize       float64
	UnitsPerEm               float64 // font units in one em
}

// Height is the natural distance from one baseline to the next.
func (m Measures) Height() float64 { return m.Ascent + m.Descent + m.LineGap }

// Metrics returns the measures of a face; zeroes for an unknown id.
func Metrics(id string) Measures {
	if e := load(id); e != nil {
		return e.metrics
	}
	return Measures{}
}

// Outline is a glyph's shape in font units, y upwards; false when the id or the glyph is unknown or has no outline.
// It may be called from any goroutine.
func Outline(id string, gid uint32) (font.GlyphOutline, bool) {
	e := load(id)
	if e == nil {
		return font.GlyphOutline{}, false
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.face.GlyphDataOutline(font.GID(gid))
}

// Glyph is the glyph a face shows for a character by itself, without shaping; false when the face lacks it.
func Glyph(id string, r rune) (uint32, bool) {
	e := load(id)
	if e == nil {
		return 0, false
	}
	g, ok := e.font.NominalGlyph(r)
	return uint32(g), ok
}

// Advance is the width of a glyph as a fraction of the size, without kerning.
func Advance(id string, gid uint32) float64 {
	e := load(id)
	if e == nil || e.metrics.UnitsPerEm == 0 {
		return 0
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	return float64(e.face.HorizontalAdvance(font.GID(gid))) / e.metrics.UnitsPerEm
}

func measure(f *font.Face) Measures {
	em := float64(f.Upem())
	if em == 0 {
		em = 1000
	}
	of := func(m font.LineMetric) float64 { return float64(f.LineMetric(m)) / em }
	m := Measures{
		CapHeight: of(font.CapHeight), XHeight: of(font.XHeight),
		Underline: of(font.UnderlinePosition), UnderlineSize: of(font.UnderlineThickness),
		Strike: of(font.StrikethroughPosition), StrikeSize: of(font.StrikethroughThickness),
		UnitsPerEm: em,
	}
	if e, ok := f.FontHExtents(); ok {
		m.Ascent, m.Descent, m.LineGap = float64(e.Ascender)/em, -float64(e.Descender)/em, float64(e.LineGap)/em
	} else {
		m.Ascent, m.Descent = 0.95, 0.25
	}
	return m
}

// Reach is how far glyphs are drawn from their origins on the baseline, as fractions of the size.
type Reach struct{ Left, Up, Right, Down float64 }

// farthest is the Reach of what may be a picture, or an outline that nobody has looked at.
var farthest = Reach{4, 4, 4, 4}

// Extents is how far the glyphs of a face are drawn.
func Extents(id string) Reach {
	if _, embedded := files[id]; embedded {
		if e := load(id); e != nil {
			return e.reach
		}
	}
	return farthest
}

// extents reads the box around all glyphs of a font file.
func extents(raw []byte) Reach {
	l, err := opentype.NewLoader(bytes.NewReader(raw))
	if err != nil {
		return farthest
	}
	table, err := l.RawTable(opentype.MustNewTag("head"))
	if err != nil {
		return farthest
	}
	h, _, err := tables.ParseHead(table)
	if err != nil || h.UnitsPerEm == 0 {
		return farthest
	}
	em := float64(h.UnitsPerEm)
	return Reach{Left: -float64(h.XMin) / em, Up: float64(h.YMax) / em, Right: float64(h.XMax) / em, Down: -float64(h.YMin) / em}
}
