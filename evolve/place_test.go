package evolve

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"cellshell/tissue"
)

func drawRects(t *rapid.T, name string) []Rect {
	n := rapid.IntRange(1, 12).Draw(t, name)
	out := make([]Rect, n)
	side := rapid.Float64Range(20, 300)
	for i := range out {
		out[i] = Rect{rapid.Float64Range(0, 1000).Draw(t, "x"), rapid.Float64Range(0, 600).Draw(t, "y"), side.Draw(t, "w"), side.Draw(t, "h")}
	}
	return out
}

func TestArrangementsDoNotOverlap(t *testing.T) {
	area := Rect{24, 60, 1232, 700}
	rapid.Check(t, func(t *rapid.T) {
		sizes := drawRects(t, "cells")
		layout := rapid.SampledFrom([]string{"grid", "row", "column", "tidy", "across", "down", ""}).Draw(t, "layout")
		got := arrangement(layout, area, sizes, rapid.Float64Range(2, 60).Draw(t, "room"))
		for i, r := range got {
			if r.W != sizes[i].W || r.H != sizes[i].H || r.X < area.X || r.Y < area.Y {
				t.Fatalf("%s: cell %d of %v went to %v", layout, i, sizes[i], r)
			}
			for j := range i {
				if r.Intersects(got[j]) {
					t.Fatalf("%s: %v and %v overlap", layout, r, got[j])
				}
			}
		}
	})
}

func TestPlacementsAreExact(t *testing.T) {
	area := Rect{0, 36, 1280, 764}
	rapid.Check(t, func(t *rapid.T) {
		anchor := rapid.SampledFrom([]string{"top-left", "top", "top-right", "left", "center", "right", "bottom-left", "bottom", "bottom-right"}).Draw(t, "anchor")
		want := drawRects(t, "one")[0]
		got := anchoredAt(area, placed(tissue.Placement{}, area, anchor, want), want.W, want.H)
		if math.Abs(got.X-want.X) > 0.02 || math.Abs(got.Y-want.Y) > 0.02 {
			t.Fatalf("%s: %v became %v", anchor, want, got)
		}
	})
}

func TestFreeIsFreeOrUnchanged(t *testing.T) {
	area := Rect{0, 0, 1280, 800}
	rapid.Check(t, func(t *rapid.T) {
		others := drawRects(t, "others")
		want := within(area, drawRects(t, "one")[0])
		anchor := rapid.SampledFrom([]string{"top-left", "top-right", "bottom", "center"}).Draw(t, "anchor")
		got := free(area, want, anchor, others)
		if got == want {
			return
		}
		for _, o := range others {
			if got.Intersects(o) {
				t.Fatalf("%v covers %v", got, o)
			}
		}
		if !fits(area, got) {
			t.Fatalf("%v is outside", got)
		}
	})
}

func TestLighten(t *testing.T) {
	for _, tt := range []struct {
		hex  string
		by   float64
		want string
	}{
		{"#000000", 0.5, "#808080"}, {"#ff0000", 0.25, "#ff8080"}, {"#ff0000", -0.25, "#800000"}, {"#3366cc80", 0, "#3366cc80"}, {"#808080", 2, "#ffffff"},
	} {
		if got, ok := lighten(tt.hex, tt.by); got != tt.want || !ok {
			t.Errorf("lighten(%s, %v) = %s, %v, want %s", tt.hex, tt.by, got, ok, tt.want)
		}
	}
	for _, bad := range []string{"", "blue", "#12345", "#zzzzzz"} {
		if got, ok := lighten(bad, 0.1); ok {
			t.Errorf("lighten(%q) = %q", bad, got)
		}
	}
}
