package testenv

import (
	"context"
	"image"
	"image/draw"
	"sync"
	"testing"
	"time"

	"cellshell/gpu/paint"
	"cellshell/gpu/soft"
	"cellshell/internal/threads"
	"cellshell/shell/control"
	"cellshell/shell/screen"
)

// Screen attaches a screen without a window to a desktop until the test ends. Whenever it is to be drawn, sixty times a second
// at most as a window is, take takes the picture and says whether the next already differs.
func (d *Desk) Screen(t testing.TB, w, h float64, take func(*screen.Screen) (moves bool)) *screen.Screen {
	t.Helper()
	threads.Spare() // as a window's program does
	threads.ShortTurns()
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
		for began := time.Now(); ; {
			select {
			case <-end:
				return
			case <-wake:
			}
			time.Sleep(Frame - time.Since(began)%Frame)
			if take(s) {
				poke()
			}
		}
	}()
	t.Cleanup(func() { close(end); <-ended; s.Close() })
	return s
}

// Glass is a screen without a window: it is attached to a desktop, draws each picture with the CPU renderer as a window
// does, and notes when.
type Glass struct {
	Hands

	mu     sync.Mutex // guards the rest
	canvas soft.Canvas
	pix    *image.RGBA
	times  []time.Time
	of     func(*paint.Scene) string // nil: every picture is noted
	was    string
	list   bool // pictures are not drawn
}

// Attach attaches a screen of 1280×800 to a desktop until the test ends.
func (d *Desk) Attach(t testing.TB) *Glass {
	t.Helper()
	g := &Glass{}
	g.Hands.Screen = d.Screen(t, 1280, 800, g.draw)
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
	if !g.list {
		g.pix, _ = g.canvas.Draw(scene)
	}
	g.mu.Unlock()
	s.Shown()
	g.note(scene)
	return moves
}

// Watch has only those pictures noted in which what of says is not as it was in the one before.
func (g *Glass) Watch(of func(*paint.Scene) string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.of, g.was, g.times = of, "", nil
}

// Draw says whether pictures are drawn. When not, what a graphics card is given for each is made, and no pixel.
func (g *Glass) Draw(yes bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.list = !yes
}

func (g *Glass) note(scene *paint.Scene) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.of != nil {
		is := g.of(scene)
		if is == g.was {
			return
		}
		g.was = is
	}
	g.times = append(g.times, time.Now())
}

// Gap is the time between two pictures noted one after the other.
type Gap struct {
	time.Duration
	End time.Time
}

// Gaps are the times between the pictures noted since the last call.
func (g *Glass) Gaps() (out []Gap) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for i := 1; i < len(g.times); i++ {
		out = append(out, Gap{g.times[i].Sub(g.times[i-1]), g.times[i]})
	}
	g.times = nil
	return out
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
