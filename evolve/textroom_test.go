package evolve_test

import (
	"math"
	"strings"
	"testing"

	"cellshell/evolve/act"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// TestRoomInTexts: the room between letters and lines is changed in the source, is laid out so, and goes again without a trace.
func TestRoomInTexts(t *testing.T) {
	d := doorDesk(t)
	before := string(d.Desk.Scene().Cells["door"].Source)
	text := func(node string) (size, letters, line float64) {
		x := d.Desk.Scene().Cells["door"].Texts[node]
		return x.Size, x.Letters, x.Line
	}
	d.PointAt("door", "column0/name")
	if _, letters, _ := text("column0/name"); letters != 0 {
		t.Fatalf("%v px between letters of which nobody said anything", letters)
	}
	d.done("letter spacing 3 px")
	if _, letters, _ := text("column0/name"); math.Abs(letters-3) > 0.02 {
		t.Errorf("%v px between the letters, want 3", letters)
	}
	d.done("double spaced")
	if size, _, line := text("column0/name"); line != 2*size {
		t.Errorf("%v px from line to line of letters of %v", line, size)
	}
	if src := string(d.Desk.Scene().Cells["door"].Source); !strings.Contains(src, ".LetterSpacing(0.15)") || !strings.Contains(src, ".LineHeight(2)") {
		t.Errorf("the source says\n%s", src)
	}
	if r := d.say("letter spacing 30 px"); r.Status != act.Refused {
		t.Errorf("letters half as far again apart as they are large: %s", r.Line())
	}
	d.done("normal letter spacing")
	d.done("normal line height")
	if src := string(d.Desk.Scene().Cells["door"].Source); src != before {
		t.Errorf("as usual again, and the source is\n%s", src)
	}
}

// TestTooltips: a tooltip is that of one thing, though one call makes several, and of a cell in any language.
func TestTooltips(t *testing.T) {
	d := doorDesk(t)
	d.Put("py", "", &ui.Node{Kind: ui.KindColumn, Children: []*ui.Node{{Kind: ui.KindButton, Key: "save", Text: "Save", Tooltip: "old"}}}, tissue.Cell{})
	tips := func(cell tissue.CellID) map[string]string { return d.Desk.Scene().Doc.Cells[cell].TooltipOverrides }
	d.PointAt("door", "column0/digits/d2")
	d.done(`add a tooltip saying "the second"`)
	if got := tips("door"); len(got) != 1 || got["column0/digits/d2"] != "the second" {
		t.Errorf("of three digits made by one call have a tooltip: %v", got)
	}
	d.PointAt("door", "column0/name")
	d.done(`add a tooltip saying "one \ two"`)
	if src := string(d.Desk.Scene().Cells["door"].Source); !strings.Contains(src, `.Tooltip(`) || len(tips("door")) != 1 {
		t.Errorf("%v\n%s", tips("door"), src)
	}
	d.PointAt("py", "column0/save")
	d.done("remove the tooltip")
	if got, said := tips("py")["column0/save"]; !said || got != "" {
		t.Errorf("a tooltip that a program shows is not taken away: %v", tips("py"))
	}
	d.done("the tooltip should say old")
	if got := tips("py"); len(got) != 0 {
		t.Errorf("over its own tooltip lies the same: %v", got)
	}
}
