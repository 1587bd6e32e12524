package cell

import (
	"errors"
	"fmt"
	"os"
	"slices"

	"cellshell/membrane/ui"
	"cellshell/membrane/wire"
)

// loop turns messages into handlers and views, one at a time. It is owned by the goroutine that serves.
type loop struct {
	host *Host
	x    *Context
	s    *Session

	// who the cell is
	started    bool
	id         string
	generation int

	// what the body has
	seq    uint64   // newest message handled
	shown  *ui.Node // the root of tree; nil at first
	whole  bool     // the next view must be a tree: the body has none
	state  []byte
	timers []int // milliseconds by timer ID − 1; 0: cancelled

	// of the newest view
	tree     tree
	next     tree     // that View makes; until it is sent the body has the one above
	handlers []func() // of timers, by ID − 1
	key      func(chord string)
	begun    bool            // the function of OnStart has run
	edited   map[string]bool // fields with an edit since
}

func newLoop(h *Host) *loop {
	return &loop{
		host:   h,
		x:      &Context{pending: map[uint64]func(Reply){}, asked: map[string]int64{}},
		edited: map[string]bool{},
	}
}

func (l *loop) serve(s *Session) (err error) {
	l.s = s
	defer func() {
		if r := recover(); r != nil {
			err = l.died(r)
		}
	}()
	peer, err := s.Greet(l.host.hello())
	if err != nil {
		return err
	}
	l.id, l.generation = peer.Cell, peer.Generation
	if l.started {
		l.forget()
		if err := l.view(); err != nil {
			return err
		}
	}
	for {
		m, err := s.Receive()
		if err != nil {
			return err
		}
		if err := l.handle(m); err != nil {
			return err
		}
	}
}

// forget makes the next view a whole one, with state and timers, for a body that knows nothing. Calls of the lost
// connection will not be answered; the cell hears so.
func (l *loop) forget() {
	l.whole, l.state, l.timers = true, nil, nil
	l.x.asked = map[string]int64{}
	ids := make([]uint64, 0, len(l.x.pending))
	for id := range l.x.pending {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		l.reply(id, Reply{Err: "the connection was lost"})
	}
}

func (l *loop) handle(m ui.Message) error {
	if start, ok := m.(ui.Start); ok {
		return l.start(start)
	}
	if stop, ok := m.(ui.Stop); ok {
		_ = stop // the deadline is the body's to keep
		if err := l.s.Send(ui.Bye{}); err != nil && !over(err) {
			return err
		}
		return ErrStopped
	}
	if !l.started {
		return l.s.Send(ui.Error{Text: fmt.Sprintf("cell: %s before %s", m.MessageType(), ui.TypeStart)})
	}
	switch m := m.(type) {
	case ui.Event:
		l.seen(m.Seq, &m.Clock)
		l.event(m)
	case ui.Tick:
		l.seen(m.Seq, &m.Clock)
		if i := m.Timer - 1; i >= 0 && i < len(l.handlers) && l.handlers[i] != nil {
			l.handlers[i]()
		}
	case ui.Reply:
		l.seen(m.Seq, &m.Clock)
		l.reply(m.ID, newReply(m.Payload, m.Error))
	case ui.Theme:
		l.seen(m.Seq, nil)
		l.x.look = m.Look
	case ui.Error:
		fmt.Fprintln(os.Stderr, "cell: the body could not use a message:", m.Text)
		return nil
	default:
		return l.s.Send(ui.Error{Text: fmt.Sprintf("cell: %s is not for cells", m.MessageType())})
	}
	return l.view()
}

func (l *loop) start(m ui.Start) error {
	l.x.props, l.x.look, l.x.clock = m.Props, m.Look, m.Clock
	l.seq = max(l.seq, m.Seq)
	if len(m.State) > 0 {
		if err := l.decode(m.State); err != nil {
			l.x.warn("part of the state was not taken over: " + err.Error())
		}
	}
	l.started, l.whole, l.state = true, true, nil
	return l.view()
}

