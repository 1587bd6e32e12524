package soft

import (
	"strings"
	"sync"

	"cellshell/gpu/paint"
	"cellshell/internal/fonts"
)

// emoji keeps the decoded pictures of glyphs, so that they are decoded once and scaled once.
type emoji struct {
	mu   sync.Mutex
	kept map[emojiKey]*fonts.Picture // nil for glyphs without one; guarded by mu
}

type emojiKey struct {
	font string
	id   uint32
}

const maxEmoji = 512

func (e *emoji) get(font string, id uint32) *fonts.Picture {
	if !strings.HasPrefix(font, "system:") {
		return nil // the embedded fonts have none
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	k := emojiKey{font, id}
	if p, ok := e.kept[k]; ok {
		return p
	}
	if e.kept == nil || len(e.kept) >= maxEmoji {
		e.kept = map[emojiKey]*fonts.Picture{}
	}
	var out *fonts.Picture
	if p, ok := fonts.PictureOf(font, id); ok {
		out = &p
	}
	e.kept[k] = out
	return out
}

// emoji draws a glyph that is a picture, as opaque as the text is.
func (p *painter) emoji(op paint.Glyphs, g paint.Glyph) {
	pic := p.r.emoji.get(string(op.Font), g.ID)
	if pic == nil {
		return
	}
	p.image(paint.Image{
		Rect: paint.Rect{X: g.X + pic.X*op.Size, Y: g.Y - pic.Y*op.Size, W: pic.W * op.Size, H: pic.H * op.Size},
		Img:  pic.Img, Alpha: float64(op.Color.A) / 255,
	})
}
