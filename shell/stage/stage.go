//go:build !js

// Package stage puts a screen into a window (a game loop over Ebitengine): it polls the hands, hands them to the screen,
// and draws what the screen gives back. It draws when something has changed and otherwise sleeps in the window system.
package stage

import (
	"image"
	"math"
	"os"
	"slices"
	"sync/atomic"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"cellshell/gpu/window"
	"cellshell/shell/attach"
	"cellshell/shell/screen"
	"cellshell/shell/stage/clipboard"
	"cellshell/shell/stage/seat"
)

// Options say what window to open.
type Options struct {
	Title         string
	Width, Height int // logical pixels
	Fullscreen    bool
	Scale         float64 // device pixels per logical pixel; 0: what the display says
	Drawer        window.Drawer
	Emulated      bool // the graphics driver is a program on the processor, so a picture drawn there goes past it
}

// Stage is an open window. All but Wake belongs to the goroutine of Run.
type Stage struct {
	o      Options
	screen *screen.Screen
	hands  hands
	w, h   float64 // of the window, logical pixels
	order  order
	text   *composer
	gate   gate
	seat   *seat.Seat       // nil: the hands are looked at only now and then
	board  *clipboard.Board // nil: nothing is shared with other programs
	heard  []seat.Event
	keyed  time.Time // newest press of a key
	scale  float64
	opened time.Time
	pace   pace
	watch  watch
	direct direct
	paused bool // a shader stands still while nobody can see the window
}

// New prepares a window; Run opens it.
func New(o Options) *Stage {
	g := &Stage{o: o, scale: 1}
	if f, ok := o.Drawer.(*window.Fallback); ok && o.Emulated {
		g.direct.drawer = f
	}
	if b, err := clipboard.Open(""); err == nil {
		g.board, g.gate.board = b, b
	}
	return g
}

// Copied puts a text on the clipboard that all programs share.
func (g *Stage) Copied(text string) {
	if g.board != nil {
		g.board.Own(clipboard.Clipboard, text)
	}
}

// Kept puts a text on the clipboard if that is empty.
func (g *Stage) Kept(text string) {
	if g.board != nil {
		g.board.Offer(clipboard.Clipboard, text)
	}
}

// Selected makes a text the one that the middle button inserts, in all programs.
func (g *Stage) Selected(text string) {
	if g.board != nil {
		g.board.Own(clipboard.Primary, text)
	}
}

// running says that the window exists: before, there is nobody to wake.
var running atomic.Bool

// Wake asks for a picture soon. It may be called from any goroutine, before Run too.
func Wake() {
	if !running.Load() {
		return
	}
	if w := watching.Load(); w != nil {
		w.asked()
	}
	drawSoon()
}

// openingTime is how long a new window is drawn all the time: the window system shows it when it likes, and forgets what
// was drawn before. Only then does the loop begin to sleep.
const openingTime = 500 * time.Millisecond

// opening keeps the first pictures coming.
func (g *Stage) opening() {
	if !running.Load() {
		running.Store(true)
		g.opened = time.Now()
	}
	if asleep() {
		return
	}
	g.screen.Redraw()
	if time.Since(g.opened) > openingTime {
		fallAsleep()
	}
}

// Run shows a screen until the window is closed; the error says why it could not. It must be called once, from the main
// goroutine.
func (g *Stage) Run(s *screen.Screen) error {
	g.screen, g.gate.to = s, s
	g.text = newComposer(s.Compose)
	g.seat, _ = seat.Listen("", os.Getpid(), Wake) // without it the hands are polled
	defer func() {
		g.direct.close()
		if g.seat != nil {
			g.seat.Close()
		}
		if g.board != nil {
			g.board.Close()
		}
	}()
	ebiten.SetWindowTitle(g.o.Title)
	ebiten.SetWindowSize(g.fitting())
	ebiten.SetWindowResizingMode(ebiten.WindowResizingModeEnabled)
	ebiten.SetFullscreen(g.o.Fullscreen)
	ebiten.SetTPS(ebiten.SyncWithFPS)
	ebiten.SetScreenClearedEveryFrame(false)
	ebiten.SetRunnableOnUnfocused(true)
	return ebiten.RunGameWithOptions(g, &ebiten.RunGameOptions{
		X11ClassName: "cellscreen", X11InstanceName: "cellscreen",
	})
}

