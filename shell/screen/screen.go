package screen

import (
	"context"
	"crypto/rand"
	"maps"
	"sync"
	"time"

	"cellshell/compositor"
	"cellshell/gpu/paint"
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
		drift: drift{on: o.Drift},
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

// Redraw makes the next Picture one that is drawn, even if nothing has changed.
func (s *Screen) Redraw() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stale = true
}

// livelyTime is how long after a change of the document layouts glide: a sentence, a drag. A cell that shows another number
// is just drawn again.
const livelyTime = 500 * time.Millisecond

// take puts a frame in, and wakes whoever draws. One that does not fit what the frames before have made is refused.
func (s *Screen) take(f *attach.Frame) error {
	if err := s.put(f); err != nil {
		return err
	}
	s.o.Wake()
	return nil
}

func (s *Screen) put(f *attach.Frame) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if f.Screen != 0 { // the first of an attachment
		s.number, s.away, s.shown = f.Screen, time.Time{}, 0
		s.out.again()
		if s.out.waits() {
			s.post()
		}
		s.cells, s.edits, s.held = map[tissue.CellID]compositor.CellInput{}, nil, attach.Held{}
		s.jump = true
		s.told = f.Calm
		s.calmed()
		if f.Clip != "" && s.o.Clip != nil {
			s.o.Clip(f.Clip)
		}
		s.tellShaders()
	} else if f.Doc != nil {
		s.lively = time.Now().Add(livelyTime)
		s.stir()
	}
	s.frame, s.stale = f.Number, true
	if f.Doc != nil {
		s.doc = f.Doc
	}
	for _, id := range f.Gone {
		delete(s.cells, id)
	}
	for id, c := range f.Cells {
		is, err := c.Apply(s.cells[id])
		if err != nil {
			return err
		}
		s.cells[id] = is
	}
	if f.Edits != nil {
		is, err := f.Edits.Apply(s.edits)
		if err != nil {
			return err
		}
		s.edits = is
		s.noteSelection()
	}
	if f.Picture != 0 {
		s.want(f.Picture)
	}
	if f.Held != nil {
		s.held, s.jump = *f.Held, true
	}
	if f.Working != nil {
		s.working(*f.Working)
	} else if f.Screen != 0 {
		s.working(attach.Working{}) // what the body before was told of is over
	}
	if f.Trying != nil {
		s.tries(*f.Trying)
	} else if f.Screen != 0 {
		s.tries(attach.Trying{})
	}
	if f.Doc != nil {
		s.listen()
	}
	return nil
}

// reconnecting is how long the body may be away before the screen says so.
const reconnecting = 300 * time.Millisecond

// lost notes that the body is away.
func (s *Screen) lost(error) {
	s.mu.Lock()
	first := s.away.IsZero()
	if first {
		s.away, s.number = time.Now(), 0
	}
	s.mu.Unlock()
	if first {
		s.later(reconnecting)
	}
}

// later asks for a picture after a while.
func (s *Screen) later(d time.Duration) {
	s.goes.Go(func() { // ends after d or with the screen
		select {
		case <-time.After(d):
			s.mu.Lock()
			s.stale = true
			s.mu.Unlock()
			s.o.Wake()
		case <-s.ctx.Done():
		}
	})
}

// input is what the compositor lays out. mu is held.
func (s *Screen) input() compositor.Input {
	in := compositor.Input{Doc: s.doc, Cells: s.cells, W: s.w, H: s.h, Scale: s.scale, Edit: s.composed(), Phase: s.drift.phase, Touch: s.glows.all, Pointed: !s.keys}
	if c := s.held.Cell; c != "" && s.doc != nil && s.doc.Cells[c] != nil {
		doc := *s.doc
		doc.Cells = maps.Clone(doc.Cells)
		moved := *doc.Cells[c]
		moved.Placement = s.held.Placement
		doc.Cells[c] = &moved
		in.Doc = &doc
	}
	return in
}

// Picture is what is to be seen now, and whether the next one already differs because something moves. It is nil when
// nothing has changed since the last. Whoever has put it on the glass says so with Shown.
func (s *Screen) Picture() (scene *paint.Scene, moves bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := time.Since(s.birth)
	still := s.motion.Settled(now)
	drifts, glows := s.drifted(now), s.glowing(now)
	if !s.stale && still && !drifts && !glows && !s.tick && !s.swayed {
		return nil, false
	}
	in := s.input()
	if s.stale || s.layout == nil {
		next := compositor.Arrange(in)
		if s.layout != nil && !s.jump && !s.calm && time.Now().Before(s.lively) {
			s.motion.Retarget(s.layout, next, now)
		}
		s.layout = next
		s.retouch()
		s.glowing(now)
		in.Touch = s.glows.all
	}
	s.stale, s.jump, s.tick = false, false, false
	s.arrive()
	scene = compositor.Paint(in, s.layout, &s.motion, now)
	instant := time.Now()
	scene.Ops = append(scene.Ops, s.sealed(in, instant)...)
	s.swayed = s.sealedMoves(instant)
	s.drawn++
	return scene, s.swayed || s.glows.moves || !s.motion.Settled(now)
}

// quietTime is how long after its last picture a screen says how many it has drawn.
const quietTime = 150 * time.Millisecond

// Shown says that the newest picture is on the glass.
func (s *Screen) Shown() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.shown != s.frame {
		s.shown = s.frame
		s.post()
	}
	if s.quiet == nil {
		s.quiet = time.AfterFunc(quietTime, s.post)
	} else {
		s.quiet.Reset(quietTime)
	}
}

// Cursor names the shape of the pointer where it is: "", "text", "hand", "move", and for edges that are dragged the
// directions it goes: "ew", "ns", "nwse", "nesw".
func (s *Screen) Cursor() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.touch.cursor
}
