package compositor_test

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"cellshell/compositor"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

var kinds = []ui.Kind{
	ui.KindText, ui.KindButton, ui.KindToggle, ui.KindSlider, ui.KindField, ui.KindArea, ui.KindRow, ui.KindColumn, ui.KindStack, ui.KindGrid,
	ui.KindScroll, ui.KindList, ui.KindProgress, ui.KindChart, ui.KindImage, ui.KindIcon, ui.KindCanvas, ui.KindSpacer, ui.KindDivider,
}

func opt(t *rapid.T, name string, lo, hi float64) *float64 {
	if rapid.IntRange(0, 3).Draw(t, name+"?") != 0 {
		return nil
	}
	return px(rapid.Float64Range(lo, hi).Draw(t, name))
}

// anyTree draws a tree of any kinds and styles.
func anyTree(t *rapid.T, depth int) *ui.Node {
	kind := rapid.SampledFrom(kinds).Draw(t, "kind")
	n := &ui.Node{Kind: kind, Text: rapid.SampledFrom([]string{"", "Save", "a longer text that can wrap", "שלום עולם", "line\nline", "👩‍👩‍👧 ok"}).Draw(t, "text")}
	n.Style = ui.Style{
		Width: opt(t, "w", 0, 400), Height: opt(t, "h", 0, 300), MinWidth: opt(t, "minw", 0, 100), MaxWidth: opt(t, "maxw", 10, 300), MaxHeight: opt(t, "maxh", 10, 300),
		Grow: opt(t, "grow", 0, 3), Scale: opt(t, "scale", 0.1, 4), Padding: opt(t, "pad", 0, 30), Gap: opt(t, "gap", 0, 20), Size: opt(t, "size", 4, 60),
		Align:   rapid.SampledFrom([]string{"", "start", "center", "end", "stretch", "baseline"}).Draw(t, "align"),
		Justify: rapid.SampledFrom([]string{"", "start", "center", "end", "between", "around"}).Draw(t, "justify"),
		Variant: rapid.SampledFrom([]string{"", "primary", "ring", "bar", "area"}).Draw(t, "variant"), Opacity: opt(t, "opacity", 0, 1),
	}
	n.Value = rapid.Float64Range(-2, 2).Draw(t, "value")
	n.Series = []ui.Series{{Name: "a", Values: rapid.SliceOfN(rapid.Float64Range(-9, 9), 0, 5).Draw(t, "series")}}
	n.Icon = rapid.SampledFrom([]string{"", "star"}).Draw(t, "icon")
	n.Box = [2]float64{rapid.Float64Range(0, 300).Draw(t, "boxw"), rapid.Float64Range(0, 300).Draw(t, "boxh")}
	n.Paint = []ui.Paint{{Op: "circle", At: []float64{1, 2, 3}}, {Op: "arc", At: []float64{9, 9, 5, 0, 400}}, {Op: "text", At: []float64{1, 1}, Text: "x"}}
	if depth > 0 {
		most := 4
		switch kind {
		case ui.KindScroll:
			most = 1
		case ui.KindRow, ui.KindColumn, ui.KindStack, ui.KindGrid, ui.KindList:
		default:
			most = 0
		}
		for range rapid.IntRange(0, most).Draw(t, "kids") {
			n.Children = append(n.Children, anyTree(t, depth-1))
		}
	}
	return n
}

func sound(v ...float64) bool {
	for _, x := range v {
		if math.IsNaN(x) || math.IsInf(x, 0) || math.Abs(x) > 1e7 {
			return false
		}
	}
	return true
}

// checkOps fails for numbers no renderer could draw and for clips that do not pair up.
func checkOps(t *rapid.T, s *paint.Scene) {
	clips, layers := 0, 0
	for i, op := range s.Ops {
		bad := false
		switch o := op.(type) {
		case paint.RoundRect:
			bad = !sound(o.Rect.X, o.Rect.Y, o.Rect.W, o.Rect.H, o.Radius, o.Width) || o.Rect.W < 0 || o.Rect.H < 0 || o.Radius < 0
		case paint.Glyphs:
			bad = !sound(o.Size) || o.Size <= 0
			for _, g := range o.Glyphs {
				bad = bad || !sound(g.X, g.Y)
			}
		case paint.Path:
			for _, q := range o.Points {
				bad = bad || !sound(q.X, q.Y)
			}
		case paint.PushClip:
			clips++
			bad = !sound(o.Rect.X, o.Rect.Y, o.Rect.W, o.Rect.H, o.Radius) || o.Rect.W < 0 || o.Rect.H < 0
		case paint.PopClip:
			clips--
		case paint.PushLayer:
			layers++
		case paint.PopLayer:
			layers--
		}
		if bad || clips < 0 || layers < 0 {
			t.Fatalf("op %d is not sound: %+v", i, op)
		}
	}
	if clips != 0 || layers != 0 {
		t.Fatalf("%d clips and %d layers are left open", clips, layers)
	}
}

