package window

import (
	"github.com/hajimehoshi/ebiten/v2"

	"cellshell/gpu/kage"
)

// Try compiles a program and draws it in a window that nobody sees, as canary.Draw wants it. It runs the graphics of the
// process, so it can be called once, from the main goroutine.
func Try(p *kage.Program, ready func()) error {
	g := &canary{program: p, ready: ready}
	ebiten.SetWindowVisible(false)
	ebiten.SetWindowSize(64, 64)
	ebiten.SetVsyncEnabled(false)
	err := ebiten.RunGameWithOptions(g, &ebiten.RunGameOptions{InitUnfocused: true, SkipTaskbar: true, X11ClassName: "cellscreen", X11InstanceName: "canary"})
	if err != nil {
		return err // of the driver, when it compiles for good
	}
	return g.err
}

// canary is the game of Try.
type canary struct {
	program *kage.Program
	ready   func()
	over    bool
	err     error
}

// Update implements ebiten.Game.
func (g *canary) Update() error {
	if g.over {
		return ebiten.Termination
	}
	return nil
}

// Layout implements ebiten.Game.
func (*canary) Layout(int, int) (int, int) { return 64, 64 }

// Draw implements ebiten.Game.
func (g *canary) Draw(*ebiten.Image) {
	if g.over {
		return
	}
	g.over = true
	l := newLab()
	l.show(ground(trySide))
	g.ready()
	if g.err = compiles(g.program); g.err != nil {
		return
	}
	if took := l.draw(g.program, trySide); took > tryTime {
		g.err = tooSlow(trySide, took)
	}
}
