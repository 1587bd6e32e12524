package paint

// Contains tells whether a place is in r; its right and lower edges are not.
func (r Rect) Contains(x, y float64) bool {
	return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H
}

// Meets tells whether two rectangles have more than an edge in common.
func (r Rect) Meets(o Rect) bool {
	return r.X < o.X+o.W && o.X < r.X+r.W && r.Y < o.Y+o.H && o.Y < r.Y+r.H
}

// Intersect is what two rectangles share; a zero size where they do not meet.
func (r Rect) Intersect(o Rect) Rect {
	x, y := max(r.X, o.X), max(r.Y, o.Y)
	return Rect{X: x, Y: y, W: max(0, min(r.X+r.W, o.X+o.W)-x), H: max(0, min(r.Y+r.H, o.Y+o.H)-y)}
}

// Within is r moved into o; of what is larger than o the upper left end is in it.
func (r Rect) Within(o Rect) Rect {
	r.X = max(min(r.X, o.X+o.W-r.W), o.X)
	r.Y = max(min(r.Y, o.Y+o.H-r.H), o.Y)
	return r
}

// Empty tells whether r has no area.
func (r Rect) Empty() bool { return !(r.W > 0 && r.H > 0) }

func (r Rect) holds(o Rect) bool {
	return o.X >= r.X && o.Y >= r.Y && o.X+o.W <= r.X+r.W && o.Y+o.H <= r.Y+r.H
}
