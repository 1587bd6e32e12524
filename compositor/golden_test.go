package compositor_test

import (
	"testing"

	"cellshell/compositor"
	"cellshell/compositor/compositortest"
	"cellshell/gpu/soft"
	"cellshell/internal/golden"
)

// Short names for trees.
var (
	px      = compositortest.Px
	node    = compositortest.Node
	styled  = compositortest.Styled
	desktop = compositortest.Desktop
	gallery = compositortest.Gallery
)

func TestPictures(t *testing.T) {
	for _, p := range compositortest.Pictures() {
		t.Run(p.Name, func(t *testing.T) {
			golden.Image(t, soft.Render(compositor.Paint(p.Input, compositor.Arrange(p.Input), nil, 0)), p.Name)
		})
	}
}
