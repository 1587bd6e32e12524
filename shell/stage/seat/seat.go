// Package seat hears the mouse and the keyboard of one window, every event, in order, with its time (an X11 event listener).
// A game loop only sees how things are when it looks; between two looks a press, a move and a key are all at once there.
//
// # Model
//
// The mouse is heard through a window that is never seen: it lies over the whole of ours as its child, and what it asks for
// reaches nobody else. Keys go to our window, and whoever asks hears of them too; what they type is not known here, since
// input methods have a say in that.
//
// # Concurrency
//
// Events gather in a queue of [MaxWaiting]; moves in a row become one, and what does not fit is dropped, oldest moves first.
// Two goroutines end with Close, which waits for them.
package seat

import (
	"errors"
	"io"
	"slices"
	"sync"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// Kind says what an Event is.
type Kind int

// The kinds of events.
const (
	Move    Kind = iota // the pointer is at X, Y
	Press               // Button went down
	Release             // and up
	Leave               // the pointer left the window
	KeyDown             // Sym, with the repeats of a key that is held
	KeyUp
	Unfocus // the keyboard went elsewhere
)

// Event is one thing the hands did. Places are device pixels of the window.
type Event struct {
	Kind   Kind
	X, Y   float64
	Button int    // 1 left, 2 middle, 3 right, 4 to 7 the wheel: up, down, left, right
	Mods   uint16 // that were down before it: xproto.ModMask…
	Sym    Sym    // of a key
	Latin  Sym    // the same key as a Latin keyboard names it, for commands; 0: none
	Time   uint32 // ms of the display's clock
}

// MaxWaiting bounds the events that wait to be taken.
const MaxWaiting = 1024

// Seat hears one window. Its methods may be called from any goroutine.
type Seat struct {
	wake func()
	done chan struct{}
	once sync.Once
	goes sync.WaitGroup
	c    *xgb.Conn
	root xproto.Window
	keys keymap // owned by listen

	mu    sync.Mutex // guards the rest
	heard []Event
	mine  xproto.Window // 0 while it is not heard
}

// Listen begins to hear the window of a process at a display, $DISPLAY when the name is "", as soon as there is one. wake is
// called, from a goroutine, when there is something to take.
func Listen(display string, pid int, wake func()) (*Seat, error) {
	xgb.Logger.SetOutput(io.Discard) // it would write to the terminal what is returned as an error too
	c, err := xgb.NewConnDisplay(display)
	if err != nil {
		return nil, err
	}
	s := &Seat{wake: wake, done: make(chan struct{}), c: c, root: xproto.Setup(c).DefaultScreen(c).Root}
	if s.keys, err = readKeys(c); err != nil {
		c.Close()
		return nil, err
	}
	s.goes.Go(func() { s.listen(pid) }) // ends with the connection
	s.goes.Go(func() {                  // ends with Close, or with listen
		<-s.done
		c.Close()
	})
	return s, nil
}

// Close stops to hear.
func (s *Seat) Close() {
	s.end()
	s.goes.Wait()
}

func (s *Seat) end() { s.once.Do(func() { close(s.done) }) }

// Alive tells whether the window is heard: before there is one, and when the display has gone, it is not.
func (s *Seat) Alive() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.mine != 0
}

// Window is the number of the window that is heard, 0 when there is none.
func (s *Seat) Window() uint32 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return uint32(s.mine)
}

// Take appends what was heard since the last time.
func (s *Seat) Take(to []Event) []Event {
	s.mu.Lock()
	defer s.mu.Unlock()
	to = append(to, s.heard...)
	s.heard = s.heard[:0]
	return to
}

// The wait between two looks for the window, and how long one is looked for.
const (
	searchPause = 20 * time.Millisecond
	searchTime  = 30 * time.Second
)

func (s *Seat) listen(pid int) {
	defer s.end()
	var mine xproto.Window
	atom, err := xproto.InternAtom(s.c, false, uint16(len(pidAtom)), pidAtom).Reply()
	if err != nil {
		return
	}
	for until := time.Now().Add(searchTime); mine == 0; {
		select {
		case <-s.done:
			return
		case <-time.After(searchPause):
		}
		if mine = find(s.c, s.root, atom.Atom, pid, 4); mine == 0 && time.Now().After(until) {
			return
		}
	}
	glass, err := s.cover(mine)
	if err != nil {
		return
	}
	s.hears(mine)
	defer s.hears(0)
	for {
		e, err := s.c.WaitForEvent()
		if e == nil && err == nil {
			return
		}
		if s.event(e, glass) {
			return
		}
	}
}

func (s *Seat) hears(window xproto.Window) {
	s.mu.Lock()
	s.mine = window
	s.mu.Unlock()
	s.wake()
}

// widest is how large the listening window is: it never needs to grow, since a child ends where its parent does.
const widest = 32767

// cover lays the listening window over one.
func (s *Seat) cover(mine xproto.Window) (xproto.Window, error) {
	glass, err := xproto.NewWindowId(s.c)
	if err != nil {
		return 0, err
	}
	const buttons = xproto.EventMaskButtonPress | xproto.EventMaskButtonRelease | xproto.EventMaskPointerMotion |
		xproto.EventMaskLeaveWindow | xproto.EventMaskStructureNotify
	err = xproto.CreateWindowChecked(s.c, 0, glass, mine, 0, 0, widest, widest, 0, xproto.WindowClassInputOnly, 0,
		xproto.CwEventMask, []uint32{buttons}).Check()
	if err != nil {
		return 0, err
	}
	if err := xproto.MapWindowChecked(s.c, glass).Check(); err != nil {
		return 0, err
	}
	const keys = xproto.EventMaskKeyPress | xproto.EventMaskKeyRelease | xproto.EventMaskFocusChange
	return glass, xproto.ChangeWindowAttributesChecked(s.c, mine, xproto.CwEventMask, []uint32{keys}).Check()
}

// find looks through the windows below one for that of a process, which names itself in a property.
func find(c *xgb.Conn, in xproto.Window, property xproto.Atom, pid, depth int) xproto.Window {
	tree, err := xproto.QueryTree(c, in).Reply()
	if err != nil {
		return 0
	}
	for _, w := range slices.Backward(tree.Children) {
		p, err := xproto.GetProperty(c, false, w, property, xproto.AtomCardinal, 0, 1).Reply()
		if err == nil && p.Format == 32 && len(p.Value) == 4 && int(xgb.Get32(p.Value)) == pid {
			return w
		}
	}
	if depth == 1 {
		return 0
	}
	for _, w := range slices.Backward(tree.Children) {
		if hit := find(c, w, property, pid, depth-1); hit != 0 {
			return hit
		}
	}
	return 0
}

const pidAtom = "_NET_WM_PID"

var errNoKeys = errors.New("the display names no keys")
