package compositor_test

import (
	"testing"

	"cellshell/compositor"
	"cellshell/gpu/soft"
)

func BenchmarkArrange(b *testing.B) {
	in := gallery("dark", 1)
	b.ReportMetric(float64(len(in.Cells)), "cells")
	for b.Loop() {
		compositor.Arrange(in)
	}
}

func BenchmarkPaint(b *testing.B) {
	in := gallery("dark", 1)
	l := compositor.Arrange(in)
	for b.Loop() {
		compositor.Paint(in, l, nil, 0)
	}
}

func BenchmarkRender(b *testing.B) {
	in := gallery("dark", 1)
	s := compositor.Paint(in, compositor.Arrange(in), nil, 0)
	for b.Loop() {
		soft.Render(s)
	}
}
