package soft_test

import (
	"os"
	"testing"

	"cellshell/gpu/paint"
	"cellshell/gpu/soft"
	"cellshell/internal/fonts"
)

func TestEmojiAreColoured(t *testing.T) {
	const file = "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf"
	if _, err := os.Stat(file); err != nil {
		t.Skip("without fonts-noto-color-emoji")
	}
	font := "system:" + file + "#0"
	id, ok := fonts.Glyph(font, '😀')
	if !ok {
		t.Fatal("the font has no face")
	}
	img := soft.Render(&paint.Scene{W: 60, H: 60, Scale: 1, Ops: []paint.Op{
		paint.Glyphs{Font: paint.FontID(font), Size: 40, Color: rgb(0), Glyphs: []paint.Glyph{{ID: id, X: 5, Y: 45}}},
	}})
	yellow := 0
	for i := 0; i < len(img.Pix); i += 4 {
		if p := img.Pix[i : i+4]; p[3] == 255 && p[0] > 200 && p[1] > 150 && p[2] < 120 {
			yellow++
		}
	}
	if yellow < 400 {
		t.Errorf("%d yellow pixels in a smiling face 40 pixels high", yellow)
	}
}
