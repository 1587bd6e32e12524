//go:build !js

package stage

import (
	"sync"
	"sync/atomic"
	"time"
)

// How long the loop may take to come round again after it was asked to, and to come round first, with all shaders to compile.
// It is asked a second time, as the whole process may have stood still: only who runs can be waited for.
const (
	loopTime  = 8 * time.Second
	firstTime = 30 * time.Second
)

// watch finds out when a graphics driver does not come back: whoever asked for a turn of the loop gets none. The driver is
// called in turns without a picture too. It costs one turn of the loop after pictures were drawn, and nothing while none are.
type watch struct {
	mu     sync.Mutex // guards the rest
	timer  *time.Timer
	waits  bool // for the loop
	strike int
	hung   func(what string)
	ask    func() // makes the loop go round
}

// Watch calls hung, once and from another goroutine, when the graphics driver does not come back. It must be called before
// Run.
func (g *Stage) Watch(hung func(what string)) {
	g.watch.hung, g.watch.ask = hung, Wake
	g.watch.expect(firstTime)
	watching.Store(&g.watch)
}

// watching is the watch of the window, nil while there is none.
var watching atomic.Pointer[watch]

// asked says that somebody has asked for a turn of the loop.
func (w *watch) asked() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.waits {
		w.strike = 0
		w.arm(loopTime)
	}
}

// expect waits for the loop to come round within a time.
func (w *watch) expect(d time.Duration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.strike = 0
	w.arm(d)
}

// arm sets the timer. mu is held.
func (w *watch) arm(d time.Duration) {
	if w.hung == nil {
		return
	}
	w.waits = true
	if w.timer == nil {
		w.timer = time.AfterFunc(d, w.late)
		return
	}
	w.timer.Reset(d)
}

// late runs when the loop was not round in time.
func (w *watch) late() {
	w.mu.Lock()
	if !w.waits { // it came round at this moment
		w.mu.Unlock()
		return
	}
	w.strike++
	if w.strike <= 2 {
		w.arm(loopTime)
		w.mu.Unlock()
		w.ask()
		return
	}
	hung := w.hung
	w.hung = nil
	w.mu.Unlock()
	if hung != nil {
		hung("the graphics driver does not answer")
	}
}

// round says that the loop has come round.
func (w *watch) round() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.timer != nil {
		w.timer.Stop()
	}
	w.waits, w.strike = false, 0
}
