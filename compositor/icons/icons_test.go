package icons_test

import (
	"testing"

	"cellshell/compositor/icons"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
)

func TestEveryIconIsDrawnInsideItsGrid(t *testing.T) {
	for _, name := range ui.Icons {
		p, ok := icons.Path(name)
		if !ok {
			t.Errorf("no drawing of %q", name)
			continue
		}
		want := 0
		for _, v := range p.Verbs {
			want += map[paint.Verb]int{paint.MoveTo: 1, paint.LineTo: 1, paint.QuadTo: 2, paint.CubicTo: 3}[v]
		}
		if want != len(p.Points) || len(p.Verbs) == 0 || p.Verbs[0] != paint.MoveTo {
			t.Errorf("%s: %d points for verbs that take %d", name, len(p.Points), want)
		}
		for _, q := range p.Points {
			if q.X < 1 || q.X > 23 || q.Y < 1 || q.Y > 23 {
				t.Errorf("%s: %v is outside the grid", name, q)
			}
		}
	}
	if _, ok := icons.Path("nothing"); ok {
		t.Error("a drawing of nothing")
	}
}
