package layout_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"math"
	"strings"
	"testing"

	"cellshell/compositor/layout"
	"cellshell/membrane/ui"
)

func px(v float64) *float64 { return &v }

// box is a leaf of 40 × 20 that keeps its proportions.
func box(change ...func(*ui.Style)) *ui.Node {
	n := &ui.Node{Kind: ui.KindCanvas, Box: [2]float64{40, 20}}
	for _, c := range change {
		c(&n.Style)
	}
	return n
}

func width(v float64) func(*ui.Style)  { return func(s *ui.Style) { s.Width = px(v) } }
func height(v float64) func(*ui.Style) { return func(s *ui.Style) { s.Height = px(v) } }
func grow(v float64) func(*ui.Style)   { return func(s *ui.Style) { s.Grow = px(v) } }

func padded(v float64) func(*ui.Style) { return func(s *ui.Style) { s.Padding = px(v) } }

func offset(x, y float64) func(*ui.Style) {
	return func(s *ui.Style) { s.OffsetX, s.OffsetY = px(x), px(y) }
}

func in(kind ui.Kind, change func(*ui.Style), kids ...*ui.Node) *ui.Node {
	n := &ui.Node{Kind: kind, Children: kids}
	n.Style.Gap, n.Style.Padding = px(10), px(0)
	if change != nil {
		change(&n.Style)
	}
	return n
}

func TestFlex(t *testing.T) {
	left := func(s *ui.Style) { s.Align = "start" }
	tests := []struct {
		name string
		root *ui.Node
		w, h float64
		want string // x,y w×h of the root's children
	}{
		{"a row is as wide as its children", in(ui.KindRow, nil, box(), box()), 0, 0, "0,0 40×20 | 50,0 40×20"},
		{"growers share the rest", in(ui.KindRow, nil, box(), box(grow(1)), box(grow(3))), 300, 0, "0,0 40×20 | 50,0 60×20 | 120,0 180×20"},
		{"no grower below its wanted size", in(ui.KindRow, nil, box(grow(1)), box(grow(9))), 130, 0, "0,0 40×20 | 50,0 80×20"},
		{"a spacer pushes apart", in(ui.KindRow, nil, box(), &ui.Node{Kind: ui.KindSpacer}, box()), 200, 0, "0,0 40×20 | 50,10 100×0 | 160,0 40×20"},
		{"centred across", in(ui.KindRow, nil, box(), box(height(60))), 0, 0, "0,20 40×20 | 50,0 40×60"},
		{"stretched across", in(ui.KindRow, func(s *ui.Style) { s.Align = "stretch" }, box(), box(height(60))), 0, 0, "0,0 40×60 | 50,0 40×60"},
		{"justified in the middle", in(ui.KindRow, func(s *ui.Style) { s.Justify = "center" }, box(), box()), 190, 0, "50,0 40×20 | 100,0 40×20"},
		{"at the end", in(ui.KindRow, func(s *ui.Style) { s.Justify = "end" }, box(), box()), 190, 0, "100,0 40×20 | 150,0 40×20"},
		{"with room between", in(ui.KindRow, func(s *ui.Style) { s.Justify = "between" }, box(), box()), 190, 0, "0,0 40×20 | 150,0 40×20"},
		{"with room around", in(ui.KindRow, func(s *ui.Style) { s.Justify = "around" }, box(), box()), 190, 0, "25,0 40×20 | 125,0 40×20"},
		{"a column", in(ui.KindColumn, left, box(), box(width(90))), 0, 0, "0,0 40×20 | 0,30 90×45"},
		{"a column's grower", in(ui.KindColumn, left, box(), box(grow(1))), 0, 200, "0,0 40×20 | 0,30 40×170"},
		{"centred in a column", in(ui.KindColumn, func(s *ui.Style) { s.Align = "center" }, box(), box(width(90))), 0, 0, "25,0 40×20 | 0,30 90×45"},
		{"a grid's columns are equal", in(ui.KindGrid, nil, box(), box(width(60)), box()), 0, 0, "10,5 40×20 | 70,0 60×30 | 10,40 40×20"},
		{"a stack is centred", in(ui.KindStack, nil, box(width(100), height(80)), box()), 0, 0, "0,0 100×80 | 30,30 40×20"},
		{"beside its place", in(ui.KindRow, padded(30), box(offset(-12, 8)), box()), 0, 0, "18,38 40×20 | 80,30 40×20"},
		{"beside its place, not out of the cell", in(ui.KindRow, padded(30), box(offset(-200, 1e9)), box()), 0, 0, "0,60 40×20 | 80,30 40×20"},
		{"beside its place, in pixels of what is around it", in(ui.KindRow, func(s *ui.Style) { s.Padding, s.Scale = px(30), px(2) }, box(offset(-10, 5))), 0, 0, "40,70 80×40"},
		{"padding", in(ui.KindRow, func(s *ui.Style) { s.PadX, s.PadY = px(5), px(7) }, box()), 0, 0, "5,7 40×20"},
		{"least and most", in(ui.KindRow, nil, box(func(s *ui.Style) { s.MinWidth = px(70) }), box(func(s *ui.Style) { s.MaxWidth, s.MaxHeight = px(30), px(15) })), 0, 0, "0,0 70×20 | 80,2 30×15"},
		{"a list insets its rows", in(ui.KindList, func(s *ui.Style) { s.Gap = nil }, box(), box()), 100, 0, "12,8 76×20 | 12,44 76×20"},
		{"a scale reflows only what follows", in(ui.KindRow, left, box(), box(func(s *ui.Style) { s.Scale = px(2) }), box()), 0, 0, "0,0 40×20 | 50,0 80×40 | 140,0 40×20"},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			ui.Identify(tc.root)
			b := layout.Tree(tc.root, layout.Options{W: tc.w, H: tc.h})
			var got []string
			for _, k := range b.Kids {
				got = append(got, fmt.Sprintf("%.0f,%.0f %.0f×%.0f", k.Rect.X, k.Rect.Y, k.Rect.W, k.Rect.H))
			}
			if s := strings.Join(got, " | "); s != tc.want {
				t.Errorf("%s\nwant %s", s, tc.want)
			}
		})
	}
}

