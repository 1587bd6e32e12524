package screen

import (
	"slices"

	"cellshell/shell/attach"
)

// outbox holds what the hands did until the body is sure to keep it. While the body is away it gathers
// [attach.MaxKept] events; what comes after those is forgotten, so that what was typed first is whole. Guarded by Screen.mu.
type outbox struct {
	kept  []attach.Event // oldest first; their numbers grow
	sent  int            // how many of them are on their way or were answered
	last  uint64         // number of the newest ever put in
	taken uint64         // number of the newest that the body has
}

// put takes an event in; moves of the pointer in a row become one.
func (o *outbox) put(e attach.Event) {
	o.last++
	e.Seq = o.last
	if n := len(o.kept); n > o.sent && e.Kind == attach.Move && o.kept[n-1].Kind == attach.Move {
		o.kept[n-1] = e
		return
	}
	if len(o.kept) >= attach.MaxKept {
		i := slices.IndexFunc(o.kept, func(k attach.Event) bool { return k.Kind == attach.Move || k.Kind == attach.Leave })
		if e.Kind == attach.Move || i < 0 {
			return
		}
		o.kept = slices.Delete(o.kept, i, i+1) // where the pointer passed by is worth less than a key
		if i < o.sent {
			o.sent--
		}
	}
	o.kept = append(o.kept, e)
}

// next is what is to be sent now, n events at most.
func (o *outbox) next(n int) []attach.Event {
	from := o.sent
	o.sent = min(from+n, len(o.kept))
	return slices.Clone(o.kept[from:o.sent])
}

// waits says whether something is to be sent.
func (o *outbox) waits() bool { return o.sent < len(o.kept) }

// answered says that the body has taken events, and up to which number it is sure to keep them.
func (o *outbox) answered(events []attach.Event, sure uint64) {
	if n := len(events); n > 0 {
		o.taken = max(o.taken, events[n-1].Seq)
	}
	n := 0
	for n < o.sent && n < len(o.kept) && o.kept[n].Seq <= sure {
		n++
	}
	o.kept, o.sent = slices.Delete(o.kept, 0, n), o.sent-n
}

// again makes everything that is not sure wait to be sent, for a new attachment. The size of the window it says itself.
func (o *outbox) again() {
	o.kept = slices.DeleteFunc(o.kept, func(e attach.Event) bool { return e.Kind == attach.Resize })
	o.sent = 0
}
