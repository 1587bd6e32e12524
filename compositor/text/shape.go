package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/di"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"cellshell/gpu/paint"
	"cellshell/internal/fonts"
)

// em is the size everything is shaped at. It keeps 16,384 steps per em and has room for 200,000 characters in a run.
const em = 256

// glyph is one glyph of a shaped run; lengths are em.
type glyph struct {
	id       uint32
	at       int // first rune of its cluster
	adv      float64
	dx, dy   float64
	clusters int // runes in the cluster; counted on its first glyph only
}

// run is a stretch of one font and direction, glyphs in visual order.
type run struct {
	font       paint.FontID
	rtl        bool
	start, end int // runes
	glyphs     []glyph
}

// shaped is one paragraph (no line feed in it), ready to be broken into lines. It does not change once made.
type shaped struct {
	runes  int
	bytes  []int     // offset of each rune, and the length
	adv    []float64 // em; of the cluster a rune starts, else 0
	starts []bool    // a cluster starts here
	space  []bool    // white space
	breaks []bool    // a line may break before this rune
	rtl    bool      // base direction
	runs   []run     // logical order
	widest float64   // of the unbreakable pieces, em
}

func (e *engine) shape(key shapeKey) *shaped {
	if s, ok := e.shapes.get(key); ok {
		return s
	}
	key.text = strings.Clone(key.text) // see lay
	s := e.shapeNew(key)
	e.shapes.put(key, s, 400+len(key.text)*72)
	return s
}

func (e *engine) shapeNew(key shapeKey) *shaped {
	runes := make([]rune, 0, len(key.text))
	s := &shaped{bytes: make([]int, 0, utf8.RuneCountInString(key.text)+1)}
	for i, r := range key.text {
		s.bytes = append(s.bytes, i)
		switch {
		case r == '\t':
			r = '\u2003'
		case r < 0x20 || r == 0x7f || r == '\u2028' || r == '\u2029' || r == '\u0085':
			r = '\u200b'
		}
		runes = append(runes, r)
	}
	n := len(runes)
	s.bytes = append(s.bytes, len(key.text))
	s.runes = n
	s.adv, s.starts, s.space, s.breaks = make([]float64, n), make([]bool, n+1), make([]bool, n), make([]bool, n+1)
	s.starts[n], s.breaks[n] = true, true
	if n == 0 {
		return s
	}
	primary := e.face(key.font)
	if primary == nil {
		return s
	}
	in := shaping.Input{Text: pictures(runes), RunEnd: n, Face: primary, Size: fixed.I(em), Language: language.NewLanguage("en")}
	if s.rtl = rightToLeft(runes); s.rtl {
		in.Direction = di.DirectionRTL
	}
	if key.tabular {
		in.FontFeatures = []shaping.FontFeature{{Tag: ot.MustNewTag("tnum"), Value: 1}}
	}
	if key.tracking > 0 { // letters that stand apart are drawn one by one
		in.FontFeatures = append(in.FontFeatures, shaping.FontFeature{Tag: ot.MustNewTag("liga")}, shaping.FontFeature{Tag: ot.MustNewTag("clig")})
	}
	family := "sans"
	if strings.HasPrefix(string(key.font), "mono") {
		family = "mono"
	}
	for _, part := range e.split.Split(in, fontmap{e, primary, family}) {
		part.Text = runes
		s.add(e.shaper.Shape(part), e.names[part.Face], key.tracking)
	}
	for i, r := range runes {
		s.space[i] = unicode.IsSpace(r)
	}
	s.evenSpaces(runes, key)
	e.lines.Init(runes)
	for it := e.lines.LineIterator(); it.Next(); {
		s.breaks[it.Line().Offset] = true
	}
	s.measure()
	return s
}

// add appends one shaped run.
func (s *shaped) add(out shaping.Output, id paint.FontID, tracking float64) {
	r := run{font: id, rtl: out.Direction == di.DirectionRTL, start: out.Runes.Offset, end: out.Runes.Offset + out.Runes.Count, glyphs: make([]glyph, 0, len(out.Glyphs))}
	last := -1
	for _, g := range out.Glyphs {
		at := g.TextIndex()
		p := glyph{id: uint32(g.GlyphID), at: at, adv: length(g.Advance), dx: length(g.XOffset), dy: length(g.YOffset)}
		if at != last {
			last, p.clusters = at, g.RunesCount()
			if p.adv != 0 {
				p.adv += tracking
			}
			s.starts[at] = true
		}
		s.adv[at] += p.adv
		r.glyphs = append(r.glyphs, p)
	}
	s.runs = append(s.runs, r)
}

// evenSpaces makes blanks as wide as in the wanted font. Those that follow a character of another, as an emoji, were shaped with it, where
// they are as wide as that.
func (s *shaped) evenSpaces(runes []rune, key shapeKey) {
	for i := range s.runs {
		r := &s.runs[i]
		if r.font == key.font {
			continue
		}
		for k := range r.glyphs {
			g := &r.glyphs[k]
			if runes[g.at] != ' ' || g.clusters != 1 {
				continue
			}
			id, ok := fonts.Glyph(string(key.font), ' ')
			if !ok {
				return
			}
			w := fonts.Advance(string(key.font), id) + key.tracking
			s.adv[g.at] += w - g.adv
			g.adv = w
		}
	}
}

// measure finds the widest piece that cannot be broken.
func (s *shaped) measure() {
	w := 0.0
	for i, a := range s.adv {
		if s.breaks[i] {
			w = 0
		}
		if !s.space[i] {
			w += a
		}
		s.widest = max(s.widest, w)
	}
}

// rightToLeft tells the base direction: that of the first letter that has one.
func rightToLeft(runes []rune) bool {
	for _, r := range runes {
		if unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko) && unicode.IsLetter(r) {
			return true
		}
		if unicode.IsLetter(r) {
			return false
		}
	}
	return false
}

func length(v fixed.Int26_6) float64 { return float64(v) / 64 / em }
