package compositor_test

import (
	"image/png"
	"os"
	"testing"

	"cellshell/compositor"
	"cellshell/gpu/soft"
	"cellshell/tissue"
)

func TestShow(t *testing.T) {
	dir := os.Getenv("SHOW")
	if dir == "" {
		t.Skip()
	}
	show := func(name string, in compositor.Input) {
		s := compositor.Paint(in, compositor.Arrange(in), nil, 0)
		f, _ := os.Create(dir + "/" + name + ".png")
		defer f.Close()
		_ = png.Encode(f, soft.Render(s))
	}
	show("dark1", gallery("dark", 1))
	show("light1", gallery("light", 1))
	show("dark2", gallery("dark", 2))
	show("light2", gallery("light", 2))
	in := desktop(tissue.KindWidget, tissue.Placement{X: 24, Y: 24, W: 900}, symbols())
	in.Scale = 1.5
	show("icons", in)
}