// TestImagesAreAsLargeAsTheyMayBe gives a picture of 640×400 the size that its max width allows, and less where there is none.
func TestImagesAreAsLargeAsTheyMayBe(t *testing.T) {
	var data bytes.Buffer
	if err := png.Encode(&data, image.NewGray(image.Rect(0, 0, 640, 400))); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		most, room float64
		want       string
	}{{0, 0, "320×200"}, {100, 0, "100×62"}, {540, 0, "540×338"}, {540, 300, "300×188"}, {2000, 0, "640×400"}} {
		pic := &ui.Node{Kind: ui.KindImage, Data: data.Bytes()}
		if tt.most > 0 {
			pic.Style.MaxWidth = px(tt.most)
		}
		root := in(ui.KindColumn, nil, pic)
		ui.Identify(root)
		k := layout.Tree(root, layout.Options{W: tt.room}).Kids[0]
		if got := fmt.Sprintf("%.0f×%.0f", k.Rect.W, k.Rect.H); got != tt.want {
			t.Errorf("at most %g, in %g: %s, want %s", tt.most, tt.room, got, tt.want)
		}
	}
}

func TestTextWrapsInTheWidthThereIs(t *testing.T) {
	root := in(ui.KindColumn, nil, &ui.Node{Kind: ui.KindText, Text: "a text of several words that has to be broken"})
	ui.Identify(root)
	wide, narrow := layout.Tree(root, layout.Options{}), layout.Tree(root, layout.Options{MaxW: 120})
	if w, n := len(wide.Kids[0].Block.Lines), len(narrow.Kids[0].Block.Lines); w != 1 || n < 3 {
		t.Errorf("%d lines in any width, %d in 120", w, n)
	}
	if narrow.Rect.W > 120 || narrow.Rect.H <= wide.Rect.H*2 {
		t.Errorf("narrow: %+v, wide: %+v", narrow.Rect, wide.Rect)
	}
}

// TestRoomInTexts: the room between letters is added to what suits the size and grows with it; that between lines takes its place.
func TestRoomInTexts(t *testing.T) {
	text := func(letters, lines *float64) *layout.Box {
		root := in(ui.KindColumn, func(s *ui.Style) { s.LetterSpacing, s.LineHeight = letters, lines },
			&ui.Node{Kind: ui.KindText, Text: "first\nother", Style: ui.Style{Size: px(20)}}, &ui.Node{Kind: ui.KindButton, Text: "go"})
		ui.Identify(root)
		return layout.Tree(root, layout.Options{Scale: 2})
	}
	plain, wide, tight, tall := text(nil, nil), text(px(0.1), nil), text(px(-0.05), nil), text(nil, px(2))
	near := func(what string, got, want float64) {
		t.Helper()
		if math.Abs(got-want) > 0.01 {
			t.Errorf("%s is %v, want %v", what, got, want)
		}
	}
	near("the width of five letters, 4 px further apart each", wide.Kids[0].Block.W-plain.Kids[0].Block.W, 5*4)
	near("the width of five letters, 2 px closer together each", plain.Kids[0].Block.W-tight.Kids[0].Block.W, 5*2)
	near("the room between letters", wide.Kids[0].LetterRoom(), 4)
	near("the room between letters of which nothing is said", plain.Kids[0].LetterRoom(), 0)
	near("the label of a button", wide.Kids[1].LetterRoom(), 0.1*14*2)
	near("two lines twice as high as the letters", tall.Kids[0].Block.H, 2*2*20*2)
	near("a button beside them", tall.Kids[1].Rect.H, plain.Kids[1].Rect.H)
	if least, most := text(px(-9), px(-9)).Kids[0], text(px(9), px(9)).Kids[0]; least.Font.Leading != ui.MinLineHeight || most.Font.Leading != ui.MaxLineHeight || most.LetterRoom() > 41 {
		t.Errorf("out of bounds: %+v, %+v", least.Font, most.Font)
	}
}

func TestWhatIsSaidIsInherited(t *testing.T) {
	root := in(ui.KindColumn, func(s *ui.Style) { s.Color, s.Size, s.Font, s.Accent = "muted", px(20), "mono", "red" }, &ui.Node{Kind: ui.KindText, Text: "x"})
	ui.Identify(root)
	k := layout.Tree(root, layout.Options{Scale: 2}).Kids[0]
	if k.Color != "muted" || k.Font.Size != 40 || !k.Font.Mono || k.Accent != "red" {
		t.Errorf("%+v", k)
	}
}
