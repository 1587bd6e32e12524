package screen

import (
	"context"
	"crypto/rand"
	"sync"
	"time"

	"cellshell/compositor"
	"cellshell/gpu/soft"
	"cellshell/shell/attach"
	"cellshell/tissue"
)

// Options are what a screen needs from its surroundings.
type Options struct {
	Dial        Dial
	W, H, Scale float64 // of the window: logical pixels, device pixels per logical pixel
	PID         int
	// Wake asks for a picture soon. It must return at once, and is called from any goroutine, never from within a method.
	Wake func()
	// Drift lets the wallpaper move while the hands do, which is for a renderer that draws the whole window in a few milliseconds.
	Drift bool
	// Clipboard gets what was copied or cut. May be nil.
	Clipboard func(text string)
	// Clip gets what was copied on the desktop before this screen was attached. May be nil.
	Clip func(text string)
	// Primary gets what was selected at this screen. May be nil.
	Primary func(text string)
}

// Screen is a display client. Its methods may be called from any goroutine.
type Screen struct {
	o      Options
	ctx    context.Context
	cancel context.CancelFunc
	goes   sync.WaitGroup
	mail   chan struct{} // holds one token while there is something to send
	ears   chan struct{} // holds one token while there is a sentence to ask about
	birth  time.Time     // pictures count time from here
	hands  string        // the name of its hands, the same at each attachment

	mu     sync.Mutex // guards the rest
	w, h   float64
	scale  float64
	doc    *tissue.Document
	cells  map[tissue.CellID]compositor.CellInput
	edits  *compositor.Edits
	held   attach.Held
	number uint64 // of this attachment, 0 while there is none
	frame  uint64 // newest taken
	shown  uint64 // newest on the glass
	drawn  uint64 // pictures made
	out    outbox
	away   time.Time // since when the body is away; zero: it is there
	mute   bool      // it is there, and does not answer
	asked  uint64    // grows with each question to it, and each answer

	layout  *compositor.Layout // of the newest picture
	motion  compositor.Motion
	stale   bool      // the newest state is not in the picture yet
	jump    bool      // the next layout is shown at once
	calm    bool      // nothing moves by itself
	told    bool      // the body wants that
	own     bool      // whoever sits here does
	fingers bool      // the window is touched
	lively  time.Time // until then, what gets another place glides there
	x, y    float64
	inside  bool // the pointer is on the window
	down    bool // its left button
	grip    bool // a button went down on the sealed layer
	off     bool // the body was told that the pointer is on nothing of the desktop
	bar     bar
	toast   toast
	card    *receipt // whose details are shown; nil: none
	sign    sign

	trying     attach.Trying // the newest attempt
	attempting ease          // its pill
	touch      feel          // of what is under the pointer
	typing     typing
	tip        tip
	hovered    bool // the pointer is on the sealed layer
	swayed     bool // something of the sealed layer was on its way in the newest picture
	quiet      *time.Timer
	settle     *time.Timer // asks for a picture when nobody has typed for a while
	glows      glows       // on what is under the pointer
	keys       bool        // the newest act on the desktop was a key
	drift      drift       // of the wallpaper
	drifts     *time.Timer // asks for its next picture

	tick    bool             // the next picture is drawn for the time in it
	glass   wanted           // what the body wants to see
	refused []attach.Refused // shaders that are not drawn, the newest at the end
}

// New attaches a screen and keeps it attached until Close.
func New(o Options) *Screen {
	s := &Screen{
		o: o, mail: make(chan struct{}, 1), ears: make(chan struct{}, 1), birth: time.Now(), hands: rand.Text(), w: o.W, h: o.H, scale: o.Scale,
		cells: map[tissue.CellID]compositor.CellInput{}, away: time.Now(), stale: true,
		motion: compositor.Motion{Differ: soft.Differing}, drift: drift{on: o.Drift},
	}
	s.ctx, s.cancel = context.WithCancel(context.Background())
	s.goes.Go(func() { s.stream(s.ctx) })  // ends with ctx
	s.goes.Go(func() { s.deliver(s.ctx) }) // ends with ctx
	s.goes.Go(func() { s.hearing(s.ctx) }) // ends with ctx
	return s
}

// Close detaches the screen and waits for its goroutines.
func (s *Screen) Close() {
	s.cancel()
	s.goes.Wait()
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, t := range []*time.Timer{s.quiet, s.drifts, s.settle} {
		if t != nil {
			t.Stop()
		}
	}
}

// Resize says how large the window is now.
func (s *Screen) Resize(w, h, scale float64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if w == s.w && h == s.h && scale == s.scale {
		return
	}
	s.w, s.h, s.scale, s.stale, s.jump = w, h, scale, true, true
	s.send(attach.Event{Kind: attach.Resize, W: w, H: h, Scale: scale})
}
