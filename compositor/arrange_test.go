package compositor_test

import (
	"math"
	"testing"

	"cellshell/compositor"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

func bounds(t *testing.T, in compositor.Input, id string) paint.Rect {
	t.Helper()
	n, ok := compositor.Arrange(in).Node("a", id)
	if !ok {
		t.Fatalf("no node %q", id)
	}
	return n.Bounds
}

func near(a, b float64) bool { return math.Abs(a-b) <= 0.5 }

func TestScaleMultipliesSizeAndText(t *testing.T) {
	tests := []struct {
		name string
		root func(scale float64) *ui.Node
		id   string
		kind tissue.Kind
	}{
		{"button of given size", func(s float64) *ui.Node {
			return node(ui.KindColumn, "", styled(node(ui.KindButton, "Save"), func(st *ui.Style) { st.Width, st.Height, st.Scale = px(120), px(36), px(s) }))
		}, "column0/button0", tissue.KindWidget},
		{"button of its label's size", func(s float64) *ui.Node {
			return node(ui.KindColumn, "", styled(node(ui.KindButton, "Save this"), func(st *ui.Style) { st.Scale = px(s) }))
		}, "column0/button0", tissue.KindWidget},
		{"button that a column stretches", func(s float64) *ui.Node {
			c := node(ui.KindColumn, "", node(ui.KindText, "a rather long line above it"), styled(node(ui.KindButton, "Save"), func(st *ui.Style) { st.Scale = px(s) }))
			c.Style.Align = "stretch"
			return c
		}, "column0/button0", tissue.KindWidget},
		{"key of a grid", func(s float64) *ui.Node {
			g := node(ui.KindGrid, "", node(ui.KindButton, "sin"), node(ui.KindButton, "7"), node(ui.KindButton, "8"))
			g.Children[1].Style.Scale = px(s)
			return g
		}, "grid0/button1", tissue.KindWidget},
		{"text", func(s float64) *ui.Node {
			return node(ui.KindColumn, "", styled(node(ui.KindText, "12:45"), func(st *ui.Style) { st.Size, st.Scale = px(48), px(s) }))
		}, "column0/text0", tissue.KindWidget},
		{"button in a window", func(s float64) *ui.Node {
			return node(ui.KindColumn, "", styled(node(ui.KindButton, "Save"), func(st *ui.Style) { st.Scale = px(s) }))
		}, "column0/button0", tissue.KindWindow},
		{"field that fills a window", func(s float64) *ui.Node {
			return node(ui.KindColumn, "", node(ui.KindText, "Name"), styled(node(ui.KindField, "Ada"), func(st *ui.Style) { st.Scale = px(s) }))
		}, "column0/field0", tissue.KindWindow},
		{"root of a window", func(s float64) *ui.Node {
			return styled(node(ui.KindColumn, "", node(ui.KindText, "Name")), func(st *ui.Style) { st.Scale = px(s) })
		}, "column0", tissue.KindWindow},
		{"column with a scaled button in it", func(s float64) *ui.Node {
			in := node(ui.KindColumn, "", styled(node(ui.KindButton, "Save"), func(st *ui.Style) { st.Scale = px(1.25) }))
			in.Style.Scale = px(s)
			return node(ui.KindColumn, "", in, node(ui.KindText, "below"))
		}, "column0/column0", tissue.KindWidget},
		{"the root", func(s float64) *ui.Node {
			return styled(node(ui.KindColumn, "", node(ui.KindButton, "Save"), node(ui.KindField, "")), func(st *ui.Style) { st.Scale = px(s) })
		}, "column0", tissue.KindWidget},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			before := bounds(t, desktop(tc.kind, tissue.Placement{}, tc.root(1)), tc.id)
			for _, s := range []float64{0.5, 1.5, 2, 3.375} {
				after := bounds(t, desktop(tc.kind, tissue.Placement{}, tc.root(s)), tc.id)
				if !near(after.W, before.W*s) || !near(after.H, before.H*s) {
					t.Errorf("scale %v: %.1f×%.1f → %.1f×%.1f, want %.1f×%.1f", s, before.W, before.H, after.W, after.H, before.W*s, before.H*s)
				}
			}
		})
	}
	if b := bounds(t, desktop(tissue.KindWidget, tissue.Placement{}, tests[0].root(1.5)), "column0/button0"); b.W != 180 || b.H != 54 {
		t.Errorf("120×36 at scale 1.5 is %v×%v, want 180×54", b.W, b.H)
	}
}

