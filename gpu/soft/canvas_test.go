package soft_test

import (
	"fmt"
	"image"
	"math/rand/v2"
	"testing"

	"cellshell/gpu/gputest"
	"cellshell/gpu/paint"
	"cellshell/gpu/soft"
)

// A desktop whose labels change, whose boxes move, and which is blurred in places, is at each step what drawing it all gives; and what
// does not change is not said to.
func TestCanvasEqualsWhole(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for _, scale := range []float64{1, 1.25, 2} {
		scene := gputest.Desktop(rng.IntN(2) == 0, scale)
		scene.Ops = append(scene.Ops, paint.Backdrop{Rect: paint.Rect{W: scene.W, H: 40}, Blur: 16}, gputest.Write("sans-500", 13, 20, 24, gputest.RGB(0x8899aa), "panel"))
		at := len(scene.Ops) / 2
		scene.Ops = append(scene.Ops[:at:at], append([]paint.Op{gputest.Write("mono-400", 14, 30, 60, gputest.RGB(0), "0")}, scene.Ops[at:]...)...)
		var c soft.Canvas
		c.Draw(scene)
		before := soft.Render(scene)
		for step := range 12 {
			next := *scene
			next.Ops = append([]paint.Op(nil), scene.Ops...)
			i := at // the label
			if step%2 == 1 {
				i = rng.IntN(len(next.Ops))
			}
			next.Ops[i] = altered(next.Ops[i], step, rng)
			got, changed := c.Draw(&next)
			want := soft.Render(&next)
			for p := 0; p < len(want.Pix); p += 4 {
				x, y := p%want.Stride/4, p/want.Stride
				if got.Pix[p] != want.Pix[p] || got.Pix[p+1] != want.Pix[p+1] || got.Pix[p+2] != want.Pix[p+2] || got.Pix[p+3] != want.Pix[p+3] {
					t.Fatalf("scale %v, step %d, %T: pixel %d,%d is %v, want %v", scale, step, next.Ops[i], x, y, got.RGBAAt(x, y), want.RGBAAt(x, y))
				}
				if before.RGBAAt(x, y) != want.RGBAAt(x, y) && !within(image.Pt(x, y), changed) {
					t.Fatalf("scale %v, step %d, %T: pixel %d,%d has changed and is not in %v", scale, step, next.Ops[i], x, y, changed)
				}
			}
			scene, before = &next, want
		}
	}
}

func within(p image.Point, areas []image.Rectangle) bool {
	for _, r := range areas {
		if p.In(r) {
			return true
		}
	}
	return false
}

// altered is an operation made a little different, where that is possible.
func altered(op paint.Op, step int, rng *rand.Rand) paint.Op {
	move := func() float64 { return float64(rng.IntN(9) - 4) }
	switch op := op.(type) {
	case paint.Glyphs:
		if len(op.Glyphs) == 0 {
			return op
		}
		first := op.Glyphs[0]
		return gputest.Write(string(op.Font), op.Size, first.X, first.Y, op.Color, fmt.Sprint(step))
	case paint.RoundRect:
		op.Rect.X, op.Rect.H = op.Rect.X+move(), op.Rect.H+move()
		return op
	case paint.Image:
		op.Rect.Y += move()
		return op
	case paint.Backdrop:
		op.Rect.Y, op.Blur = op.Rect.Y+move(), op.Blur+move()/4
		return op
	}
	return op
}

// A number that changes below a blurred panel costs what lies around it and not the panel.
func TestALabelIsSmall(t *testing.T) {
	scene := func(number string) *paint.Scene {
		return &paint.Scene{W: 1280, H: 800, Scale: 1, Ops: []paint.Op{
			paint.RoundRect{Rect: paint.Rect{W: 1280, H: 800}, Fill: gputest.RGB(0xffffff)},
			gputest.Write("sans-400", 14, 40, 90, gputest.RGB(0), number),
			paint.Backdrop{Rect: paint.Rect{W: 1280, H: 44}, Blur: 16},
		}}
	}
	var c soft.Canvas
	c.Draw(scene("7"))
	_, changed := c.Draw(scene("8"))
	area := 0
	for _, r := range changed {
		area += r.Dx() * r.Dy()
	}
	if area == 0 || area > 1280*92/10 { // a tenth of what the panel is blurred from
		t.Errorf("%d pixels are drawn again: %v", area, changed)
	}
}
