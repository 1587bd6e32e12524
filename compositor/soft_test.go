package compositor_test

import (
	"testing"

	"cellshell/compositor"
	"cellshell/gpu/soft"
)

func BenchmarkRender(b *testing.B) {
	in := gallery("dark", 1)
	s := compositor.Paint(in, compositor.Arrange(in), nil, 0)
	for b.Loop() {
		soft.Render(s)
	}
}
