package raster

import "image"

// Around are the parts of a rectangle, some of them empty, that are not in another inside it.
func Around(whole, in image.Rectangle) [4]image.Rectangle {
	if in.Empty() {
		return [4]image.Rectangle{whole}
	}
	return [4]image.Rectangle{
		{whole.Min, image.Pt(whole.Max.X, in.Min.Y)},
		{image.Pt(whole.Min.X, in.Min.Y), image.Pt(in.Min.X, in.Max.Y)},
		{image.Pt(in.Max.X, in.Min.Y), image.Pt(whole.Max.X, in.Max.Y)},
		{image.Pt(whole.Min.X, in.Max.Y), whole.Max},
	}
}
