package clipboard

import (
	"time"

	"github.com/jezek/xgb/xproto"
)

// saveTime is how long a clipboard manager may take to save what was copied, when this board closes.
const saveTime = 700 * time.Millisecond

// handOver has the display's clipboard manager save what was copied here, so that it outlives this program. Where none runs
// it returns at once.
func (b *Board) handOver() {
	saved := make(chan struct{})
	select {
	case b.work <- func() { b.save(saved) }:
	case <-b.done:
		return
	}
	select {
	case <-saved:
	case <-b.done:
	case <-time.After(saveTime):
	}
}

// save asks the manager; saved is closed when it has done so, or there is nothing to do.
func (b *Board) save(saved chan struct{}) {
	if !b.mine[Clipboard].on {
		close(saved)
		return
	}
	owner, err := xproto.GetSelectionOwner(b.c, b.atoms.manager).Reply()
	if err != nil || owner.Owner == xproto.WindowNone {
		close(saved)
		return
	}
	b.saved = saved
	b.put(b.window, b.atoms.drop, xproto.AtomAtom, b.atoms.utf8)
	xproto.ConvertSelection(b.c, b.window, b.atoms.manager, b.atoms.save, b.atoms.drop, xproto.TimeCurrentTime)
}

// saving takes the manager's answer, whatever it is.
func (b *Board) saving(e xproto.SelectionNotifyEvent) {
	if b.saved != nil && e.Selection == b.atoms.manager {
		close(b.saved)
		b.saved = nil
	}
}