func TestAnyTreeIsLaidOutSoundly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom([]tissue.Kind{tissue.KindWidget, tissue.KindWindow, tissue.KindPanel, tissue.KindWallpaper, tissue.KindOverlay}).Draw(t, "cell")
		p := tissue.Placement{
			Anchor: rapid.SampledFrom([]string{"", "top", "right", "bottom-right", "center", "left"}).Draw(t, "anchor"),
			X:      rapid.Float64Range(-50, 500).Draw(t, "x"), W: rapid.Float64Range(0, 500).Draw(t, "pw"), H: rapid.Float64Range(0, 500).Draw(t, "ph"),
			Scale: rapid.Float64Range(0, 3).Draw(t, "pscale"),
		}
		in := desktop(kind, p, anyTree(t, 3))
		in.Scale = rapid.SampledFrom([]float64{1, 1.25, 2}).Draw(t, "scale")
		l := compositor.Arrange(in)
		c, _ := l.Cell("a")
		if len(c.Nodes) != count(in.Cells["a"].Tree) {
			t.Fatalf("%d nodes have a place, the tree has %d", len(c.Nodes), count(in.Cells["a"].Tree))
		}
		for id, n := range c.Nodes {
			b := n.Bounds
			if !sound(b.X, b.Y, b.W, b.H, n.Scale) || b.W < 0 || b.H < 0 {
				t.Fatalf("%s stands at %+v", id, b)
			}
			if v := n.Visible; v.W > 0 && (v.X < b.X-0.01 || v.X+v.W > b.X+b.W+0.01) {
				t.Fatalf("%s is seen at %+v, outside its bounds %+v", id, v, b)
			}
		}
		scene := compositor.Paint(in, l, nil, 0)
		checkOps(t, scene)
		if again := compositor.Paint(in, compositor.Arrange(in), nil, 0); !reflect.DeepEqual(scene, again) {
			t.Fatal("the same input gave another picture")
		}
	})
}

func count(n *ui.Node) int {
	sum := 1
	for _, k := range n.Children {
		sum += count(k)
	}
	return sum
}

// plainTree draws rows and columns of leaves without sizes of their own: what every parent has room for.
func plainTree(t *rapid.T, depth int) *ui.Node {
	kind := rapid.SampledFrom([]ui.Kind{ui.KindText, ui.KindButton, ui.KindToggle, ui.KindSlider, ui.KindField, ui.KindRow, ui.KindColumn, ui.KindGrid, ui.KindStack, ui.KindIcon, ui.KindProgress}).Draw(t, "kind")
	n := &ui.Node{Kind: kind, Text: rapid.StringMatching(`[a-z ]{0,30}`).Draw(t, "text"), Icon: "star"}
	n.Style.Scale, n.Style.Grow, n.Style.Padding = opt(t, "scale", 0.5, 3), opt(t, "grow", 0, 2), opt(t, "pad", 0, 20)
	n.Style.Align = rapid.SampledFrom([]string{"", "start", "center", "stretch"}).Draw(t, "align")
	if depth > 0 && (kind == ui.KindRow || kind == ui.KindColumn || kind == ui.KindGrid || kind == ui.KindStack) {
		for range rapid.IntRange(1, 4).Draw(t, "kids") {
			n.Children = append(n.Children, plainTree(t, depth-1))
		}
	}
	return n
}

func TestChildrenStayInsideTheirParents(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		root := plainTree(t, 3)
		in := desktop(tissue.KindWidget, tissue.Placement{}, root)
		l := compositor.Arrange(in)
		c, _ := l.Cell("a")
		var walk func(n *ui.Node)
		walk = func(n *ui.Node) {
			p := c.Nodes[n.ID].Bounds
			for _, k := range n.Children {
				b := c.Nodes[k.ID].Bounds
				if b.X < p.X-0.5 || b.Y < p.Y-0.5 || b.X+b.W > p.X+p.W+0.5 || b.Y+b.H > p.Y+p.H+0.5 {
					t.Fatalf("%s at %+v leaves its parent at %+v", k.ID, b, p)
				}
				walk(k)
			}
		}
		walk(root)
	})
}

