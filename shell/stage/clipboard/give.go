package clipboard

import (
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

const (
	piece        = 64 << 10 // bytes that are sent at once
	maxTransfers = 16       // texts on their way in pieces; who asks beyond that is refused
	takeTime     = 10 * time.Second
)

// transfer is a text on its way to somebody, in pieces: the next goes when the one before was taken.
type transfer struct {
	to       xproto.Window
	property xproto.Atom
	kind     xproto.Atom
	rest     string
	deadline time.Time
}

// answer gives somebody what it asks for, or says that it cannot have it.
func (b *Board) answer(e xproto.SelectionRequestEvent) {
	if e.Property == xproto.AtomNone {
		e.Property = e.Target // as programs did long ago
	}
	n := xproto.SelectionNotifyEvent{Time: e.Time, Requestor: e.Requestor, Selection: e.Selection, Target: e.Target}
	if o := b.offered(e.Selection); o != nil && (e.Time == 0 || o.since == 0 || int32(e.Time-o.since) >= 0) {
		var given bool
		if e.Target == b.atoms.multiple {
			given = b.several(o, e)
		} else {
			given = b.give(o, e.Requestor, e.Target, e.Property)
		}
		if given {
			n.Property = e.Property
		}
	}
	xproto.SendEvent(b.c, false, e.Requestor, 0, string(n.Bytes()))
}

func (b *Board) offered(selection xproto.Atom) *offer {
	for s := range b.mine {
		if b.mine[s].on && b.atoms.selection(Selection(s)) == selection {
			return &b.mine[s]
		}
	}
	return nil
}

// give puts what a target means into a property of somebody's window.
func (b *Board) give(o *offer, to xproto.Window, target, property xproto.Atom) bool {
	a := &b.atoms
	switch target {
	case a.targets:
		b.put(to, property, xproto.AtomAtom, a.targets, a.timestamp, a.multiple, a.save, a.utf8, a.plainUTF8, a.plain, a.text, xproto.AtomString)
		return true
	case a.save: // a mark that it wants to be saved, which says nothing
		b.put(to, property, a.null)
		return true
	case a.timestamp:
		b.put(to, property, xproto.AtomInteger, xproto.Atom(o.since))
		return true
	}
	data, kind, ok := a.encode(target, o.text)
	switch {
	case !ok:
		return false
	case len(data) <= piece:
		xproto.ChangeProperty(b.c, xproto.PropModeReplace, to, property, kind, 8, uint32(len(data)), []byte(data))
		return true
	case len(b.out) >= maxTransfers:
		return false
	}
	xproto.ChangeWindowAttributes(b.c, to, xproto.CwEventMask, []uint32{xproto.EventMaskPropertyChange | xproto.EventMaskStructureNotify})
	b.out = append(b.out, &transfer{to, property, kind, data, time.Now().Add(takeTime)})
	b.put(to, property, a.incr, xproto.Atom(len(data)))
	return true
}

// put writes numbers of 32 bits.
func (b *Board) put(to xproto.Window, property, kind xproto.Atom, values ...xproto.Atom) {
	data := make([]byte, 4*len(values))
	for i, v := range values {
		xgb.Put32(data[4*i:], uint32(v))
	}
	xproto.ChangeProperty(b.c, xproto.PropModeReplace, to, property, kind, 32, uint32(len(values)), data)
}

// maxPairs bounds the targets of one MULTIPLE.
const maxPairs = 32

// several answers MULTIPLE: a list of targets with a property for each; what cannot be had is crossed out.
func (b *Board) several(o *offer, e xproto.SelectionRequestEvent) bool {
	r, err := xproto.GetProperty(b.c, false, e.Requestor, e.Property, b.atoms.pair, 0, 2*maxPairs).Reply()
	if err != nil || r.Format != 32 {
		return false
	}
	pairs := make([]xproto.Atom, 0, 2*maxPairs)
	for i := 0; i+8 <= len(r.Value); i += 8 {
		target, property := xproto.Atom(xgb.Get32(r.Value[i:])), xproto.Atom(xgb.Get32(r.Value[i+4:]))
		if target == b.atoms.multiple || !b.give(o, e.Requestor, target, property) {
			property = xproto.AtomNone
		}
		pairs = append(pairs, target, property)
	}
	b.put(e.Requestor, e.Property, b.atoms.pair, pairs...)
	return true
}

// taken sends the next piece to somebody who has taken the one before; an empty one is the last.
func (b *Board) taken(e xproto.PropertyNotifyEvent) {
	for i, t := range b.out {
		if t.to != e.Window || t.property != e.Atom {
			continue
		}
		n := min(len(t.rest), piece)
		xproto.ChangeProperty(b.c, xproto.PropModeReplace, t.to, t.property, t.kind, 8, uint32(n), []byte(t.rest[:n]))
		t.rest, t.deadline = t.rest[n:], time.Now().Add(takeTime)
		if n == 0 {
			b.drop(i)
		}
		return
	}
}

// drop ends a transfer.
func (b *Board) drop(i int) {
	to := b.out[i].to
	b.out = append(b.out[:i:i], b.out[i+1:]...)
	for _, t := range b.out {
		if t.to == to {
			return
		}
	}
	xproto.ChangeWindowAttributes(b.c, to, xproto.CwEventMask, []uint32{0})
}

// gone forgets somebody whose window was destroyed.
func (b *Board) gone(w xproto.Window) {
	for i := len(b.out) - 1; i >= 0; i-- {
		if b.out[i].to == w {
			b.drop(i)
		}
	}
}

func (b *Board) expireTransfers(now time.Time) {
	for i := len(b.out) - 1; i >= 0; i-- {
		if now.After(b.out[i].deadline) {
			b.drop(i)
		}
	}
}
