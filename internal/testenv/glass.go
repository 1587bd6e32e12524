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

// Screen attaches a screen without a window to a desktop until the test ends. Whenever it is to be drawn, take takes the picture
// and says whether the next already differs.
func (d *Desk) Screen(t testing.TB, w, h float64, take func(*screen.Screen) (moves bool)) *screen.Screen {
	t.Helper()
	wake := make(chan struct{}, 1)
	poke := func() {
		select {
		case wake <- struct{}{}:
		default: // it is about to draw
		}
	}
	dial := func(ctx context.Context) (*control.Client, error) { return control.DialPath(ctx, d.Socket()) }
	s := screen.New(screen.Options{Dial: dial, W: w, H: h, Scale: 1, Wake: poke})
	end, ended := make(chan struct{}), make(chan struct{})
	go func() { // ends with the test
		defer close(ended)
		for {
			select {
			case <-end:
				return
			case <-wake:
			}
			if began := time.Now(); take(s) {
				time.AfterFunc(max(time.Second/60-time.Since(began), time.Millisecond), poke)
			}
		}
	}()
	t.Cleanup(func() { close(end); <-ended; s.Close() })
	return s
}

// Glass is a screen without a window: it is attached to a desktop, draws each picture with the CPU renderer as a window
// does, and notes when.
type Glass struct {
	*screen.Screen

	soft   soft.Renderer // owned by the drawing goroutine, as is the next
	differ soft.Differ

	mu    sync.Mutex // guards the rest
	pix   *image.RGBA
	times []time.Time
}

// Attach attaches a screen of 1280×800 to a desktop until the test ends.
func (d *Desk) Attach(t testing.TB) *Glass {
	t.Helper()
	g := &Glass{}
	g.Screen = d.Screen(t, 1280, 800, g.draw)
	Eventually(t, 10*time.Second, "the screen is attached", func() bool {
		g.mu.Lock()
		defer g.mu.Unlock()
		return len(g.times) > 0
	})
	return g
}

func (g *Glass) draw(s *screen.Screen) (moves bool) {
	scene, moves := s.Picture()
	if scene == nil {
		return false
	}
	g.mu.Lock()
	if w, h, err := soft.Size(scene); err == nil {
		if g.pix == nil || g.pix.Rect != image.Rect(0, 0, w, h) {
			g.pix, g.differ = image.NewRGBA(image.Rect(0, 0, w, h)), soft.Differ{}
		}
		for _, r := range g.differ.Next(scene) {
			g.soft.DrawInto(g.pix, scene, r)
		}
	}
	g.mu.Unlock()
	s.Shown()
	g.mu.Lock()
	g.times = append(g.times, time.Now())
	g.mu.Unlock()
	return moves
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