func TestWindowsKeepTheirSizeAndScroll(t *testing.T) {
	root := node(ui.KindColumn, "", styled(node(ui.KindField, ""), func(st *ui.Style) { st.Scale = px(2) }), node(ui.KindText, "below"))
	for range 20 {
		root.Children = append(root.Children, node(ui.KindButton, "row"))
	}
	in := desktop(tissue.KindWindow, tissue.Placement{X: 100, Y: 100, W: 400, H: 300}, root)
	in.Edit = &compositor.Edits{Scroll: map[string]paint.Point{}}
	l := compositor.Arrange(in)
	c, _ := l.Cell("a")
	if c.Bounds != (paint.Rect{X: 100, Y: 100, W: 400, H: 300}) {
		t.Errorf("bounds %+v", c.Bounds)
	}
	if n, _ := l.Node("a", "column0/text0"); n.Bounds.X != 116 {
		t.Errorf("the text beside a wide field stands at %v, want 116", n.Bounds.X)
	}
	if c.ScrollMax.X < 300 || c.ScrollMax.Y < 500 {
		t.Errorf("can be scrolled by %+v", c.ScrollMax)
	}
	in.Edit.Scroll[compositor.Key("a", "")] = paint.Point{X: 1e9, Y: 120}
	l = compositor.Arrange(in)
	now, _ := l.Cell("a")
	was, is := c.Nodes["column0/text0"].Bounds, now.Nodes["column0/text0"].Bounds
	if now.Bounds != c.Bounds || now.Scroll.Y != 120 || now.Scroll.X != c.ScrollMax.X || is.Y != was.Y-120 {
		t.Errorf("scrolled: bounds %+v, by %+v, text %+v → %+v", now.Bounds, now.Scroll, was, is)
	}
	if v := now.Nodes["column0/field0"].Visible; v.Y < now.Body.Y-0.01 {
		t.Errorf("the field is seen above the body: %+v", v)
	}
}

func TestPanelsMakeTheAreaSmaller(t *testing.T) {
	in := desktop(tissue.KindWidget, tissue.Placement{Anchor: "top-right", X: 10, Y: 20}, node(ui.KindButton, "Save"))
	bar := node(ui.KindRow, "", node(ui.KindText, "Bar"))
	ui.Identify(bar)
	in.Doc.Cells["bar"] = &tissue.Cell{Kind: tissue.KindPanel, Order: 2, Placement: tissue.Placement{Anchor: "top", H: 40}}
	in.Cells["bar"] = compositor.CellInput{Tree: bar}
	l := compositor.Arrange(in)
	if l.Area != (paint.Rect{Y: 40, W: 1280, H: 760}) {
		t.Errorf("area %+v", l.Area)
	}
	if c, _ := l.Cell("a"); c.Bounds.Y != 60 || c.Bounds.X+c.Bounds.W != 1270 {
		t.Errorf("the widget stands at %+v", c.Bounds)
	}
	if b, _ := l.Cell("bar"); b.Bounds != (paint.Rect{W: 1280, H: 40}) {
		t.Errorf("the panel stands at %+v", b.Bounds)
	}
}

func TestPlacementScaleMagnifiesAWidget(t *testing.T) {
	root := func() *ui.Node {
		return node(ui.KindColumn, "", node(ui.KindText, "some text that wraps in it"), node(ui.KindButton, "Save"))
	}
	one := compositor.Arrange(desktop(tissue.KindWidget, tissue.Placement{W: 120}, root()))
	two := compositor.Arrange(desktop(tissue.KindWidget, tissue.Placement{W: 120, Scale: 2}, root()))
	a, _ := one.Cell("a")
	b, _ := two.Cell("a")
	if !near(b.Bounds.W, 2*a.Bounds.W) || !near(b.Bounds.H, 2*a.Bounds.H) {
		t.Errorf("%+v at scale 2 is %+v", a.Bounds, b.Bounds)
	}
	for id, n := range a.Nodes {
		if m := b.Nodes[id]; !near(m.Bounds.W, 2*n.Bounds.W) || !near(m.Bounds.X, 2*n.Bounds.X) {
			t.Errorf("%s: %+v at scale 2 is %+v", id, n.Bounds, m.Bounds)
		}
	}
}

// A window that is larger than the desktop is as large as it.
func TestAWindowFitsTheDesktop(t *testing.T) {
	for _, p := range []tissue.Placement{
		{Anchor: "center", W: 560, H: 420},
		{W: 5000, H: 5000},
		{Anchor: "bottom-right", W: 700, H: 100, Scale: 2},
		{Anchor: "bottom", Y: 24, W: 300, H: 290},
		{X: 900, Y: 700, W: 200, H: 100},
		{X: -50, Y: -60, W: 200, H: 100},
	} {
		in := desktop(tissue.KindWindow, p, node(ui.KindColumn, "", node(ui.KindText, "7")))
		in.W, in.H = 480, 300
		l := compositor.Arrange(in)
		c, _ := l.Cell("a")
		for _, r := range []paint.Rect{c.Bounds, c.Close, c.Body} {
			if l.Area.Intersect(r) != r {
				t.Errorf("%+v: %v reaches beyond %v", p, r, l.Area)
			}
		}
	}
}
