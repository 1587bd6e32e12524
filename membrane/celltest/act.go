package celltest

import (
	"strings"
	"time"

	"cellshell/membrane/ui"
)

// Tap clicks a node; see [Driver.Node] for names.
func (d *Driver) Tap(names ...string) {
	d.t.Helper()
	for _, name := range names {
		d.Event(ui.Event{Node: d.listener(name, ui.EventTap).ID, Kind: ui.EventTap})
	}
}

// TapAt clicks a node at a place, logical pixels from its top left.
func (d *Driver) TapAt(name string, x, y float64) {
	d.t.Helper()
	d.Event(ui.Event{Node: d.listener(name, ui.EventTap).ID, Kind: ui.EventTap, X: x, Y: y})
}

// Type replaces the text of a field or an area.
func (d *Driver) Type(name, text string) {
	d.t.Helper()
	d.Event(ui.Event{Node: d.listener(name, ui.EventChange).ID, Kind: ui.EventChange, Text: text})
}

// Set moves a slider or switches a toggle (0 or 1).
func (d *Driver) Set(name string, value float64) {
	d.t.Helper()
	d.Event(ui.Event{Node: d.listener(name, ui.EventChange).ID, Kind: ui.EventChange, Value: value})
}

// Submit presses Enter in a field that holds text.
func (d *Driver) Submit(name, text string) {
	d.t.Helper()
	d.Event(ui.Event{Node: d.listener(name, ui.EventSubmit).ID, Kind: ui.EventSubmit, Text: text})
}

// Key presses chords that no field consumed: "ctrl+s".
func (d *Driver) Key(chords ...string) {
	d.t.Helper()
	for _, chord := range chords {
		d.Event(ui.Event{Node: d.tree.ID, Kind: ui.EventKey, Text: chord})
	}
}

// Event sends any event; sequence number and time are filled in. It returns when the view has come and calls are answered.
func (d *Driver) Event(e ui.Event) {
	d.t.Helper()
	d.seq++
	e.Seq, e.Clock = d.seq, d.clock()
	d.send(e)
	d.await(d.seq)
	d.answer()
}

// Theme changes between light and dark.
func (d *Driver) Theme(dark bool) {
	d.t.Helper()
	d.opt.Dark = dark
	d.seq++
	d.send(ui.Theme{Look: d.look(), Seq: d.seq})
	d.await(d.seq)
	d.answer()
}

// Advance lets time pass and sends the ticks that fall due, in order.
func (d *Driver) Advance(by time.Duration) {
	d.t.Helper()
	end := d.now.Add(by)
	for {
		id, at := d.due()
		if id == 0 || at.After(end) {
			break
		}
		d.now = at
		for id, every := range sorted(d.timers) {
			if local(at)%every.Milliseconds() != 0 {
				continue
			}
			d.seq++
			d.send(ui.Tick{Timer: id, Seq: d.seq, Clock: d.clock()})
			d.await(d.seq)
			d.answer()
		}
	}
	d.now = end
}

// due returns the timer that ticks next, and when; 0 for none.
func (d *Driver) due() (int, time.Time) {
	first, when := 0, time.Time{}
	for id, every := range sorted(d.timers) {
		at := d.now.Truncate(time.Millisecond).Add(every - time.Duration(local(d.now)%every.Milliseconds())*time.Millisecond)
		if first == 0 || at.Before(when) {
			first, when = id, at
		}
	}
	return first, when
}

// local is the wall clock's time, milliseconds.
func local(t time.Time) int64 {
	_, offset := t.Zone()
	return t.UnixMilli() + int64(offset)*1000
}

// listener finds the node and fails the test when it does not listen to events of that kind.
func (d *Driver) listener(name string, kind ui.EventKind) *ui.Node {
	d.t.Helper()
	n := d.Node(name)
	for _, k := range n.Events {
		if k == kind && !n.Disabled {
			return n
		}
	}
	d.t.Fatalf("celltest: node %s does not listen to %s (events %v, disabled %t)", n.ID, kind, n.Events, n.Disabled)
	return nil
}

// Node finds one node: by its ID, else by its key, its text or the last part of its ID, "canvas0". None fails the test; of
// several the first is taken.
func (d *Driver) Node(name string) *ui.Node {
	d.t.Helper()
	if n := d.Lookup(name); n != nil {
		return n
	}
	d.t.Fatalf("celltest: no node %q in\n%s", name, Sketch(d.tree))
	return nil
}

// Lookup is Node that returns nil when there is none.
func (d *Driver) Lookup(name string) *ui.Node {
	if n := ui.Find(d.tree, name); n != nil {
		return n
	}
	for _, fits := range []func(*ui.Node) bool{
		func(n *ui.Node) bool { return n.Key == name },
		func(n *ui.Node) bool { return strings.EqualFold(n.Text, name) },
		func(n *ui.Node) bool { return strings.HasSuffix(n.ID, "/"+name) },
	} {
		var found *ui.Node
		ui.Walk(d.tree, func(n *ui.Node) bool {
			if found == nil && fits(n) {
				found = n
			}
			return found == nil
		})
		if found != nil {
			return found
		}
	}
	return nil
}
