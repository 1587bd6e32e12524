package testenv

import (
	"context"
	"image"
	"image/draw"
	"sync"
	"testing"
	"time"

	"cellshell/gpu/soft"
	"cellshell/shell/attach"
	"cellshell/shell/control"
	"cellshell/shell/screen"
)

// Glass is a screen without a window: it is attached to a desktop, draws each picture with the CPU renderer as a window
// does, and notes when.
type Glass struct {
	*screen.Screen
	wake chan struct{}

	mu     sync.Mutex // guards the rest
	canvas soft.Canvas
	pix    *image.RGBA
	times  []time.Time
}

// Attach attaches a screen of 1280×800 to a desktop until the test ends.
func (d *Desk) Attach(t testing.TB) *Glass {
	t.Helper()
	g := &Glass{wake: make(chan struct{}, 1)}
	dial := func(ctx context.Context) (*control.Client, error) { return control.DialPath(ctx, d.Socket()) }
	g.Screen = screen.New(screen.Options{Dial: dial, W: 1280, H: 800, Scale: 1, Wake: g.poke})
	end, ended := make(chan struct{}), make(chan struct{})
	go func() { // ends with the test
		defer close(ended)
		for {
			select {
			case <-end:
				return
			case <-g.wake:
				g.draw()
			}
		}
	}()
	t.Cleanup(func() { close(end); <-ended; g.Close() })
	Eventually(t, 10*time.Second, "the screen is attached", func() bool {
		g.mu.Lock()
		defer g.mu.Unlock()
		return len(g.times) > 0
	})
	return g
}

func (g *Glass) poke() {
	select {
	case g.wake <- struct{}{}:
	default: // it is about to draw
	}
}

func (g *Glass) draw() {
	began := time.Now()
	scene, moves := g.Picture()
	if scene == nil {
		return
	}
	g.mu.Lock()
	g.pix, _ = g.canvas.Draw(scene)
	g.mu.Unlock()
	g.Shown()
	g.mu.Lock()
	g.times = append(g.times, time.Now())
	g.mu.Unlock()
	if moves {
		time.AfterFunc(max(time.Second/60-time.Since(began), time.Millisecond), g.poke)
	}
}

// Gaps are the times between pictures since the last call.
func (g *Glass) Gaps() (out []time.Duration) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for i := 1; i < len(g.times); i++ {
		out = append(out, g.times[i].Sub(g.times[i-1]))
	}
	g.times = nil
	return out
}

// Click presses and releases the left button.
func (g *Glass) Click(x, y float64) {
	g.Handle(attach.Event{Kind: attach.Move, X: x, Y: y},
		attach.Event{Kind: attach.Down, X: x, Y: y, Button: attach.Left, Clicks: 1},
		attach.Event{Kind: attach.Up, X: x, Y: y, Button: attach.Left})
}

// Key presses a key; a letter types itself.
func (g *Glass) Key(chord string) {
	e := attach.Event{Kind: attach.Key, Chord: chord}
	if len(chord) == 1 {
		e.Text = chord
	}
	g.Handle(e)
}

// Sees copies what a part of the screen shows, device pixels.
func (g *Glass) Sees(r image.Rectangle) *image.RGBA {
	g.mu.Lock()
	defer g.mu.Unlock()
	out := image.NewRGBA(r)
	if g.pix != nil {
		draw.Draw(out, r, g.pix, r.Min, draw.Src)
	}
	return out
}
