//go:build !js

package stage

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	"cellshell/compositor/edit"
	"cellshell/shell/attach"
	"cellshell/shell/stage/clipboard"
)

// gate hands events to the screen. An event that pastes waits there for its text, and keys and buttons after it wait with it,
// so that they come in order; the picture never waits.
type gate struct {
	to interface {
		Handle(events ...attach.Event)
		Complain(text string)
	}
	board reader // nil: a paste is a key like any other

	mu      sync.Mutex // guards the rest
	pasting bool
	waiting []attach.Event
}

type reader interface {
	Read(s clipboard.Selection, done func(text string, err error))
}

// maxWaiting bounds the events that wait for a paste; what does not fit is dropped.
const maxWaiting = 512

// pass takes events in order.
func (g *gate) pass(events ...attach.Event) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for _, e := range events {
		switch {
		case !g.pasting:
			g.hand(e)
		case e.Kind == attach.Move || e.Kind == attach.Wheel || e.Kind == attach.Leave:
			g.to.Handle(e)
		case len(g.waiting) < maxWaiting:
			g.waiting = append(g.waiting, e)
		}
	}
}

// hand hands one event on, or begins to read what it pastes. mu is held.
func (g *gate) hand(e attach.Event) {
	s, pastes := pasteOf(e)
	if g.pasting = pastes && g.board != nil; !g.pasting {
		g.to.Handle(e)
		return
	}
	g.board.Read(s, func(text string, err error) { g.pasted(e, text, err) })
}

// pasteOf tells whether an event pastes, and which text.
func pasteOf(e attach.Event) (clipboard.Selection, bool) {
	switch {
	case e.Kind == attach.Down && e.Button == attach.Middle && !e.Alt:
		return clipboard.Primary, true
	case e.Kind == attach.Key && (e.Chord == "ctrl+v" || e.Chord == "shift+insert" || e.Chord == "ctrl+shift+v"):
		return clipboard.Clipboard, true
	}
	return 0, false
}

// pasted passes on what was waited for, and then what waited.
func (g *gate) pasted(e attach.Event, text string, err error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	e.Kind = attach.Paste
	switch {
	case errors.Is(err, clipboard.ErrEmpty), errors.Is(err, clipboard.ErrClosed):
		if e.Kind = attach.Key; e.Chord == "" {
			e.Kind = attach.Down
		}
	case err != nil:
		g.to.Complain(err.Error())
		text = ""
	case len(text) > edit.MaxText:
		g.to.Complain(fmt.Sprintf("a field takes %d KB of text; the clipboard's first %d KB were pasted", edit.MaxText>>10, edit.MaxText>>10))
		for text = text[:edit.MaxText]; !utf8.ValidString(text); {
			text = text[:len(text)-1]
		}
	}
	if e.Text = strings.ReplaceAll(text, "\x00", ""); e.Kind != attach.Paste || e.Text != "" {
		g.to.Handle(e)
	}
	for g.pasting = false; !g.pasting && len(g.waiting) > 0; {
		next := g.waiting[0]
		g.waiting = g.waiting[1:]
		g.hand(next)
	}
	Wake()
}
