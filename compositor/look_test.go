package compositor_test

import (
	"strings"
	"testing"
	"time"

	"cellshell/compositor"
	"cellshell/compositor/edit"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// inked are the left and right ends of the glyphs of a picture: the places they are painted at.
func inked(s *paint.Scene) (from, to float64) {
	from, to = 1e9, -1e9
	for _, op := range s.Ops {
		if g, ok := op.(paint.Glyphs); ok {
			for _, q := range g.Glyphs {
				from, to = min(from, q.X), max(to, q.X)
			}
		}
	}
	return from, to
}

func TestALabelStaysInTheMiddleOfAGrowingButton(t *testing.T) {
	of := func(w, h float64) compositor.Input {
		b := styled(node(ui.KindButton, "IIIIIIII"), func(s *ui.Style) { s.Width, s.Height, s.PadX = px(w), px(h), px(4) })
		return desktop(tissue.KindWidget, tissue.Placement{X: 10, Y: 10, W: 400, H: 200}, node(ui.KindColumn, "", b))
	}
	small, large := of(70, 40), of(220, 60)
	var m compositor.Motion
	was, is := compositor.Arrange(small), compositor.Arrange(large)
	compositor.Paint(small, was, &m, time.Second)
	m.Retarget(was, is, time.Second)
	for ms := 0; ms < 400; ms += 20 {
		now := time.Second + time.Duration(ms)*time.Millisecond
		from, to := inked(compositor.Paint(large, is, &m, now))
		_, r, ok := m.Seen(is, compositor.Target{Cell: "a", Node: "column0/button0"})
		if !ok {
			t.Fatal("the button is not seen")
		}
		left, right := from-r.X, r.X+r.W-to // to is the left end of the last letter
		if left < 0 || right < 0 || max(left-right, right-left) > 8 {
			t.Errorf("after %d ms the button is %v, and its label from %g to %g", ms, r, from, to)
		}
	}
}

func TestAWindowThatFillsTheScreenHasNoEdge(t *testing.T) {
	corners := func(p tissue.Placement) (round, shadows int) {
		in := desktop(tissue.KindWindow, p, node(ui.KindColumn, ""))
		for _, op := range compositor.Paint(in, compositor.Arrange(in), nil, 0).Ops {
			switch o := op.(type) {
			case paint.RoundRect:
				if o.Shadow != (paint.Shadow{}) {
					shadows++
				} else if o.Radius > 0 && o.Rect.W > 200 {
					round++
				}
			case paint.PushClip:
				if o.Radius > 0 {
					round++
				}
			}
		}
		return round, shadows
	}
	in := desktop(tissue.KindWindow, tissue.Placement{}, node(ui.KindColumn, ""))
	area := compositor.Arrange(in).Area
	if round, shadows := corners(tissue.Placement{W: area.W, H: area.H}); round+shadows > 0 {
		t.Errorf("all of the screen: %d round corners, %d shadows", round, shadows)
	}
	if round, shadows := corners(tissue.Placement{W: area.W, H: area.H - 40}); round == 0 || shadows == 0 {
		t.Errorf("a part of it: %d round corners, %d shadows", round, shadows)
	}
}

func TestHebrewBeginsAtTheRightOfAField(t *testing.T) {
	in := desktop(tissue.KindWidget, tissue.Placement{W: 300}, node(ui.KindColumn, "", node(ui.KindField, "")))
	const id = "column0/field0"
	for _, tt := range []struct {
		text  string
		right bool
	}{{strings.Repeat("שלום ", 40), true}, {"שלום", true}, {"12 שלום", true}, {"hello", false}, {"", false}} {
		f := edit.NewField(tt.text)
		f.Cursor, f.Anchor = 0, 0
		in.Edit = &compositor.Edits{Focus: compositor.Target{Cell: "a", Node: id}, Fields: map[string]*edit.Field{compositor.Key("a", id): f}}
		l := compositor.Arrange(in)
		n, _ := l.Node("a", id)
		caret, ok := l.Caret(in.Edit)
		if !ok {
			t.Fatal("no caret")
		}
		if mid := n.Bounds.X + n.Bounds.W/2; (caret.X > mid) != tt.right {
			t.Errorf("%q: it begins at %g, the field is %v", tt.text, caret.X, n.Bounds)
		}
		if len(tt.text) > 100 {
			in.Edit.Focus = compositor.Target{}
			l = compositor.Arrange(in)
			if got, _ := l.TextAt("a", id, n.Bounds.X+n.Bounds.W-14, n.Bounds.Y+n.Bounds.H/2); got > 4 {
				t.Errorf("a long text that nobody edits shows offset %d at the right", got)
			}
			continue
		}
		for at, x := range map[int]float64{0: n.Bounds.X + n.Bounds.W - 2, len(tt.text): n.Bounds.X + 2} {
			if got, _ := l.TextAt("a", id, x, n.Bounds.Y+n.Bounds.H/2); tt.right && tt.text[0] != '1' && got != at {
				t.Errorf("%q: a click at %g goes to %d, want %d", tt.text, x, got, at)
			}
		}
	}
}

func TestSeriesDifferUnderEveryAccent(t *testing.T) {
	for _, accent := range []string{"", "teal", "orange", "purple", "blue"} {
		chart := node(ui.KindChart, "")
		chart.Series = make([]ui.Series, 9)
		for i := range chart.Series {
			chart.Series[i] = ui.Series{Name: "a", Values: []float64{1, 2}}
		}
		in := desktop(tissue.KindWidget, tissue.Placement{X: 10, Y: 10, W: 400, H: 200}, node(ui.KindColumn, "", chart))
		in.Doc.Theme.Accent = accent
		lines := map[paint.Color]bool{}
		for _, op := range compositor.Paint(in, compositor.Arrange(in), nil, 0).Ops {
			if p, ok := op.(paint.Path); ok && p.Stroke.A > 0 {
				lines[p.Stroke] = true
			}
		}
		if len(lines) != len(chart.Series) {
			t.Errorf("accent %q: %d series in %d colours", accent, len(chart.Series), len(lines))
		}
	}
}

// A window casts the shadow that its cell asks for, and none where it asks for none.
func TestAWindowCastsTheShadowItAsksFor(t *testing.T) {
	deepest := func(height *float64) float64 {
		root := styled(node(ui.KindColumn, ""), func(s *ui.Style) { s.Shadow = height })
		in := desktop(tissue.KindWindow, tissue.Placement{X: 40, Y: 60, W: 300, H: 200}, root)
		blur := 0.0
		for _, op := range compositor.Paint(in, compositor.Arrange(in), nil, 0).Ops {
			if o, ok := op.(paint.RoundRect); ok {
				blur = max(blur, o.Shadow.Blur)
			}
		}
		return blur
	}
	usual, none, soft, deep := deepest(nil), deepest(px(0)), deepest(px(1)), deepest(px(3))
	if none != 0 || soft >= usual || deep <= usual {
		t.Errorf("shadows of 0, 1, as usual and 3 are %g, %g, %g and %g wide", none, soft, usual, deep)
	}
}

// A window has the corners that its cell asks for.
func TestAWindowHasTheCornersItAsksFor(t *testing.T) {
	root := styled(node(ui.KindColumn, ""), func(s *ui.Style) { s.Radius = px(30) })
	in := desktop(tissue.KindWindow, tissue.Placement{X: 40, Y: 60, W: 300, H: 200}, root)
	for _, op := range compositor.Paint(in, compositor.Arrange(in), nil, 0).Ops {
		if o, ok := op.(paint.PushClip); ok && o.Radius == 30 {
			return
		}
	}
	t.Error("nothing is cut with a radius of 30")
}
