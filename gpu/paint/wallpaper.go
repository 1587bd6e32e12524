package paint

// WallStyle is the pattern of a Wallpaper.
type WallStyle uint8

// The styles: glows that flow into each other, soft hills one behind the other, and folds of cloth.
const (
	Aurora WallStyle = iota
	Dunes
	Silk
)

// Wallpaper fills a rectangle with a slow pattern of few, soft colours. It is opaque.
type Wallpaper struct {
	Rect  Rect
	Style WallStyle
	Base  [2]Color // the ground, from top to bottom; their opacity does not count
	Tints [3]Color // what lies on it; A is how strong
	Phase float64  // radians, where in its motion the pattern stands; 2π later it is the same again
}

func (Wallpaper) op() {}
