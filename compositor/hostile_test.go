package compositor_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"cellshell/compositor"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// The trees here pass ui.Check and are made to take long.

func deep(kind ui.Kind, change func(*ui.Style)) *ui.Node {
	n := node(ui.KindText, "deep down")
	for range 62 {
		n = styled(node(kind, "", n, node(ui.KindText, "x")), change)
	}
	return n
}

func TestHostileTreesAreLaidOutInTime(t *testing.T) {
	wide := node(ui.KindColumn, "")
	for i := range 99 {
		r := node(ui.KindRow, "")
		for k := range 99 {
			r.Children = append(r.Children, node(ui.KindText, fmt.Sprint(i, k)))
		}
		wide.Children = append(wide.Children, r)
	}
	novel := node(ui.KindColumn, "")
	for i := range 200 {
		novel.Children = append(novel.Children, node(ui.KindText, fmt.Sprint(i)+strings.Repeat("lorem ipsum ", 5000)))
	}
	tests := map[string]*ui.Node{
		"10,000 nodes":         wide,
		"12 MB of text":        novel,
		"one word of 64 KiB":   node(ui.KindColumn, "", node(ui.KindText, strings.Repeat("x", 64<<10))),
		"scales within scales": deep(ui.KindColumn, func(s *ui.Style) { s.Scale = px(1.3) }),
		"tiny within tiny":     deep(ui.KindRow, func(s *ui.Style) { s.Scale = px(0.1) }),
		"rows on a baseline":   deep(ui.KindRow, func(s *ui.Style) { s.Align = "baseline" }),
		"stacks":               deep(ui.KindStack, func(s *ui.Style) { s.Align = "stretch" }),
		"grids":                deep(ui.KindGrid, func(*ui.Style) {}),
		"lists":                deep(ui.KindList, func(s *ui.Style) { s.Width = px(300) }),
		"scrolls":              deep(ui.KindScroll, func(*ui.Style) {}),
	}
	for name, root := range tests {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			in := desktop(tissue.KindWidget, tissue.Placement{}, root)
			scene := compositor.Paint(in, compositor.Arrange(in), nil, 0)
			if got := time.Since(start); got > 10*time.Second {
				t.Errorf("took %v", got)
			} else {
				t.Logf("%v, %d operations", got, len(scene.Ops))
			}
		})
	}
}
