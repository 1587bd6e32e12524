package compositor_test

import (
	"testing"

	"cellshell/compositor"
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
