package compositor_test

import (
	"testing"
	"time"

	"cellshell/compositor"
	"cellshell/compositor/compositortest"
	"cellshell/gpu/soft"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// A tree within all limits that would take minutes to draw is drawn in part, says so, and freezes nobody.
func TestDrawingTooMuchEnds(t *testing.T) {
	canvas := compositortest.Node(ui.KindCanvas, "")
	canvas.Box = [2]float64{1200, 700}
	for i := range 15_000 {
		f := float64(i % 97)
		canvas.Paint = append(canvas.Paint, ui.Paint{Op: "polygon", At: []float64{f, 0, 1200, f, 1200 - f, 700, 0, 700 - f}, Fill: "#ff000010", Stroke: "accent", Width: 3})
	}
	layers := compositortest.Node(ui.KindText, "x")
	half := 0.99
	for range 50 {
		layers = compositortest.Styled(compositortest.Node(ui.KindStack, "", layers), func(s *ui.Style) {
			s.Opacity = &half
			s.Width, s.Height = compositortest.Px(1200), compositortest.Px(700)
		})
	}
	for name, root := range map[string]*ui.Node{"shapes": canvas, "layers": compositortest.Node(ui.KindStack, "", layers, layers.Clone(), layers.Clone())} {
		t.Run(name, func(t *testing.T) {
			in := compositortest.Desktop(tissue.KindWidget, tissue.Placement{X: 10, Y: 10, W: 1200}, root)
			if err := ui.Check(root); err != nil {
				t.Fatal(err)
			}
			began := time.Now()
			s := compositor.Paint(in, compositor.Arrange(in), nil, 0)
			soft.Render(s)
			if took := time.Since(began); took > 20*time.Second {
				t.Errorf("it took %v", took)
			}
			if len(s.Ops) > 8000 {
				t.Errorf("%d operations are left", len(s.Ops))
			}
		})
	}
}
