package window_test

import (
	"fmt"
	"image"
	"math"
	"math/rand/v2"
	"os"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"cellshell/gpu/gputest"
	"cellshell/gpu/paint"
	"cellshell/gpu/soft"
	"cellshell/gpu/window"
	"cellshell/internal/golden"
)

// random is a scene of any bytes; next is one that differs from it a little.
func random(seed uint64) (scene, next *paint.Scene) {
	rng := rand.New(rand.NewPCG(seed, 1))
	in := make([]byte, 60+rng.IntN(300))
	for i := range in {
		in[i] = byte(rng.IntN(256))
	}
	scene = &paint.Scene{W: 64, H: 48, Scale: 1.5, Ops: gputest.Operations(in)}
	for range 1 + rng.IntN(3) {
		in[rng.IntN(len(in))] = byte(rng.IntN(256))
	}
	return scene, &paint.Scene{W: 64, H: 48, Scale: 1.5, Ops: gputest.Operations(in)}
}

// Drawing only what differs gives what drawing all gives, with both drawers.
func TestDrawingAgainEqualsDrawingAll(t *testing.T) {
	for name, d := range map[string][2]window.Drawer{
		"renderer": {window.NewRenderer(), window.NewRenderer()}, "fallback": {&window.Fallback{}, &window.Fallback{}},
	} {
		t.Run(name, func(t *testing.T) {
			for seed := range uint64(80) {
				scene, next := random(seed)
				got, want := pair(t, d, scene, next)
				for i := range want.Pix {
					if diff := int(got.Pix[i]) - int(want.Pix[i]); diff < -1 || diff > 1 {
						t.Errorf("seed %d: pixel %d,%d is %v instead of %v", seed, i/4%96, i/4/96, got.Pix[i&^3:i&^3+4], want.Pix[i&^3:i&^3+4])
						break
					}
				}
			}
		})
	}
}

// pair draws a scene after another with one drawer, and after an empty one with the other.
func pair(t *testing.T, d [2]window.Drawer, scene, next *paint.Scene) (again, whole *image.RGBA) {
	t.Helper()
	draw(t, func(*ebiten.Image) {
		dst := ebiten.NewImage(96, 72)
		defer dst.Deallocate()
		d[0].Draw(dst, scene)
		d[0].Draw(dst, next)
		again = pixels(dst)
		d[1].Draw(dst, &paint.Scene{W: 32, H: 24, Scale: 3, Ops: next.Ops})
		d[1].Draw(dst, next)
		whole = pixels(dst)
	})
	return again, whole
}

// nearShadows takes away shadows that lie so far beside a shape that the GPU does not leave them out below it: see maxOffset.
func nearShadows(ops []paint.Op) {
	for i, op := range ops {
		switch op := op.(type) {
		case paint.RoundRect:
			if s := op.Shadow; !(math.Abs(s.DX)+math.Abs(s.DY)+math.Abs(s.Spread) < 40) {
				op.Shadow = paint.Shadow{}
				ops[i] = op
			}
		case paint.Shader:
			nearShadows(op.Fallback)
		}
	}
}

// Whatever the operations, the two renderers agree.
func TestRandomScenesAreThoseOfTheProcessor(t *testing.T) {
	r := window.NewRenderer()
	var all, differ int
	for seed := range uint64(150) {
		scene, _ := random(seed)
		nearShadows(scene.Ops)
		var got *image.RGBA
		draw(t, func(*ebiten.Image) {
			dst := ebiten.NewImage(96, 72)
			r.Draw(dst, scene)
			got = pixels(dst)
			dst.Deallocate()
		})
		want := soft.Render(scene)
		n, _ := golden.Diff(got, want)
		all, differ = all+96*72, differ+n
		if n > 96*72/100 {
			t.Errorf("seed %d: %d of %d pixels differ", seed, n, 96*72)
			if *keepDir != "" {
				name := fmt.Sprintf("%s/random-%d", *keepDir, seed)
				save(t, name+".gpu.png", got)
				save(t, name+".cpu.png", want)
			}
		}
	}
	t.Logf("%d of %d pixels differ", differ, all)
}

func TestEmojiAreThoseOfTheProcessor(t *testing.T) {
	const file = "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf"
	if _, err := os.Stat(file); err != nil {
		t.Skip("without fonts-noto-color-emoji")
	}
	font := "system:" + file + "#0"
	s := &paint.Scene{W: 120, H: 60, Scale: 1.5, Ops: []paint.Op{
		gputest.Write(font, 40, 5, 45, gputest.RGB(0), "😀🎉"), gputest.Write(font, 14, 100, 45, gputest.Alpha(gputest.RGB(0), 120), "😀"),
	}}
	compare(t, "emoji", s, golden.Allowed)
}
