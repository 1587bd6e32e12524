package clipboard

import (
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/jezek/xgb/xproto"
)

const (
	silence  = time.Second     // how long an owner may say nothing
	readTime = 5 * time.Second // how long a read may take altogether
	maxReads = 8               // reads that may wait
)

// read is a text that is being read. It has a window of its own, so that what an owner sends too late reaches nobody.
type read struct {
	selection Selection
	done      func(string, error)
	once      sync.Once // done is called once
	window    xproto.Window
	targets   []xproto.Atom // still to be tried
	kind      xproto.Atom   // of the pieces; 0 while the owner has not begun
	pieces    bool
	data      []byte
	began     time.Time
	heard     time.Time // newest sign of life
}

func (r *read) end(text string, err error) {
	r.once.Do(func() { r.done(text, err) })
}

// Read asks for a text and returns at once. done is called once, from another goroutine, within 5 s for each read before it:
// with the text, with ErrEmpty when there is none, or with what is wrong with the owner. Texts above MaxText are refused.
func (b *Board) Read(s Selection, done func(text string, err error)) {
	r := &read{selection: s, done: done}
	select {
	case b.work <- func() { b.ask(r) }:
	default:
		go r.end("", errBusy)
	}
	select {
	case <-b.done: // the loop may be past its last look at the queue
		go r.end("", ErrClosed)
	default:
	}
}

var errBusy = errors.New("the clipboard is busy")

// ask begins a read, or lets it wait for the one before.
func (b *Board) ask(r *read) {
	if o := b.mine[r.selection]; o.on {
		r.end(o.text, nil)
		return
	}
	if b.in != nil {
		if len(b.wait) >= maxReads {
			r.end("", errBusy)
			return
		}
		b.wait = append(b.wait, r)
		return
	}
	owner, err := xproto.GetSelectionOwner(b.c, b.atoms.selection(r.selection)).Reply()
	if err != nil || owner.Owner == xproto.WindowNone {
		r.end("", ErrEmpty)
		return
	}
	if r.window, err = newWindow(b.c); err != nil {
		r.end("", err)
		return
	}
	b.in = r
	r.began = time.Now()
	r.targets = []xproto.Atom{b.atoms.utf8, b.atoms.plainUTF8, xproto.AtomString}
	b.try(r)
}

// try asks for the next target.
func (b *Board) try(r *read) {
	if len(r.targets) == 0 {
		b.finish("", errors.New("the clipboard holds no text"))
		return
	}
	r.heard = time.Now()
	target := r.targets[0]
	r.targets = r.targets[1:]
	xproto.ConvertSelection(b.c, r.window, b.atoms.selection(r.selection), target, b.atoms.drop, xproto.TimeCurrentTime)
}

// answered takes the owner's answer.
func (b *Board) answered(e xproto.SelectionNotifyEvent) {
	r := b.in
	if r == nil || e.Requestor != r.window || r.pieces {
		return
	}
	if e.Property == xproto.AtomNone {
		b.try(r)
		return
	}
	kind, data, err := b.fetch(r, false)
	switch {
	case err != nil:
		b.finish("", err)
	case kind == b.atoms.incr: // it comes in pieces; that its announcement is deleted starts them
		r.pieces, r.heard = true, time.Now()
		xproto.DeleteProperty(b.c, r.window, b.atoms.drop)
	default:
		b.finish(b.atoms.decode(kind, data), nil)
	}
}

// piece takes one piece of a text that comes in several.
func (b *Board) piece(e xproto.PropertyNotifyEvent) {
	r := b.in
	if r == nil || e.Window != r.window || e.Atom != b.atoms.drop || !r.pieces {
		return
	}
	kind, data, err := b.fetch(r, true)
	switch {
	case err != nil:
		b.finish("", err)
	case len(data) == 0:
		b.finish(b.atoms.decode(r.kind, r.data), nil)
	default:
		r.kind, r.data, r.heard = kind, append(r.data, data...), time.Now()
	}
}

// fetch reads the property that the owner has written; with take it is deleted then.
func (b *Board) fetch(r *read, take bool) (kind xproto.Atom, data []byte, err error) {
	room := MaxText - len(r.data)
	p, err := xproto.GetProperty(b.c, take, r.window, b.atoms.drop, xproto.GetPropertyTypeAny, 0, uint32(room/4+1)).Reply()
	if err != nil {
		return 0, nil, fmt.Errorf("the clipboard could not be read: %w", err)
	}
	if n := len(p.Value) + int(p.BytesAfter); n > room {
		return 0, nil, fmt.Errorf("the clipboard holds more than %d MB of text", MaxText>>20)
	}
	if p.Type != b.atoms.incr && p.Format != 8 && len(p.Value) > 0 {
		return 0, nil, fmt.Errorf("the clipboard's owner sent numbers of %d bits in place of text", p.Format)
	}
	return p.Type, p.Value, nil
}

// finish ends the read under way and begins the next.
func (b *Board) finish(text string, err error) {
	r := b.in
	xproto.DestroyWindow(b.c, r.window)
	b.in = nil
	r.end(text, err)
	for b.in == nil && len(b.wait) > 0 {
		next := b.wait[0]
		b.wait = b.wait[1:]
		b.ask(next)
	}
}

func (b *Board) expireRead(now time.Time) {
	switch r := b.in; {
	case r == nil:
	case now.Sub(r.heard) > silence && !r.pieces:
		b.finish("", fmt.Errorf("the program that holds the clipboard has not answered within %v", silence))
	case now.Sub(r.heard) > silence:
		b.finish("", fmt.Errorf("the program that holds the clipboard stopped after %d bytes", len(r.data)))
	case now.Sub(r.began) > readTime:
		b.finish("", fmt.Errorf("the program that holds the clipboard took longer than %v", readTime))
	}
}
