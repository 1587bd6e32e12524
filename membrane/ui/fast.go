package ui

// The messages that come sixty times a second are read and written without reflection: event, tick and view. What is written
// here is what encoding/json writes, what is read here is read as encoding/json reads it.

// fast reads such a message in the form in which this package and the SDK write it: no white space, no escapes but in texts,
// each field once. It is false for all else, well-formed or not: encoding/json reads that.
func fast(payload []byte) (Message, bool) {
	r := reader{b: payload}
	if !r.lit(`{"type":"`) {
		return nil, false
	}
	switch {
	case r.lit(`event"`):
		var m Event
		r.members(func(name string) bool { return r.event(&m, name) })
		return m, r.ended()
	case r.lit(`tick"`):
		var m Tick
		r.members(func(name string) bool { return r.tick(&m, name) })
		return m, r.ended()
	case r.lit(`view"`):
		var m View
		r.members(func(name string) bool { return r.view(&m, name) })
		return m, r.ended() && m.whole() == nil
	}
	return nil, false
}

func (r *reader) event(m *Event, name string) bool {
	switch name {
	case "node":
		m.Node = r.text()
	case "kind":
		m.Kind = EventKind(r.text())
	case "text":
		m.Text = r.text()
	case "value":
		m.Value = r.float()
	case "x":
		m.X = r.float()
	case "y":
		m.Y = r.float()
	default:
		return r.when(&m.Seq, &m.Clock, name)
	}
	return true
}

func (w *writer) event(m *Event) {
	w.text("node", m.Node)
	w.text("kind", string(m.Kind))
	w.someText("text", m.Text)
	w.someFloat("value", m.Value)
	w.someFloat("x", m.X)
	w.someFloat("y", m.Y)
	w.when(m.Seq, &m.Clock)
}

func (r *reader) tick(m *Tick, name string) bool {
	if name == "timer" {
		m.Timer = int(r.integer())
		return true
	}
	return r.when(&m.Seq, &m.Clock, name)
}

func (w *writer) tick(m *Tick) {
	w.integer("timer", int64(m.Timer))
	w.when(m.Seq, &m.Clock)
}

// when reads what every message has that a view answers.
func (r *reader) when(seq *uint64, clock *Clock, name string) bool {
	switch name {
	case "seq":
		*seq = r.unsigned()
	case "clock":
		r.object(func(name string) bool {
			switch name {
			case "unix_ms":
				clock.UnixMilli = r.integer()
			case "offset":
				clock.Offset = int(r.integer())
			case "zone":
				clock.Zone = r.text()
			default:
				return false
			}
			return true
		})
	default:
		return false
	}
	return true
}

func (w *writer) when(seq uint64, clock *Clock) {
	w.unsigned("seq", seq)
	w.open("clock", '{')
	w.integer("unix_ms", clock.UnixMilli)
	w.integer("offset", int64(clock.Offset))
	w.someText("zone", clock.Zone)
	w.shut('}')
}

func (r *reader) view(m *View, name string) bool {
	switch name {
	case "generation":
		m.Generation = int(r.integer())
	case "seq":
		m.Seq = r.unsigned()
	case "tree":
		m.Tree = r.node(0)
	case "patch":
		r.elements(func() {
			var p Patch
			r.object(func(name string) bool {
				switch name {
				case "id":
					p.ID = r.text()
				case "node":
					p.Node = r.node(0)
				default:
					return false
				}
				return true
			})
			m.Patch = append(m.Patch, p)
		})
	case "state":
		m.State = r.raw()
	default:
		return false
	}
	return true
}

func (w *writer) view(m *View) {
	w.integer("generation", int64(m.Generation))
	w.unsigned("seq", m.Seq)
	if m.Tree != nil {
		w.name("tree")
		w.node(m.Tree)
	}
	if len(m.Patch) > 0 {
		w.open("patch", '[')
		for i := range m.Patch {
			w.element()
			w.text("id", m.Patch[i].ID)
			w.name("node")
			w.node(m.Patch[i].Node)
			w.shut('}')
		}
		w.shut(']')
	}
	if len(m.State) > 0 {
		w.name("state")
		w.raw(m.State)
	}
}
