package window

// MaxOwn is the bound of OwnPixels.
const MaxOwn = maxOwn

// OwnPixels is the area of all textures that hold one thing each.
func (r *Renderer) OwnPixels() int { return r.atlas.ownPixels() }

// SheetSide is the side of the texture that holds many.
func (r *Renderer) SheetSide() int { return r.atlas.texture.Bounds().Dx() }
