package screen

import (
	"context"
	"slices"

	"cellshell/compositor"
	"cellshell/membrane/ui"
	"cellshell/shell/attach"
	"cellshell/shell/control"
)

// feel is what is under the pointer and how it answers to it.
type feel struct {
	at     compositor.Target // the cell, and the node in it, that would take a click; a Cell of "" is none
	halo   compositor.Target // the deepest node: what "this" means
	cursor string
}

// Handle takes what the hands did at the window, in order. Keys and clicks that are the sealed layer's do not reach cells.
func (s *Screen) Handle(events ...attach.Event) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stir()
	for _, e := range events {
		switch e.Kind {
		case attach.Move, attach.Down, attach.Up, attach.Wheel:
			s.x, s.y, s.inside = e.X, e.Y, true
		case attach.Leave:
			s.inside = false
		}
		if e.Button == attach.Left && e.Kind == attach.Down {
			s.down = true
		} else if e.Button == attach.Left && e.Kind == attach.Up || e.Kind == attach.Cancel {
			s.down = false
		}
		s.note(e)
		if e.Kind == attach.Key || e.Kind == attach.Down || e.Kind == attach.Wheel {
			s.hush()
		}
		if !s.sealedTakes(e) {
			s.send(e)
			s.off = s.off && e.Kind != attach.Move
			s.keys = e.Kind == attach.Key || s.keys && e.Kind != attach.Down
		}
		if e.Kind != attach.Key && e.Kind != attach.Paste {
			s.retouch()
			s.stale = s.stale || e.Kind == attach.Down || e.Kind == attach.Up
		}
	}
}

// point tells the body again where the pointer is, when what covered the desktop there has gone. mu is held.
func (s *Screen) point() {
	if _, on := s.spotAt(s.x, s.y); s.off && s.inside && !on {
		s.off = false
		s.send(attach.Event{Kind: attach.Move, X: s.x, Y: s.y})
	}
}

// retouch finds what is under the pointer. mu is held.
func (s *Screen) retouch() {
	was := s.touch
	s.touch = feel{halo: was.halo}
	defer func() {
		if s.bar.open && s.bar.pinned {
			s.touch.halo = was.halo
		}
	}()
	spot, sealed := s.spotAt(s.x, s.y)
	if s.layout == nil || !s.inside || sealed {
		if sealed && s.inside {
			s.touch.cursor = s.spotCursor(spot)
		}
		s.tip = tip{}
		if !s.bar.open {
			s.touch.halo = compositor.Target{}
		}
		s.stale = s.stale || s.touch.at != was.at
		return
	}
	t := s.layout.Hit(s.x, s.y)
	s.rest(t)
	s.touch.halo = compositor.Target{Cell: t.Cell, Node: t.Node}
	switch t.Part {
	case compositor.PartResize:
		s.touch.cursor = edgeCursor(t.Edge)
	case compositor.PartClose:
		s.touch.cursor, s.touch.at = "hand", compositor.Target{Cell: t.Cell, Part: compositor.PartClose}
	case compositor.PartBody:
		box, ok := s.layout.Node(t.Cell, t.Node)
		switch {
		case !ok || box.Disabled:
		case box.Kind == ui.KindField || box.Kind == ui.KindArea:
			s.touch.cursor = "text"
		case slices.Contains(box.Node.Events, ui.EventChange):
			s.touch.cursor, s.touch.at = "hand", compositor.Target{Cell: t.Cell, Node: t.Node}
		default:
			if n := s.layout.Handler(t, ui.EventTap); n != "" {
				s.touch.cursor, s.touch.at = "hand", compositor.Target{Cell: t.Cell, Node: n}
			}
		}
	}
	s.stale = s.stale || s.touch.at != was.at || s.bar.open && s.touch.halo != was.halo
	if s.bar.open && !s.bar.pinned && s.touch.halo != was.halo {
		s.listen()
	}
}

// edgeCursor is the pointer that says which way an edge or a corner goes.
func edgeCursor(e compositor.Edge) string {
	switch e {
	case compositor.EdgeLeft, compositor.EdgeRight:
		return "ew"
	case compositor.EdgeTop, compositor.EdgeBottom:
		return "ns"
	case compositor.EdgeLeft | compositor.EdgeTop, compositor.EdgeRight | compositor.EdgeBottom:
		return "nwse"
	}
	return "nesw"
}

// answered does what the body made of keys.
func (s *Screen) answered(a attach.Answer) {
	if a.Copy != "" && s.o.Clipboard != nil {
		s.o.Clipboard(a.Copy)
	}
	switch a.Command {
	case "undo":
		s.run("", func(ctx context.Context) (r receipt, err error) {
			err = s.call(ctx, control.MethodUndo, control.UndoParams{}, &r, nil)
			return r, err
		})
	case "redo":
		s.run("", func(ctx context.Context) (r receipt, err error) {
			err = s.call(ctx, control.MethodRedo, nil, &r, nil)
			return r, err
		})
	}
}
