package window

import (
	"cmp"
	"image"
	"slices"

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

// tidy moves what was used in the newest scenes to a new texture, which is larger when that is much, and forgets the rest.
func (a *atlas) tidy(age int, more image.Point) {
	a.drop(func(s *slot) bool { return a.scene-s.used > age && (s.texture == a.texture || s.texture == nil) })
	area := more.X * more.Y
	for _, s := range a.slots {
		area += s.at.Dx() * (s.at.Dy() + 4)
	}
	side := firstSheet
	if a.texture != nil {
		side = a.texture.Bounds().Dx()
	}
	for side < lastSheet && (2*area > side*side || max(more.X, more.Y) > side) {
		side *= 2
	}
	old := a.texture
	a.texture = ebiten.NewImageWithOptions(image.Rect(0, 0, side, side), &ebiten.NewImageOptions{Unmanaged: true})
	a.shelves, a.bottom = a.shelves[:0], 0
	slices.SortFunc(a.slots, func(p, q *slot) int { return cmp.Compare(p.at.Dy(), q.at.Dy()) })
	a.vertex, a.index = a.vertex[:0], a.index[:0]
	kept := a.slots[:0]
	for _, s := range a.slots {
		from := s.at
		if !a.place(s, from.Size()) {
			s.gone = true
			continue
		}
		kept = append(kept, s)
		n := uint32(len(a.vertex))
		for _, c := range [4][2]int{{0, 0}, {1, 0}, {0, 1}, {1, 1}} {
			a.vertex = append(a.vertex, ebiten.Vertex{
				DstX: float32(s.at.Min.X + c[0]*from.Dx()), DstY: float32(s.at.Min.Y + c[1]*from.Dy()),
				SrcX: float32(from.Min.X + c[0]*from.Dx()), SrcY: float32(from.Min.Y + c[1]*from.Dy()),
				ColorR: 1, ColorG: 1, ColorB: 1, ColorA: 1,
			})
		}
		a.index = append(a.index, n, n+1, n+2, n+1, n+3, n+2)
	}
	if len(kept) < len(a.slots) {
		a.forget()
	}
	a.slots = kept
	if old != nil {
		if len(a.index) > 0 {
			a.texture.DrawTriangles32(a.vertex, a.index, old, &ebiten.DrawTrianglesOptions{Blend: ebiten.BlendCopy})
		}
		old.Deallocate()
	}
}

// drop frees slots.
func (a *atlas) drop(gone func(*slot) bool) {
	mark := func(all []*slot) []*slot {
		return slices.DeleteFunc(all, func(s *slot) bool {
			s.gone = gone(s)
			if s.gone && s.texture != nil && s.texture != a.texture {
				s.texture.Deallocate()
			}
			return s.gone
		})
	}
	a.slots, a.own = mark(a.slots), mark(a.own)
	for _, s := range a.glyphs {
		s.gone = s.gone || gone(s)
	}
	for _, s := range a.paths {
		s.gone = s.gone || gone(s)
	}
	a.forget()
}

// forget takes slots that are gone out of the maps.
func (a *atlas) forget() {
	for k, s := range a.glyphs {
		if s.gone {
			delete(a.glyphs, k)
		}
	}
	for k, s := range a.paths {
		if s.gone {
			delete(a.paths, k)
		}
	}
	for k, s := range a.pictures {
		if s.gone {
			delete(a.pictures, k)
		}
	}
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
