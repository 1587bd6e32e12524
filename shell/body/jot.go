package body

import (
	"maps"

	"cellshell/compositor"
	"cellshell/compositor/edit"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// record is a line of the journal: what one batch of input changed, or that a cell was told.
type record struct {
	Hands  map[string]handled     `json:"hands,omitempty"`
	Focus  *compositor.Target     `json:"focus,omitempty"`
	Fields map[string]splice      `json:"fields,omitempty"`
	Scroll map[string]paint.Point `json:"scroll,omitempty"`
	Post   []posted               `json:"post,omitempty"`
	Told   *told                  `json:"told,omitempty"`
}

// splice is how a text became another one. Unsaid: the cell has not been told.
type splice struct {
	edit.Splice
	Unsaid bool `json:"unsaid,omitempty"`
}

// posted is an event on its way to a cell. The text of a field is none: it is told from the field.
type posted struct {
	N     uint64        `json:"n"` // grows with each
	Cell  tissue.CellID `json:"cell"`
	Event ui.Event      `json:"event"`
	Seq   uint64        `json:"seq,omitempty"` // under which it was sent to the cell; 0: not yet

	again bool // it was sent to a cell that died before it answered
}

// told says that an event, or the text of a field, is about to be sent to a cell.
type told struct {
	N    uint64        `json:"n,omitempty"`
	Cell tissue.CellID `json:"cell"`
	Node string        `json:"node,omitempty"` // of a field
	Seq  uint64        `json:"seq"`
}

// shadow is what the journal knows.
type shadow struct {
	hands  map[string]handled
	focus  compositor.Target
	fields map[string]edit.State
	scroll map[string]paint.Point
}

// jot writes what the hands changed since the newest line. It tells how far each pair of hands is sure to be kept. It costs
// nothing when nothing has changed. mu is held.
func (b *Body) jot() { b.jotWith(nil) }

func (b *Body) jotWith(t *told) {
	j := &b.journal
	l := record{Post: j.posts, Told: t}
	worth := t != nil || len(j.posts) > 0
	if b.edits.Focus != j.shadow.focus {
		l.Focus, worth = new(b.edits.Focus), true
	}
	for k, f := range b.edits.Fields {
		was, known := j.shadow.fields[k]
		if known && was == f.State {
			continue
		}
		s := splice{Splice: edit.Between(was, f.State)}
		if was.Text != f.Text || !known {
			s.Unsaid = b.unsaid(k)
		}
		if l.Fields == nil {
			l.Fields = map[string]splice{}
		}
		l.Fields[k], worth = s, true
	}
	for k, p := range b.edits.Scroll {
		if was, known := j.shadow.scroll[k]; !known || was != p {
			if l.Scroll == nil {
				l.Scroll = map[string]paint.Point{}
			}
			l.Scroll[k], worth = p, true
		}
	}
	for id, h := range b.hands {
		if is := h.handled(); is.Press.differs(j.shadow.hands[id].Press) {
			worth = true
		}
	}
	if worth { // else it does no harm to take them again
		for id, h := range b.hands {
			if is := h.handled(); is.Taken != j.shadow.hands[id].Taken {
				if l.Hands == nil {
					l.Hands = map[string]handled{}
				}
				l.Hands[id] = is
			}
		}
		if err := j.write(&l); err != nil {
			if !j.full {
				b.background(func() { b.log.Warn("the journal of the input cannot be written", "err", err) }) // ends at once
			}
			j.full = true
			return // the next line will hold it all; screens keep what they sent meanwhile
		}
		b.shade()
	}
	for _, h := range b.hands {
		h.sure = h.taken
	}
}

// unsaid says whether a cell has not been told of the newest text of a field. mu is held.
func (b *Body) unsaid(key string) bool {
	for id, c := range b.cells {
		if node, ok := nodeOf(key, id); ok {
			return c.typing[node] > 0
		}
	}
	return false
}

// shade notes that the journal, or the saved input, knows everything of now. mu is held.
func (b *Body) shade() {
	j := &b.journal
	if j.shadow.fields == nil {
		j.shadow = shadow{hands: map[string]handled{}, fields: map[string]edit.State{}, scroll: map[string]paint.Point{}}
	}
	j.posts, j.shadow.focus = nil, b.edits.Focus
	for k, f := range b.edits.Fields {
		j.shadow.fields[k] = f.State
	}
	maps.DeleteFunc(j.shadow.fields, func(k string, _ edit.State) bool { return b.edits.Fields[k] == nil })
	maps.Copy(j.shadow.scroll, b.edits.Scroll)
	for id, h := range b.hands {
		j.shadow.hands[id] = h.handled()
	}
	maps.DeleteFunc(j.shadow.hands, func(id string, _ handled) bool { return b.hands[id] == nil })
}
