package compositor_test

import (
	"testing"
	"time"

	"cellshell/compositor"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// TestAWindowComesInWithoutScrollbars: one whose content just fits is a little smaller on its way in, and shows no scrollbar
// for that.
func TestAWindowComesInWithoutScrollbars(t *testing.T) {
	empty := compositor.Input{W: 600, H: 400, Doc: &tissue.Document{Cells: map[tissue.CellID]*tissue.Cell{}}}
	w, h := 300.0, 180.0
	in := desktop(tissue.KindWindow, tissue.Placement{X: 100, Y: 100, W: 300, H: 240}, styled(node(ui.KindColumn, ""), func(s *ui.Style) { s.Width, s.Height = &w, &h }))
	in.W, in.H = 600, 400
	was, is := compositor.Arrange(empty), compositor.Arrange(in)
	ops := func(m *compositor.Motion, at time.Duration) (n int) {
		for _, op := range compositor.Paint(in, is, m, at).Ops {
			switch op.(type) {
			case paint.PushLayer, paint.PopLayer:
			default:
				n++
			}
		}
		return n
	}
	var m compositor.Motion
	compositor.Paint(empty, was, &m, time.Second)
	m.Retarget(was, is, time.Second)
	coming := ops(&m, time.Second+60*time.Millisecond)
	if m.Settled(time.Second + 60*time.Millisecond) {
		t.Fatal("it is there at once")
	}
	if rest := ops(nil, time.Second); coming != rest {
		t.Errorf("on its way in it is painted in %d steps, at rest in %d", coming, rest)
	}
}
