package window

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"
)

const (
	firstSheet = 1024    // side of the first texture, pixels
	lastSheet  = 4096    // of the largest
	maxHeld    = 1 << 18 // pixels of a picture in it; larger ones have a texture of their own
	keepFor    = 60      // scenes that something unused is kept
	maxOwn     = 1 << 25 // pixels of all textures that belong to one thing: 128 MB
)

// atlas is a texture with all glyphs, paths and small pictures on it, so that a scene of them is one call.
type atlas struct {
	texture *ebiten.Image // nil before the first slot
	shelves []shelf
	bottom  int // of the shelves
	slots   []*slot
	own     []*slot // those with a texture of their own
	scene   int     // number of the scene that is drawn
	vertex  []ebiten.Vertex
	index   []uint32
	bytes   []byte

	glyphs   map[glyphKey]*slot
	paths    map[pathKey]*slot
	pictures map[pictureKey]*slot
}

// slot is a place on a texture. The zero size is that of something with nothing to draw.
type slot struct {
	texture *ebiten.Image
	at      image.Rectangle
	offset  image.Point // from what it was asked for to its upper left
	used    int         // newest scene
	gone    bool
}

// Size is in pixels.
func (s *slot) Size() image.Point { return s.at.Size() }

// bounds is where it is drawn when it is drawn at x, y.
func (s *slot) bounds(x, y int) image.Rectangle {
	p := image.Pt(x+s.offset.X, y+s.offset.Y)
	return image.Rectangle{Min: p, Max: p.Add(s.at.Size())}
}

// shelf is a row of slots of about one height.
type shelf struct{ y, height, right int }

func newAtlas() atlas {
	return atlas{glyphs: map[glyphKey]*slot{}, paths: map[pathKey]*slot{}, pictures: map[pictureKey]*slot{}}
}

// turn begins a scene. Now and then it frees textures that were not used for long.
func (a *atlas) turn() {
	a.scene++
	if len(a.own) > 0 && a.scene%8 == 0 {
		a.drop(func(s *slot) bool {
			return s.texture != a.texture && s.at != (image.Rectangle{}) && a.scene-s.used > keepFor/4
		})
	}
}

func (a *atlas) glyph(k glyphKey) *slot {
	s := a.glyphs[k]
	if s != nil {
		s.used = a.scene
	}
	return s
}

// hold makes a slot of a size. What was collected may have to be drawn first.
func (r *Renderer) hold(size image.Point) *slot {
	a := &r.atlas
	s := &slot{used: a.scene}
	if size.X <= 0 || size.Y <= 0 {
		return s
	}
	if size.X*size.Y <= maxHeld && size.X < lastSheet/2 && size.Y < lastSheet/2 {
		if a.place(s, size) {
			a.slots = append(a.slots, s)
			return s
		}
		r.batch.flush()
		for _, age := range [2]int{keepFor, 0} {
			a.tidy(age, size)
			if a.place(s, size) {
				a.slots = append(a.slots, s)
				return s
			}
		}
	}
	s.at = image.Rectangle{Max: size}
	if a.ownPixels() > maxOwn-size.X*size.Y && len(a.own) > 0 { // a hostile scene: what it has used so far is drawn and goes
		r.batch.flush()
		a.drop(func(s *slot) bool { return s.texture != nil && s.texture != a.texture })
	}
	s.texture = ebiten.NewImageWithOptions(s.at, &ebiten.NewImageOptions{Unmanaged: true})
	a.own = append(a.own, s)
	return s
}

// ownPixels is the area of all textures that belong to one thing.
func (a *atlas) ownPixels() (n int) {
	for _, s := range a.own {
		n += s.at.Dx() * s.at.Dy()
	}
	return n
}

// place finds room for a slot.
func (a *atlas) place(s *slot, size image.Point) bool {
	if a.texture == nil {
		return false
	}
	side := a.texture.Bounds().Dx()
	height := (size.Y + 3) &^ 3
	best := -1
	for i, f := range a.shelves {
		if f.height >= height && f.height <= height+height/2 && f.right+size.X <= side && (best < 0 || f.height < a.shelves[best].height) {
			best = i
		}
	}
	if best < 0 {
		if a.bottom+height > side || size.X > side {
			return false
		}
		best = len(a.shelves)
		a.shelves = append(a.shelves, shelf{y: a.bottom, height: height})
		a.bottom += height
	}
	f := &a.shelves[best]
	p := image.Pt(f.right, f.y)
	f.right += size.X
	s.texture, s.at = a.texture, image.Rectangle{Min: p, Max: p.Add(size)}
	return true
}

// mask writes coverage into a slot.
func (a *atlas) mask(s *slot, cover []uint8) {
	a.bytes = a.bytes[:0]
	for _, c := range cover {
		a.bytes = append(a.bytes, c, c, c, c)
	}
	s.write(a.bytes)
}

// write replaces the pixels of a slot.
func (s *slot) write(pix []byte) {
	if s.at.Empty() {
		return
	}
	sub := s.texture.RecyclableSubImage(s.at)
	sub.WritePixels(pix)
	sub.Recycle()
}
