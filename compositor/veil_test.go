package compositor_test

import (
	"image"
	"image/color"
	"testing"
	"time"

	"cellshell/compositor"
	"cellshell/gpu/paint"
	"cellshell/gpu/soft"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// What changes its colour where it stands is seen to blend into the new one, once, and nothing else is: not what a neighbour
// draws of itself at that moment.
func TestAColourBlendsIntoTheNext(t *testing.T) {
	make := func(generation int, ground, beside string) compositor.Input {
		in := desktop(tissue.KindWidget, tissue.Placement{X: 10, Y: 10, W: 100, H: 100}, styled(node(ui.KindColumn, ""), func(s *ui.Style) { s.Background = ground }))
		in.W, in.H = 300, 150
		in.Doc.Cells["a"].Generation = generation
		in.Doc.Cells["b"] = &tissue.Cell{Title: "B", Kind: tissue.KindWidget, Placement: tissue.Placement{X: 150, Y: 10, W: 100, H: 100}, Order: 2}
		in.Cells["b"] = compositor.CellInput{Tree: styled(node(ui.KindColumn, ""), func(s *ui.Style) { s.Background = beside })}
		ui.Identify(in.Cells["b"].Tree)
		return in
	}
	var m compositor.Motion
	red, blue := make(1, "#ff0000", "#808080"), make(2, "#0000ff", "#404040")
	was, is := compositor.Arrange(red), compositor.Arrange(blue)
	at := func(in compositor.Input, l *compositor.Layout, ms int) (a, b color.RGBA) {
		img := soft.Render(compositor.Paint(in, l, &m, time.Second+time.Duration(ms)*time.Millisecond))
		return img.RGBAAt(60, 60), img.RGBAAt(200, 60)
	}
	first, _ := at(red, was, 0)
	other := color.RGBA{0x40, 0x40, 0x40, 255}
	if first != (color.RGBA{255, 0, 0, 255}) {
		t.Fatalf("it begins as %v", first)
	}
	m.Retarget(was, is, time.Second)
	last := 255
	for ms := 0; ms <= 420; ms += 20 {
		a, b := at(blue, is, ms)
		if int(a.R) > last || int(a.R)+int(a.B) < 253 || ms == 0 && a.R < 250 || ms == 80 && (a.R < 20 || a.R > 235) {
			t.Errorf("after %d ms it is %v, before it had %d of red", ms, a, last)
		}
		last = int(a.R)
		if b != other {
			t.Errorf("after %d ms the other cell is %v, not yet %v", ms, b, other)
		}
	}
	if last != 0 || !m.Settled(time.Second+430*time.Millisecond) {
		t.Errorf("at the end %d of red is left, settled %v", last, m.Settled(2*time.Second))
	}
	// A change nobody announced is there at once.
	if a, _ := at(red, was, 500); a != first || !m.Settled(1500*time.Millisecond) {
		t.Errorf("what was not announced blends: %v", a)
	}
}

// A cell that shows something else while it glides, or begins to glide while it blends, leaves nothing behind where it was.
func TestWhatMovesLeavesNoVeilBehind(t *testing.T) {
	const ground = "#ff0000"
	make := func(x float64, color string) compositor.Input {
		in := desktop(tissue.KindWidget, tissue.Placement{X: x, Y: 10, W: 100, H: 100}, styled(node(ui.KindColumn, ""), func(s *ui.Style) { s.Background = color }))
		in.W, in.H = 600, 150
		return in
	}
	for _, turn := range []struct {
		name         string
		first, again compositor.Input
	}{
		{"another colour while it glides", make(400, ground), make(400, "#0000ff")},
		{"a glide while it blends", make(10, "#0000ff"), make(400, "#0000ff")},
	} {
		var m compositor.Motion
		at := time.Second
		draw := func(in compositor.Input, l *compositor.Layout) (veils int) {
			for _, op := range compositor.Paint(in, l, &m, at).Ops {
				if _, ok := op.(paint.PushLayer); ok {
					veils++
				}
			}
			return veils
		}
		in := make(10, ground)
		l := compositor.Arrange(in)
		draw(in, l)
		for _, next := range []compositor.Input{turn.first, turn.again} {
			to := compositor.Arrange(next)
			m.Retarget(l, to, at)
			draw(next, to)
			l, in = to, next
			at += 60 * time.Millisecond
		}
		if m.Settled(at) {
			t.Errorf("%s: nothing glides", turn.name)
		}
		if n := draw(in, l); n != 0 {
			t.Errorf("%s: %d veils lie over the desktop", turn.name, n)
		}
	}
}

// TestOnlyWhatChangesBlends changes one of two buttons of a cell: it blends as if all of the cell did, and nothing around it is
// drawn again meanwhile.
func TestOnlyWhatChangesBlends(t *testing.T) {
	make := func(generation int, color string) compositor.Input {
		root := node(ui.KindColumn, "", node(ui.KindButton, "One"), styled(node(ui.KindButton, "Two"), func(s *ui.Style) { s.Background = color }))
		in := desktop(tissue.KindWidget, tissue.Placement{X: 10, Y: 10, W: 200, H: 200}, root)
		in.W, in.H = 300, 250
		in.Doc.Cells["a"].Generation = generation
		return in
	}
	red, blue := make(1, "#ff0000"), make(2, "#0000ff")
	was, is := compositor.Arrange(red), compositor.Arrange(blue)
	at := func(m *compositor.Motion, in compositor.Input, l *compositor.Layout, ms int) *paint.Scene {
		return compositor.Paint(in, l, m, time.Second+time.Duration(ms)*time.Millisecond)
	}
	part, whole := compositor.Motion{Differ: soft.Differing}, compositor.Motion{}
	for _, m := range []*compositor.Motion{&part, &whole} {
		at(m, red, was, 0)
		m.Retarget(was, is, time.Second)
	}
	box, ok := is.Node("a", "column0/button1")
	if !ok {
		t.Fatal("there is no second button")
	}
	b := box.Bounds
	button := image.Rect(int(b.X), int(b.Y), int(b.X+b.W+1), int(b.Y+b.H+1))
	var differ soft.Differ
	blended := 0
	for ms := 0; ms <= 400; ms += 40 {
		scene := at(&part, blue, is, ms)
		got, want := soft.Render(scene), soft.Render(at(&whole, blue, is, ms))
		for y := button.Min.Y; y < button.Max.Y; y++ {
			for x := button.Min.X; x < button.Max.X; x++ {
				if got.RGBAAt(x, y) != want.RGBAAt(x, y) {
					t.Fatalf("after %d ms %d, %d is %v, with all of the cell blending %v", ms, x, y, got.RGBAAt(x, y), want.RGBAAt(x, y))
				}
			}
		}
		for _, r := range differ.Next(scene) {
			if ms > 0 && !r.In(button.Inset(-24)) { // its letters might reach beyond it
				t.Errorf("after %d ms %v is drawn again, the button is at %v", ms, r, button)
			} else if ms > 0 {
				blended++
			}
		}
	}
	if blended < 5 {
		t.Errorf("%d pictures differ from those before", blended)
	}
}

// TestALookThatComesLate tells of a change before the cell has drawn it, as a program does that starts anew: it blends all
// the same, and what the cell shows long after does not.
func TestALookThatComesLate(t *testing.T) {
	make := func(generation int, ground string) compositor.Input {
		in := desktop(tissue.KindWidget, tissue.Placement{X: 10, Y: 10, W: 100, H: 100}, styled(node(ui.KindColumn, ""), func(s *ui.Style) { s.Background = ground }))
		in.W, in.H = 300, 150
		in.Doc.Cells["a"].Generation = generation
		return in
	}
	var m compositor.Motion
	draw := func(in compositor.Input, ms int) color.RGBA {
		at := time.Second + time.Duration(ms)*time.Millisecond
		return soft.Render(compositor.Paint(in, compositor.Arrange(in), &m, at)).RGBAAt(60, 60)
	}
	first, told, late := make(1, "#ff0000"), make(2, "#ff0000"), make(2, "#0000ff")
	draw(first, 0)
	m.Retarget(compositor.Arrange(first), compositor.Arrange(told), time.Second)
	draw(told, 10)
	if c := draw(late, 100); c.R < 250 {
		t.Errorf("the new look is %v at once", c)
	}
	if c := draw(late, 900); c.R != 0 {
		t.Errorf("it stays at %v", c)
	}
	if c := draw(make(2, "#00ff00"), 1000); c != (color.RGBA{0, 255, 0, 255}) {
		t.Errorf("what it shows of itself later blends: %v", c)
	}
}
