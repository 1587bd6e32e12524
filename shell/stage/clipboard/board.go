// Package clipboard shares text with the other programs of an X display (X11 selections): what was copied is offered under
// CLIPBOARD, what was selected under PRIMARY, and what others offer is read. It needs no C library.
//
// # Model
//
// A [Board] owns a hidden window. Own makes it the owner of a selection; from then on it answers whoever asks, in pieces
// (INCR) when the text is long. Read asks the owner, whoever that is; nobody has to answer, so each read has a deadline and a
// size that it does not go beyond.
//
// # Concurrency
//
// One goroutine holds all state and speaks to the server; methods hand it work through a queue of bounded length. Close ends
// it and waits.
package clipboard

import (
	"errors"
	"io"
	"sync"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// Selection is one of the two texts that programs share.
type Selection int

// The selections.
const (
	Clipboard Selection = iota // what was copied
	Primary                    // what is selected, for the middle button
)

// MaxText bounds a text that is read, bytes.
const MaxText = 4 << 20

// ErrEmpty says that nobody offers anything.
var ErrEmpty = errors.New("the clipboard is empty")

// ErrClosed says that the display is gone, or Close was called.
var ErrClosed = errors.New("the clipboard is closed")

// Board is a place at the selections of one display. Its methods may be called from any goroutine.
type Board struct {
	work chan func() // for loop
	done chan struct{}
	once sync.Once
	goes sync.WaitGroup

	// owned by loop
	c      *xgb.Conn
	window xproto.Window
	atoms  atoms
	mine   [2]offer
	out    []*transfer   // texts on their way in pieces
	in     *read         // the text being read
	wait   []*read       // and those after it
	saved  chan struct{} // closed when the manager has saved what was copied; nil: it was not asked
}

// offer is a text that this board owns.
type offer struct {
	text    string
	on      bool
	since   xproto.Timestamp
	claimed bool // since is known, and the server has been told
}

// Open takes a place at a display, $DISPLAY when the name is "".
func Open(display string) (*Board, error) {
	xgb.Logger.SetOutput(io.Discard) // it would write to the terminal what is returned as an error too
	c, err := xgb.NewConnDisplay(display)
	if err != nil {
		return nil, err
	}
	b := &Board{c: c, work: make(chan func(), maxWork), done: make(chan struct{})}
	if b.atoms, err = intern(c); err == nil {
		b.window, err = newWindow(c)
	}
	if err != nil {
		c.Close()
		return nil, err
	}
	events := make(chan xgb.Event)
	b.goes.Go(func() { pump(c, events, b.done) }) // ends when the connection does
	b.goes.Go(func() { b.loop(events) })          // ends with Close or the connection
	return b, nil
}

// maxWork bounds what waits for the loop; a caller beyond that is told ErrClosed or waits in Read.
const maxWork = 16

// newWindow makes a window that is never seen, and hears of its properties.
func newWindow(c *xgb.Conn) (xproto.Window, error) {
	id, err := xproto.NewWindowId(c)
	if err != nil {
		return 0, err
	}
	root := xproto.Setup(c).DefaultScreen(c).Root
	err = xproto.CreateWindowChecked(c, 0, id, root, -1, -1, 1, 1, 0, xproto.WindowClassInputOnly, 0,
		xproto.CwEventMask, []uint32{xproto.EventMaskPropertyChange}).Check()
	return id, err
}

// pump moves events to the loop. An error of the server is about somebody's window that is gone: nobody's business.
func pump(c *xgb.Conn, events chan<- xgb.Event, done <-chan struct{}) {
	defer close(events)
	for {
		e, err := c.WaitForEvent()
		if e == nil && err == nil {
			return
		}
		if e == nil {
			continue
		}
		select {
		case events <- e:
		case <-done: // drain, so that the connection can end
		}
	}
}

// tick is how often deadlines are looked at while there are any.
const tick = 50 * time.Millisecond

func (b *Board) loop(events <-chan xgb.Event) {
	defer b.giveUp()
	var clock <-chan time.Time
	for {
		select {
		case e, ok := <-events:
			if !ok {
				return
			}
			b.event(e)
		case f := <-b.work:
			f()
		case <-clock:
			b.expire(time.Now())
		case <-b.done:
			return
		}
		clock = nil
		if b.in != nil || len(b.out) > 0 {
			clock = time.After(tick)
		}
	}
}

// giveUp answers those who wait.
func (b *Board) giveUp() {
	b.stop()
	for len(b.work) > 0 {
		(<-b.work)()
	}
	for _, r := range append(b.wait, b.in) {
		if r != nil {
			r.end("", ErrClosed)
		}
	}
	b.wait, b.in = nil, nil
	b.c.Close()
}

func (b *Board) stop() { b.once.Do(func() { close(b.done) }) }

// Close gives the selections up and waits for the goroutines. What was copied it hands to the clipboard manager before, if
// one runs, and gives that some time.
func (b *Board) Close() {
	b.handOver()
	b.stop()
	b.goes.Wait()
}

// Own offers a text. An empty one is not offered: what others have stays theirs.
func (b *Board) Own(s Selection, text string) {
	if text == "" {
		return
	}
	select {
	case b.work <- func() { b.claim(s, text) }:
	case <-b.done:
	}
}

// Offer offers a text if nobody offers any: what was copied before the program that held it has died.
func (b *Board) Offer(s Selection, text string) {
	if text == "" {
		return
	}
	select {
	case b.work <- func() {
		owner, err := xproto.GetSelectionOwner(b.c, b.atoms.selection(s)).Reply()
		if err == nil && owner.Owner == xproto.WindowNone && !b.mine[s].on {
			b.claim(s, text)
		}
	}:
	case <-b.done:
	}
}

// event does what the server says.
func (b *Board) event(e xgb.Event) {
	switch e := e.(type) {
	case xproto.SelectionRequestEvent:
		b.answer(e)
	case xproto.SelectionClearEvent:
		for s := range b.mine {
			if b.atoms.selection(Selection(s)) == e.Selection && b.mine[s].claimed { // else it is about the offer before
				b.mine[s] = offer{}
			}
		}
	case xproto.SelectionNotifyEvent:
		b.saving(e)
		b.answered(e)
	case xproto.PropertyNotifyEvent:
		switch {
		case e.Window == b.window && e.Atom == b.atoms.clock:
			b.own(e.Time)
		case e.State == xproto.PropertyNewValue:
			b.piece(e)
		case e.State == xproto.PropertyDelete:
			b.taken(e)
		}
	case xproto.DestroyNotifyEvent:
		b.gone(e.Window)
	}
}

// claim begins to own a selection: the server's time has to be known first, and a property that changes tells it.
func (b *Board) claim(s Selection, text string) {
	b.mine[s] = offer{text: text, on: true}
	xproto.ChangeProperty(b.c, xproto.PropModeAppend, b.window, b.atoms.clock, xproto.AtomString, 8, 0, nil)
}

// own takes the selections that were claimed, as of a time.
func (b *Board) own(t xproto.Timestamp) {
	for s := range b.mine {
		if o := &b.mine[s]; o.on && !o.claimed {
			o.claimed, o.since = true, t
			xproto.SetSelectionOwner(b.c, b.window, b.atoms.selection(Selection(s)), t)
		}
	}
}

// expire gives up what takes too long.
func (b *Board) expire(now time.Time) {
	b.expireRead(now)
	b.expireTransfers(now)
}