// A node beside its place moves nothing but what is in it, and stays in its cell.
func TestOffsetMovesNothingElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		root := plainTree(t, 3)
		place := func() *compositor.Placed {
			l := compositor.Arrange(desktop(tissue.KindWidget, tissue.Placement{}, root))
			c, _ := l.Cell("a")
			return c
		}
		before := place()
		id := rapid.SampledFrom(before.Order).Draw(t, "node")
		n := ui.Find(root, id)
		n.Style.OffsetX, n.Style.OffsetY = opt(t, "x", -1000, 1000), opt(t, "y", -1000, 1000)
		after := place()
		if after.Bounds != before.Bounds {
			t.Fatalf("the cell was %v and is %v", before.Bounds, after.Bounds)
		}
		all := after.Nodes[root.ID].Bounds
		for other, box := range after.Nodes {
			b := box.Bounds
			if b.X < all.X-0.5 || b.Y < all.Y-0.5 || b.X+b.W > all.X+all.W+0.5 || b.Y+b.H > all.Y+all.H+0.5 {
				t.Fatalf("%s at %+v leaves the cell at %+v", other, b, all)
			}
			if other != id && !strings.HasPrefix(other, id+"/") && b != before.Nodes[other].Bounds {
				t.Fatalf("%s moved from %+v to %+v", other, before.Nodes[other].Bounds, b)
			}
		}
	})
}

func TestGrowingMovesNoOtherCell(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := desktop(tissue.KindWidget, tissue.Placement{X: 40, Y: 40}, plainTree(t, 2))
		for i := range 5 {
			root := plainTree(t, 2)
			ui.Identify(root)
			id := tissue.CellID(fmt.Sprint("other", i))
			in.Doc.Cells[id] = &tissue.Cell{
				Kind: rapid.SampledFrom([]tissue.Kind{tissue.KindWidget, tissue.KindWindow, tissue.KindOverlay}).Draw(t, "kind"), Order: i + 2,
				Placement: tissue.Placement{Anchor: rapid.SampledFrom([]string{"top-right", "center", "bottom"}).Draw(t, "anchor"), X: float64(i * 30)},
			}
			in.Cells[id] = compositor.CellInput{Tree: root}
		}
		before := compositor.Arrange(in)
		bigger := plainTree(t, 3)
		ui.Identify(bigger)
		in.Cells["a"] = compositor.CellInput{Tree: bigger}
		after := compositor.Arrange(in)
		for i := range before.Cells {
			c := &before.Cells[i]
			if c.ID == "a" {
				continue
			}
			if now, _ := after.Cell(c.ID); now.Bounds != c.Bounds || !reflect.DeepEqual(now.Nodes, c.Nodes) {
				t.Fatalf("%s moved from %+v to %+v", c.ID, c.Bounds, now.Bounds)
			}
		}
	})
}

func TestHitFindsWhatIsSeen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := gallery("dark", 1)
		l := compositor.Arrange(in)
		c := &l.Cells[rapid.IntRange(0, len(l.Cells)-1).Draw(t, "cell")]
		id := c.Order[rapid.IntRange(0, len(c.Order)-1).Draw(t, "node")]
		v := c.Nodes[id].Visible
		if v.W < 1 || v.H < 1 {
			return
		}
		x, y := v.X+v.W*rapid.Float64Range(0, 0.99).Draw(t, "fx"), v.Y+v.H*rapid.Float64Range(0, 0.99).Draw(t, "fy")
		hit := l.Hit(x, y)
		over, ok := l.Cell(hit.Cell)
		if !ok {
			t.Fatalf("nothing is hit at %v,%v in %s", x, y, id)
		}
		if hit.Cell != c.ID && over.Z < c.Z {
			t.Fatalf("%s was hit below %s", hit.Cell, c.ID)
		}
		if hit.Cell == c.ID && hit.Part == compositor.PartBody && len(hit.Node) < len(id) && hit.Node != id {
			t.Fatalf("hit %s, but %s is there", hit.Node, id)
		}
	})
}

func TestMotionEndsWhereItBelongs(t *testing.T) {
	in := gallery("dark", 1)
	old := compositor.Arrange(in)
	next := gallery("dark", 1)
	next.Doc.Cells["clock"].Placement = tissue.Placement{Anchor: "center"}
	next.Doc.Cells["counter"].Placement.Scale = 1.5
	delete(next.Doc.Cells, "week")
	l := compositor.Arrange(next)
	var m compositor.Motion
	m.Retarget(old, l, time.Second)
	if m.Settled(time.Second) {
		t.Fatal("settled at once")
	}
	first := compositor.Paint(next, l, &m, time.Second)
	if reflect.DeepEqual(first.Ops, compositor.Paint(next, l, nil, 0).Ops) {
		t.Error("the first picture jumps to the new layout")
	}
	for at := time.Second; at < 2*time.Second; at += 16 * time.Millisecond {
		s := compositor.Paint(next, l, &m, at)
		rapid.Check(t, func(t *rapid.T) { checkOps(t, s) })
		if m.Settled(at) {
			if got := at - time.Second; got > 700*time.Millisecond {
				t.Errorf("settled after %v", got)
			}
			if !reflect.DeepEqual(compositor.Paint(next, l, &m, at), compositor.Paint(next, l, nil, 0)) {
				t.Error("the settled picture is not the plain one")
			}
			return
		}
	}
	t.Error("not settled after a second")
}
