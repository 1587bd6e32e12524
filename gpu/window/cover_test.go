package window_test

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"cellshell/compositor"
	"cellshell/compositor/compositortest"
	"cellshell/gpu/gputest"
	"cellshell/gpu/paint"
	"cellshell/gpu/window"
)

// Every operation there is stands in a picture that both renderers are compared by.
func TestEveryOperationIsCompared(t *testing.T) {
	seen := map[string]bool{}
	note := func(s *paint.Scene) {
		for _, op := range s.Ops {
			seen[reflect.TypeOf(op).Name()] = true
		}
	}
	for _, p := range gputest.Pictures() {
		note(p.Scene)
	}
	for _, p := range compositortest.Pictures() {
		note(compositor.Paint(p.Input, compositor.Arrange(p.Input), nil, 0))
	}
	files, err := filepath.Glob("../paint/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	found := 0
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?m)^func \((\w+)\) op\(\)`).FindAllSubmatch(src, -1) {
			if found++; !seen[string(m[1])] {
				t.Errorf("%s is in no picture", m[1])
			}
		}
	}
	if found < 10 {
		t.Errorf("only %d operations found", found)
	}
}

// A scene of large things that are all different takes no more memory than is set aside for them, nor does one of glyphs of all
// sizes.
func TestTexturesAreBounded(t *testing.T) {
	r := window.NewRenderer()
	scene := func(frame int) *paint.Scene {
		s := &paint.Scene{W: 1000, H: 800, Scale: 1}
		for i := range 45 {
			f := float64(i + 100*frame)
			s.Ops = append(s.Ops, paint.Path{
				Verbs: []paint.Verb{paint.MoveTo, paint.QuadTo, paint.LineTo, paint.Close}, Fill: gputest.Alpha(gputest.RGB(uint32(i*9973)), 40),
				Points: []paint.Point{{X: 3, Y: 5 + f/7}, {X: 500 + f/3, Y: 900}, {X: 990, Y: 20}, {X: 400, Y: 780 - f/9}},
			}, gputest.Write("sans-400", 8+f/2, 20, 700, gputest.Alpha(gputest.RGB(0), 60), "glyphs of all sizes"))
		}
		return s
	}
	for frame := range 2 {
		s := scene(frame)
		draw(t, func(*ebiten.Image) {
			dst := ebiten.NewImage(1000, 800)
			defer dst.Deallocate()
			if frame == 1 {
				checked(t, r, dst, s, "frame", frame)
				return
			}
			r.Draw(dst, s)
		})
		if n := r.OwnPixels(); n > window.MaxOwn {
			t.Errorf("frame %d: %d pixels are held", frame, n)
		}
		if side := r.SheetSide(); side > 4096 {
			t.Errorf("frame %d: the sheet is %d pixels wide", frame, side)
		}
	}
}