// seen notes the newest message and its time.
func (l *loop) seen(seq uint64, clock *ui.Clock) {
	l.seq = max(l.seq, seq)
	if clock != nil {
		l.x.clock = *clock
	}
}

func (l *loop) event(m ui.Event) {
	if m.Kind == ui.EventKey {
		if l.key != nil {
			l.key(m.Text)
		}
		return
	}
	if m.Kind == ui.EventChange || m.Kind == ui.EventSubmit {
		l.edited[m.Node] = true
	}
	if p := l.tree.at(m.Node); p != nil { // else it has gone since; the view says so
		p.handle(m)
	}
}

func (l *loop) reply(id uint64, r Reply) {
	done, ok := l.x.pending[id]
	delete(l.x.pending, id)
	if ok && done != nil {
		done(r)
	}
}

// view runs View and sends what changed, calls and timers first. The first time it also runs the function of OnStart, so
// that every message is answered by exactly one view.
func (l *loop) view() error {
	root := l.describe()
	if !l.begun && l.x.start != nil {
		l.x.start()
		root = l.describe()
	}
	l.begun = true
	v := ui.View{Generation: l.generation, Seq: l.seq}
	if l.whole || l.shown == nil {
		v.Tree = root
	} else {
		v.Patch = ui.Diff(l.shown, root)
		if len(v.Patch) == 1 && v.Patch[0].Node == root {
			v.Tree, v.Patch = root, nil
		}
	}
	state, err := l.encode()
	if err != nil {
		l.x.warn("state cannot be saved: " + err.Error())
	} else if !slices.Equal(state, l.state) {
		v.State, l.state = state, state
	}
	out := l.x.out
	l.x.out = nil
	for _, m := range append(l.retime(out), v) {
		if err := l.s.Send(m); err != nil {
			return l.unsent(err)
		}
	}
	l.tree, l.next = l.next, l.tree
	l.next.clear()
	l.shown, l.whole = root, false
	return nil
}

// unsent tells the body why there is no view, when that can be told.
func (l *loop) unsent(err error) error {
	var long *wire.ErrTooLong
	if errors.As(err, &long) {
		reason := "view is too large: " + err.Error()
		_ = l.s.Send(ui.Bye{Reason: reason}) // the cell ends either way
		return &PanicError{Reason: reason}
	}
	return err
}

// describe runs View and settles what it declared.
func (l *loop) describe() *ui.Node {
	x := l.x
	x.timers, x.key, x.inView = nil, nil, true
	node := l.host.Cell.View(x)
	x.inView = false
	l.key = x.key
	l.next.clear()
	root := l.next.grow(node, x.key != nil, l.shown)
	l.stamp()
	clear(l.edited)
	return root
}

// stamp says which edit the text of each field is based on: the newest message, when the text was changed by either side
// since the last view; the same as before otherwise.
func (l *loop) stamp() {
	for i := range l.next.places {
		n := &l.next.places[i].Node
		if n.Kind != ui.KindField && n.Kind != ui.KindArea {
			continue
		}
		before := ui.Find(l.shown, n.ID)
		switch {
		case l.edited[n.ID] || before != nil && before.Text != n.Text:
			n.Seq = l.seq
		case before != nil:
			n.Seq = before.Seq
		case l.shown != nil:
			n.Seq = l.seq
		}
	}
}

// retime appends the messages that bring the body's timers to what View declared.
func (l *loop) retime(out []ui.Message) []ui.Message {
	l.handlers = nil
	for i, t := range l.x.timers {
		l.handlers = append(l.handlers, t.f)
		if i >= len(l.timers) {
			l.timers = append(l.timers, 0)
		}
		if l.timers[i] != t.every {
			l.timers[i] = t.every
			out = append(out, ui.Timer{ID: i + 1, Every: t.every})
		}
	}
	for i := len(l.x.timers); i < len(l.timers); i++ {
		if l.timers[i] != 0 {
			l.timers[i] = 0
			out = append(out, ui.Timer{ID: i + 1})
		}
	}
	return out
}