// fitting is the size to open the window with, in the display's own units: no larger than the display.
func (g *Stage) fitting() (w, h int) {
	w, h = g.o.Width, g.o.Height
	m := ebiten.Monitor()
	if m == nil {
		return w, h
	}
	if given := m.DeviceScaleFactor(); g.o.Scale > 0 && given > 0 {
		w, h = int(float64(w)*g.o.Scale/given), int(float64(h)*g.o.Scale/given)
	}
	if mw, mh := m.Size(); mw > 0 && mh > 0 {
		w, h = min(w, mw), min(h, mh)
	}
	return w, h
}

// Update implements ebiten.Game.
func (g *Stage) Update() error {
	g.watch.round()
	g.opening()
	if g.seat != nil {
		g.direct.reach(g.seat.Window())
	}
	if g.paused && !ebiten.IsWindowMinimized() {
		g.paused = false
		g.screen.Tick()
	}
	g.gate.pass(g.listen()...)
	if shape := shapes[g.screen.Cursor()]; ebiten.CursorShape() != shape {
		ebiten.SetCursorShape(shape)
	}
	return nil
}

// listen lists what the hands have done since the last time.
func (g *Stage) listen() []attach.Event {
	now := time.Now()
	caret, takes := g.screen.Caret()
	texts, composing := g.text.poll(caret, takes, now.Sub(g.keyed) > idleTime, g.scale)
	if g.seat == nil || !g.seat.Alive() {
		return g.hands.poll(g.w, g.h, g.scale, texts, now)
	}
	var keys []attach.Event
	if composing {
		keys = g.hands.named()
	}
	g.heard = g.seat.Take(g.heard[:0])
	if slices.ContainsFunc(g.heard, func(e seat.Event) bool { return e.Kind == seat.KeyDown }) {
		g.keyed = now
	}
	events := g.order.merge(g.heard, texts, composing, keys, g.scale, now)
	if g.order.waits() {
		g.hands.remind(patience / 4)
	}
	return events
}

// idleTime is how long after a key the next is awaited.
const idleTime = 300 * time.Millisecond

// shapes are the pointers that a screen may ask for.
var shapes = map[string]ebiten.CursorShapeType{
	"": ebiten.CursorShapeDefault, "text": ebiten.CursorShapeText, "hand": ebiten.CursorShapePointer, "move": ebiten.CursorShapeMove,
	"ew": ebiten.CursorShapeEWResize, "ns": ebiten.CursorShapeNSResize,
	"nwse": ebiten.CursorShapeNWSEResize, "nesw": ebiten.CursorShapeNESWResize,
}

// Draw implements ebiten.Game.
func (g *Stage) Draw(dst *ebiten.Image) {
	began := time.Now()
	scene, moves := g.screen.Picture()
	if scene == nil {
		g.direct.mend()
		return
	}
	if !g.direct.draw(scene) {
		g.o.Drawer.Draw(dst, scene)
		g.watch.expect(loopTime) // what was drawn is carried out after this
	}
	g.screen.Shown()
	capture(g.screen, moves, func() *image.RGBA { return g.direct.picture(dst) })
	if m, ok := g.o.Drawer.(mover); ok && m.Moving() {
		g.paused = ebiten.IsWindowMinimized()
		moves = moves || !g.paused
	}
	if moves {
		g.pace.again(g.screen, began)
	}
}

// Layout implements ebiten.Game; LayoutF is used instead.
func (g *Stage) Layout(w, h int) (int, int) { return w, h }

// LayoutF implements ebiten.LayoutFer: the picture has as many pixels as the glass.
func (g *Stage) LayoutF(w, h float64) (float64, float64) {
	given := ebiten.Monitor().DeviceScaleFactor()
	w, h = math.Ceil(w*given), math.Ceil(h*given)
	g.scale = g.o.Scale
	if g.scale == 0 {
		g.scale = min(max(given, 0.5), 4)
	}
	g.w, g.h = w/g.scale, h/g.scale
	g.screen.Resize(g.w, g.h, g.scale)
	return w, h
}
