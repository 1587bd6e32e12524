package window

import (
	"fmt"
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

// Try compiles a program and draws it in a window that nobody sees, as canary.Draw wants it. It runs the graphics of the
// process, so it can be called once, from the main goroutine.
func Try(p *kage.Program, ready func()) error {
	g := &trial{program: p, ready: ready}
	ebiten.SetWindowVisible(false)
	ebiten.SetWindowSize(64, 64)
	ebiten.SetVsyncEnabled(false)
	err := ebiten.RunGameWithOptions(g, &ebiten.RunGameOptions{InitUnfocused: true, SkipTaskbar: true, X11ClassName: "cellscreen", X11InstanceName: "canary"})
	if err != nil {
		return err // of the driver, when it compiles for good
	}
	return g.err
}

// trial is the game of Try.
type trial struct {
	program *kage.Program
	ready   func()
	over    bool
	err     error
}

// Update implements ebiten.Game.
func (g *trial) Update() error {
	if g.over {
		return ebiten.Termination
	}
	return nil
}

// Layout implements ebiten.Game.
func (*trial) Layout(int, int) (int, int) { return 64, 64 }

// Draw implements ebiten.Game.
func (g *trial) Draw(*ebiten.Image) {
	if g.over {
		return
	}
	g.over = true
	r := NewRenderer()
	dst := ebiten.NewImageWithOptions(square(trySide), &ebiten.NewImageOptions{Unmanaged: true})
	pixel := make([]byte, 4)
	finish := func() { // reading back waits for all that was drawn
		sub := dst.RecyclableSubImage(square(1))
		sub.ReadPixels(pixel)
		sub.Recycle()
	}
	rect := paint.Rect{W: trySide, H: trySide}
	s := &paint.Scene{W: trySide, H: trySide, Scale: 1, Ops: []paint.Op{paint.RoundRect{Rect: rect, Fill: paint.Color{R: 90, G: 90, B: 90, A: 255}}}}
	r.Draw(dst, s)
	finish()
	g.ready()
	shader, err := ebiten.NewShader([]byte(g.program.Source))
	if err != nil {
		g.err = fmt.Errorf("%s", unshift(err.Error(), g.program.Shift))
		return
	}
	shader.Deallocate()
	r.Trust(allowed{g.program})
	op := paint.Shader{Rect: rect, Alpha: 1, Kage: "tried", Animate: true, Fallback: s.Ops}
	var took time.Duration
	for i := range 3 { // the first compiles, and any may wait for others
		op.Time = float64(i)
		began := time.Now()
		r.Draw(dst, &paint.Scene{W: trySide, H: trySide, Scale: 1, Ops: []paint.Op{op}})
		finish()
		if d := time.Since(began); i == 1 || d < took {
			took = d
		}
	}
	if took > tryTime {
		g.err = fmt.Errorf("a picture of %d×%d pixels takes %d ms, at most %d", trySide, trySide, took.Milliseconds(), tryTime.Milliseconds())
	}
}

// allowed allows one program.
type allowed struct{ p *kage.Program }

func (a allowed) Allowed(string) *kage.Program { return a.p }
func (allowed) Turn() uint64                   { return 0 }
