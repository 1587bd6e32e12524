package raster

import "cellshell/gpu/paint"

// verbPoints is how many points each verb takes.
var verbPoints = [...]int{paint.MoveTo: 1, paint.LineTo: 1, paint.QuadTo: 2, paint.CubicTo: 3, paint.Close: 0}

// Flatten turns a path into contours of straight lines, scaled and then moved by -origin. It is false for a path that cannot be
// drawn: with an unknown verb, too few points or a number that is none.
func Flatten(op paint.Path, scale float64, origin Point) (*Flattener, bool) {
	var f Flattener
	f.start = Point{-origin.X, -origin.Y}
	rest := op.Points
	for _, v := range op.Verbs {
		if int(v) >= len(verbPoints) || len(rest) < verbPoints[v] {
			return nil, false
		}
		var at [3]Point
		for i := range verbPoints[v] {
			at[i] = Point{rest[i].X*scale - origin.X, rest[i].Y*scale - origin.Y}
			if !Finite(at[i].X, at[i].Y) {
				return nil, false
			}
		}
		rest = rest[verbPoints[v]:]
		switch v {
		case paint.MoveTo:
			f.MoveTo(at[0])
		case paint.LineTo:
			f.LineTo(at[0])
		case paint.QuadTo:
			f.QuadTo(at[0], at[1])
		case paint.CubicTo:
			f.CubicTo(at[0], at[1], at[2])
		case paint.Close:
			f.Close()
		}
	}
	return &f, true
}
