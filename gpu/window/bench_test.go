package window_test

import (
	"runtime"
	"testing"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"cellshell/compositor"
	"cellshell/compositor/compositortest"
	"cellshell/gpu/gputest"
	"cellshell/gpu/paint"
	"cellshell/gpu/window"
)

// rectangles are n small ones with a border, in colours of their own.
func rectangles(n int, tint uint32) *paint.Scene {
	s := &paint.Scene{W: 1280, H: 800, Scale: 1}
	for i := range n {
		s.Ops = append(s.Ops, paint.RoundRect{
			Rect: paint.Rect{X: float64(i % 100 * 12), Y: float64(i / 100 * 8), W: 10, H: 6}, Radius: 2,
			Fill: gputest.RGB(uint32(i*997) ^ tint), Border: gputest.RGB(0), Width: 1,
		})
	}
	return s
}

// benchmark measures what Draw itself takes, one scene a frame as a screen does; the GPU works after it.
func benchmark(b *testing.B, scenes ...*paint.Scene) {
	b.Helper()
	var spent time.Duration
	r := window.NewRenderer()
	frame := func(i int) {
		draw(b, func(dst *ebiten.Image) {
			began := time.Now()
			r.Draw(dst, scenes[i%len(scenes)])
			spent += time.Since(began)
		})
	}
	for i := range 4 {
		frame(i)
	}
	spent = 0
	n := 0
	for b.Loop() {
		frame(n)
		n++
	}
	b.ReportMetric(float64(spent.Microseconds())/float64(n)/1000, "ms-in-Draw")
	b.ReportMetric(float64(r.Calls()), "calls")
}

// The target is 2 ms.
func Benchmark10000Rectangles(b *testing.B) {
	benchmark(b, rectangles(10000, 0), rectangles(10000, 0xffffff))
}

// gallery is a desktop with everything on it.
func gallery(mode string) *paint.Scene {
	in := compositortest.Gallery(mode, 1)
	return compositor.Paint(in, compositor.Arrange(in), nil, 0)
}

func BenchmarkDesktop(b *testing.B) { benchmark(b, gallery("dark"), gallery("light")) }

// BenchmarkBlink is a cursor that goes on and off.
func BenchmarkBlink(b *testing.B) {
	off, on := gallery("dark"), gallery("dark")
	on.Ops = append(on.Ops, paint.RoundRect{Rect: paint.Rect{X: 640, Y: 300, W: 2, H: 18}, Fill: gputest.RGB(0xffffff)})
	benchmark(b, off, on)
}

func BenchmarkBackdrop(b *testing.B) {
	benchmark(b, gputest.Desktop(true, 1.6), gputest.Desktop(false, 1.6))
}

// What was drawn before takes no memory to draw again.
func TestDrawingAgainAllocatesNothing(t *testing.T) {
	if racing {
		t.Skip("the race detector allocates")
	}
	for name, s := range map[string][2]*paint.Scene{
		"rectangles": {rectangles(2000, 0), rectangles(2000, 77)}, "the same": {gallery("dark"), gallery("dark")},
		"backdrop": {gputest.Desktop(false, 1), gputest.Desktop(true, 1)}, "desktop": {gallery("dark"), gallery("light")},
	} {
		t.Run(name, func(t *testing.T) {
			n := uint64(1 << 32)
			for i := range 12 { // the least of some frames, as others allocate too
				draw(t, func(dst *ebiten.Image) {
					var before, after runtime.MemStats
					runtime.ReadMemStats(&before)
					shared.Draw(dst, s[i%2])
					runtime.ReadMemStats(&after)
					n = min(n, after.Mallocs-before.Mallocs)
				})
			}
			if n > 0 {
				t.Errorf("%v allocations", n)
			}
		})
	}
}

// BenchmarkFirstFrame makes a renderer, its shaders too, and draws a desktop until it can be seen.
func BenchmarkFirstFrame(b *testing.B) {
	s := gallery("dark")
	for b.Loop() {
		draw(b, func(*ebiten.Image) {
			dst := ebiten.NewImage(1280, 800)
			began := time.Now()
			window.NewRenderer().Draw(dst, s)
			inDraw := time.Since(began)
			pixels(dst)
			b.ReportMetric(float64(inDraw.Milliseconds()), "ms-in-Draw")
			dst.Deallocate()
		})
	}
}
