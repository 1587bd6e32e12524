package window

import (
	"fmt"
	"image"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"cellshell/gpu/kage"
	"cellshell/gpu/paint"
)

// A shader is drawn on this many pixels a side, within this time.
const (
	trySide = 512
	tryTime = 200 * time.Millisecond
)

// compiles tells what the compiler of Kage has against a program.
func compiles(p *kage.Program) error {
	shader, err := ebiten.NewShader([]byte(p.Source))
	if err != nil {
		return fmt.Errorf("%s", unshift(err.Error(), p.Shift))
	}
	shader.Deallocate()
	return nil
}

func tooSlow(side int, took time.Duration) error {
	return fmt.Errorf("a picture of %d×%d pixels takes %d ms, at most %d for one of %d×%d", side, side, took.Milliseconds(), tryTime.Milliseconds(), trySide, trySide)
}

// lab draws programs by themselves.
type lab struct {
	r     *Renderer
	dst   *ebiten.Image
	pixel [4]byte
}

func newLab() *lab {
	return &lab{r: NewRenderer(), dst: ebiten.NewImageWithOptions(square(trySide), &ebiten.NewImageOptions{Unmanaged: true})}
}

// ground is a scene without a shader.
func ground(side int) *paint.Scene {
	rect := paint.Rect{W: float64(side), H: float64(side)}
	return &paint.Scene{W: rect.W, H: rect.H, Scale: 1, Ops: []paint.Op{paint.RoundRect{Rect: rect, Fill: paint.Color{R: 90, G: 90, B: 90, A: 255}}}}
}

// show draws a scene and waits until it is.
func (l *lab) show(s *paint.Scene) {
	l.r.Draw(l.dst, s)
	sub := l.dst.RecyclableSubImage(square(1))
	sub.ReadPixels(l.pixel[:])
	sub.Recycle()
}

// draw draws what a program computes on a square and tells how long that takes.
func (l *lab) draw(p *kage.Program, side int) (took time.Duration) {
	l.r.Trust(allowed{p})
	back := ground(side)
	op := paint.Shader{Rect: paint.Rect{W: back.W, H: back.H}, Alpha: 1, Kage: "tried", Animate: true, Fallback: back.Ops}
	for i := range 3 { // the first compiles, and any may wait for others
		op.Time = float64(i)
		began := time.Now()
		l.show(&paint.Scene{W: back.W, H: back.H, Scale: 1, Ops: []paint.Op{op}})
		if d := time.Since(began); i == 1 || d < took {
			took = d
		}
	}
	return took
}

func square(side int) image.Rectangle { return image.Rect(0, 0, side, side) }

// allowed allows one program.
type allowed struct{ p *kage.Program }

func (a allowed) Allowed(string) *kage.Program { return a.p }
func (allowed) Turn() uint64                   { return 0 }
