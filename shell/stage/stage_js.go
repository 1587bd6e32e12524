// Package stage puts a screen into a page of a browser (a game loop over Ebitengine, compiled to WebAssembly): it turns the
// events of the page into hands, hands them to the screen, and draws what the screen gives back. It draws when something
// has changed; in between, the page asks the browser for no frame.
package stage

import (
	"image"
	"math"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"cellshell/gpu/window"
	"cellshell/shell/screen"
)

// Options say how to draw.
type Options struct {
	Drawer window.Drawer
}

// Stage is the canvas of the page. All but Wake belongs to the goroutine of Run.
type Stage struct {
	o      Options
	screen *screen.Screen
	cursor string // as the page has it
	size   size
	drawn  bool
	pace   pace
}

// New prepares the canvas; Run shows a screen on it.
func New(o Options) *Stage { return &Stage{o: o, size: fit()} }

// Size is that of the page: logical pixels, and device pixels per logical pixel.
func (g *Stage) Size() (w, h, scale float64) { return g.size.w, g.size.h, g.size.scale }

// Wake asks for a picture soon. It may be called from any goroutine, before Run too.
func Wake() {
	ebiten.ScheduleFrame() //nolint:staticcheck // the loop is to sleep until something happens, and there is no other way
	page.Call("wake")
}

// Run shows a screen until the page goes; the error says why it could not. It must be called once.
func (g *Stage) Run(s *screen.Screen) error {
	g.screen = s
	listen(s)
	borrow(s)
	prefer(s)
	ebiten.SetFPSMode(ebiten.FPSModeVsyncOffMinimum) //nolint:staticcheck // see Wake
	ebiten.SetTPS(ebiten.SyncWithFPS)
	ebiten.SetScreenClearedEveryFrame(false)
	ebiten.SetRunnableOnUnfocused(true)
	return ebiten.RunGameWithOptions(g, &ebiten.RunGameOptions{DisableHiDPI: true, InitUnfocused: true}) // device pixels are counted by fit
}

// Update implements ebiten.Game.
func (g *Stage) Update() error {
	if c := g.screen.Cursor(); c != g.cursor {
		g.cursor = c
		point(c)
	}
	return nil
}

// Draw implements ebiten.Game.
func (g *Stage) Draw(dst *ebiten.Image) {
	began := time.Now()
	scene, moves := g.screen.Picture()
	if scene == nil {
		return
	}
	g.o.Drawer.Draw(dst, scene)
	g.screen.Shown()
	capture(g.screen, moves, func() *image.RGBA { return read(dst) })
	if !g.drawn && g.screen.Attached() {
		g.drawn = true
		page.Call("drawn")
	}
	if m, ok := g.o.Drawer.(mover); moves || ok && m.Moving() {
		g.pace.again(g.screen, began)
	}
}

// Layout implements ebiten.Game; LayoutF is used instead.
func (g *Stage) Layout(w, h int) (int, int) { return w, h }

// LayoutF implements ebiten.LayoutFer: the page has laid out its body in device pixels.
func (g *Stage) LayoutF(w, h float64) (float64, float64) {
	g.size = fit()
	g.screen.Resize(g.size.w, g.size.h, g.size.scale)
	return math.Ceil(w), math.Ceil(h)
}
