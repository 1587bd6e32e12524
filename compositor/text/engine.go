package text

import (
	"sync"
	"unicode"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/segmenter"
	"github.com/go-text/typesetting/shaping"

	"cellshell/gpu/paint"
	"cellshell/internal/fonts"
)

type shapeKey struct {
	text     string
	font     paint.FontID
	tabular  bool
	tracking float64
}

// engine holds what cannot be shared between goroutines.
type engine struct {
	mu     sync.Mutex
	shaper shaping.HarfbuzzShaper // guarded by mu, as all below
	split  shaping.Segmenter
	lines  segmenter.Segmenter
	faces  map[paint.FontID]*font.Face
	names  map[*font.Face]paint.FontID
	shapes cache[shapeKey, *shaped]
	pieces cache[pieceKey, []Line]
	blocks cache[Params, *Block]
}

var shared = &engine{
	faces:  map[paint.FontID]*font.Face{},
	names:  map[*font.Face]paint.FontID{},
	shapes: newCache[shapeKey, *shaped](8 << 20),
	pieces: newCache[pieceKey, []Line](8 << 20),
	blocks: newCache[Params, *Block](4 << 20),
}

// Forget makes all text be laid out anew: there is another font for some of its characters.
func Forget() {
	shared.mu.Lock()
	defer shared.mu.Unlock()
	shared.shapes.forget()
	shared.pieces.forget()
	shared.blocks.forget()
}

func (e *engine) face(id paint.FontID) *font.Face {
	f, ok := e.faces[id]
	if !ok {
		f = fonts.Face(string(id))
		e.faces[id] = f
		if f != nil {
			e.names[f] = id
		}
	}
	return f
}

// fontmap picks the face of each rune: the wanted one, else a fallback that has the glyph.
type fontmap struct {
	e       *engine
	primary *font.Face
	family  string
}

func (m fontmap) ResolveFace(r rune) *font.Face {
	if _, ok := m.primary.NominalGlyph(r); ok || r < 0x20 || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r) {
		return m.primary
	}
	if id := fonts.Fallback(r, m.family); id != "" {
		if f := m.e.face(paint.FontID(id)); f != nil {
			return f
		}
	}
	return m.primary
}
