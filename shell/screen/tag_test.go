package screen

import (
	"testing"

	"cellshell/compositor"
	"cellshell/gpu/paint"
	"cellshell/shell/control"
	"cellshell/tissue"
)

func TestTagsStayOnTheScreen(t *testing.T) {
	for _, r := range []paint.Rect{{X: 0, Y: 0, W: 400, H: 300}, {X: 390, Y: 290, W: 30, H: 30}, {X: -50, Y: 100, W: 20, H: 20}, {X: 100, Y: 2, W: 50, H: 20}} {
		tag := tagRect(r, 120, 400, 300, paint.Rect{}, nil)
		if tag.X < 0 || tag.Y < 0 || tag.X+tag.W > 400 || tag.Y+tag.H > 300 {
			t.Errorf("of %v: %v", r, tag)
		}
	}
}

func TestATagIsNotBehindTheBar(t *testing.T) {
	bar := paint.Rect{X: 60, Y: 100, W: 640, H: 140}
	for _, tt := range []struct {
		what string
		r    paint.Rect
		y    float64
	}{
		{"far away", paint.Rect{X: 100, Y: 400, W: 80, H: 40}, 370},
		{"just below the bar", paint.Rect{X: 100, Y: 250, W: 80, H: 40}, 298},
		{"just above the bar", paint.Rect{X: 100, Y: 10, W: 80, H: 80}, 39},
		{"beside the bar", paint.Rect{X: 705, Y: 150, W: 40, H: 40}, 120},
		{"as large as the screen", paint.Rect{X: 0, Y: 0, W: 760, H: 460}, 8},
		{"behind its upper end", paint.Rect{X: 100, Y: 90, W: 200, H: 300}, 60},
	} {
		tag := tagRect(tt.r, 50, 760, 460, bar, nil)
		if tag.Y != tt.y || tag.Meets(bar) {
			t.Errorf("%s: the tag stands at %v, want y %g and not behind %v", tt.what, tag, tt.y, bar)
		}
	}
}

// A tag has the first place that is free, else the one where it covers least.
func TestATagCoversLeast(t *testing.T) {
	above, below := paint.Rect{X: 300, Y: 150, W: 80, H: 40}, paint.Rect{X: 300, Y: 250, W: 80, H: 40}
	right, left := paint.Rect{X: 390, Y: 200, W: 60, H: 40}, paint.Rect{X: 200, Y: 200, W: 95, H: 40}
	ring := paint.Rect{X: 300, Y: 200, W: 80, H: 40}
	for _, tt := range []struct {
		what  string
		shown []paint.Rect
		x, y  float64
	}{
		{"nothing around", nil, 300, 170},
		{"a text above", []paint.Rect{ring, above}, 300, 248},
		{"texts above and below", []paint.Rect{ring, above, below}, 388, 209},
		{"a button at the right too", []paint.Rect{ring, above, below, right}, 222, 209},
		{"all around, most of all above", []paint.Rect{ring, above, {X: 300, Y: 260, W: 80, H: 40}, right, left}, 300, 248},
	} {
		if tag := tagRect(ring, 70, 760, 460, paint.Rect{}, tt.shown); tag.X != tt.x || tag.Y != tt.y {
			t.Errorf("%s: the tag stands at %v, want %g,%g", tt.what, tag, tt.x, tt.y)
		}
	}
}

// On the screen the tag of a button covers no text of its cell.
func TestATagCoversNoText(t *testing.T) {
	s := still(t, tissue.Theme{Mode: "dark"}, 760, 460, 1)
	s.opened("")
	s.touch.halo = plus
	b := &brush{scale: 1}
	bar := s.spread().panel
	for _, h := range s.halos() {
		tag := s.paintTag(b, halo{rect: b.ring(h.rect), name: h.name, source: h.source}, bar, s.shows())
		for id, n := range s.layout.Cells[0].Nodes {
			if n.Text != "" && n.Visible.Meets(tag) {
				t.Errorf("the tag %v covers %s at %v", tag, id, n.Visible)
			}
		}
	}
}

// What stands behind another cell gets no ring: it would be around that.
func TestNoRingAroundWhatIsCovered(t *testing.T) {
	s := still(t, tissue.Theme{Mode: "dark"}, 760, 460, 1)
	s.opened("make the button bigger")
	s.understood(control.HearResult{Route: control.RouteAsk, Choices: []string{"+1", "Reset"}, Targets: about(plus, reset)})
	if n := len(s.halos()); n != 2 {
		t.Fatalf("%d rings, want 2", n)
	}
	r, _ := s.rectOf(reset)
	front := *s.doc
	front.Cells = map[tissue.CellID]*tissue.Cell{"front": {Kind: tissue.KindWindow, Order: 9, Placement: tissue.Placement{Z: 9, X: r.X - 4, Y: r.Y - 60, W: 300, H: 160}}}
	for id, c := range s.doc.Cells {
		front.Cells[id] = c
	}
	s.doc, s.stale = &front, true
	s.cells["front"] = compositor.CellInput{Tree: s.cells["clock"].Tree}
	s.Picture()
	if h := s.halos(); len(h) != 1 || h[0].number != 1 {
		t.Errorf("the rings are %+v, want that of +1", h)
	}
}

// Suggestions stand in one row at every width.
func TestSuggestionsAreOneRow(t *testing.T) {
	for w := 240.0; w < 1300; w += 40 {
		s := still(t, tissue.Theme{Mode: "dark"}, w, 460, 1)
		s.opened("")
		s.understood(control.HearResult{Complete: []string{"make this button bigger", "make this button red", "call it …", "make the counter count by five"}})
		sp := s.spread()
		for _, r := range sp.chips {
			if r.Y != sp.chips[0].Y || r.X+r.W > sp.panel.X+sp.panel.W {
				t.Errorf("%g wide: %v in %v", w, sp.chips, sp.panel)
			}
		}
		if n := len(sp.chips); n == 0 || w > 700 && n < 3 {
			t.Errorf("%g wide: %d suggestions", w, n)
		}
	}
}
