package body

import (
	"testing"

	"cellshell/compositor"
	"cellshell/gpu/paint"
)

func TestWindowsInTheHand(t *testing.T) {
	area := paint.Rect{Y: 36, W: 1280, H: 764}
	from := paint.Rect{X: 300, Y: 200, W: 400, H: 300}
	for _, x := range []struct {
		name string
		edge compositor.Edge
		dx   float64
		dy   float64
		want paint.Rect
	}{
		{"right", compositor.EdgeRight, 50, 99, paint.Rect{X: 300, Y: 200, W: 450, H: 300}},
		{"left", compositor.EdgeLeft, -50, 0, paint.Rect{X: 250, Y: 200, W: 450, H: 300}},
		{"top left", compositor.EdgeLeft | compositor.EdgeTop, 20, -20, paint.Rect{X: 320, Y: 180, W: 380, H: 320}},
		{"beyond the area", compositor.EdgeLeft | compositor.EdgeTop, -900, -900, paint.Rect{X: 0, Y: 36, W: 700, H: 464}},
		{"too small", compositor.EdgeRight | compositor.EdgeBottom, -900, -900, paint.Rect{X: 300, Y: 200, W: leastW, H: leastH}},
		{"too small from the left", compositor.EdgeLeft, 900, 0, paint.Rect{X: 700 - leastW, Y: 200, W: leastW, H: 300}},
	} {
		if got := stretched(from, area, x.edge, x.dx, x.dy); got != x.want {
			t.Errorf("%s: %+v, want %+v", x.name, got, x.want)
		}
	}
	for _, x := range []struct {
		name string
		x, y float64
		want paint.Rect
	}{
		{"moved", 420, 250, paint.Rect{X: 320, Y: 240, W: 400, H: 300}},
		{"no further than the area", 1270, 700, paint.Rect{X: 880, Y: 500, W: 400, H: 300}},
		{"left half", 0, 400, paint.Rect{Y: 36, W: 640, H: 764}},
		{"right half", 1279, 400, paint.Rect{X: 640, Y: 36, W: 640, H: 764}},
		{"all", 600, 30, area},
		{"a quarter", 0, 799, paint.Rect{Y: 418, W: 640, H: 382}},
	} {
		if got, _ := moved(from, area, 400, 210, x.x, x.y, true); got != x.want {
			t.Errorf("%s: %+v, want %+v", x.name, got, x.want)
		}
	}
}
