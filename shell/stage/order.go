//go:build !js

package stage

import (
	"strings"
	"time"
	"unicode"

	"github.com/jezek/xgb/xproto"

	"cellshell/shell/attach"
	"cellshell/shell/stage/seat"
)

// order makes one list out of what the seat has heard and what the keys have typed. The seat knows every press and its place
// among the others, the window system's input method knows the text; a press that may type takes the next text there is.
type order struct {
	waiting []heard // whose text is not known yet, and what came after them
	texts   []text  // whose press is not known yet
	clicks  clicks
	lonely  bool // the Super key went down, and nothing else since
}

// heard is an event of the seat and since when it waits.
type heard struct {
	seat.Event
	since time.Time
}

// text is what was typed, and since when it waits.
type text struct {
	string
	since time.Time
}

// patience is how long a press waits for its text, and a text for its press: they come on two ways, and either may be the
// slower one. A press that types nothing, as the first of two that compose a letter, holds up what comes after it for as
// long, and so does a text that no press has made.
const patience = 60 * time.Millisecond

// merge lists events in order. texts are what has been typed since the last call, one for each press. While an input method
// composes, keys are its own: then those it left over, keys, count, and what the seat says of them does not.
func (o *order) merge(news []seat.Event, texts []string, composing bool, keys []attach.Event, scale float64, now time.Time) (out []attach.Event) {
	for _, e := range news {
		o.waiting = append(o.waiting, heard{e, now})
	}
	for _, t := range texts {
		o.texts = append(o.texts, text{t, now})
	}
	for i, e := range o.waiting {
		if e.Kind != seat.KeyDown && e.Kind != seat.KeyUp {
			out = o.mouse(out, e.Event, scale)
			continue
		}
		if composing {
			continue
		}
		if done := o.key(&out, e, now); !done {
			o.waiting = append(o.waiting[:0], o.waiting[i:]...)
			return out
		}
	}
	o.waiting = o.waiting[:0]
	for len(o.texts) > 0 && (composing || now.Sub(o.texts[0].since) > patience) {
		out = append(out, typed(o.texts[0].string))
		o.texts = o.texts[1:]
	}
	if composing {
		out = append(out, keys...)
	}
	return out
}

// waits tells whether merge wants to be called again soon, though nothing happens.
func (o *order) waits() bool { return len(o.waiting) > 0 || len(o.texts) > 0 }

// key adds what a key means; false: its text is not known yet.
func (o *order) key(out *[]attach.Event, e heard, now time.Time) bool {
	if e.Sym.Super() {
		if e.Kind == seat.KeyUp && o.lonely {
			*out = append(*out, attach.Event{Kind: attach.Key, Chord: "super"})
		}
		o.lonely = e.Kind == seat.KeyDown
		return true
	}
	if e.Kind == seat.KeyUp {
		return true
	}
	o.lonely = false
	command := e.Mods&(xproto.ModMaskControl|xproto.ModMask4) != 0 || e.Mods&xproto.ModMask1 != 0 && e.Sym.Name() != ""
	switch name := e.Sym.Name(); {
	case name != "":
		*out = append(*out, attach.Event{Kind: attach.Key, Chord: chordMods(e.Mods, true) + name})
	case command && e.Latin > ' ':
		*out = append(*out, attach.Event{Kind: attach.Key, Chord: chordMods(e.Mods, unicode.IsLetter(rune(e.Latin))) + strings.ToLower(string(rune(e.Latin)))})
	case command && e.Sym == ' ':
		*out = append(*out, attach.Event{Kind: attach.Key, Chord: chordMods(e.Mods, true) + "space"})
	case command || !e.Sym.Types():
	case len(o.texts) > 0:
		*out = append(*out, typed(o.texts[0].string))
		o.texts = o.texts[1:]
	default:
		return now.Sub(e.since) > patience
	}
	return true
}

// chordMods names modifiers. What Shift makes of a key that is no letter is in its name already.
func chordMods(mods uint16, shift bool) string {
	return modifiers(mods&xproto.ModMaskControl != 0, mods&xproto.ModMask1 != 0, shift && mods&xproto.ModMaskShift != 0, mods&xproto.ModMask4 != 0)
}

// mouse adds what a button or a move means.
func (o *order) mouse(out []attach.Event, e seat.Event, scale float64) []attach.Event {
	a := attach.Event{X: e.X / scale, Y: e.Y / scale, Shift: e.Mods&xproto.ModMaskShift != 0, Alt: e.Mods&(xproto.ModMask1|xproto.ModMask4) != 0}
	switch e.Kind {
	case seat.Move:
		a.Kind = attach.Move
	case seat.Leave:
		a = attach.Event{Kind: attach.Leave}
	case seat.Press:
		o.lonely = false
		if e.Button > 3 {
			return append(out, wheel(a, e.Button))
		}
		a.Kind, a.Button, a.Clicks = attach.Down, e.Button, o.clicks.press(e.Button, a.X, a.Y, time.UnixMilli(int64(e.Time)))
	case seat.Release:
		a.Kind, a.Button = attach.Up, e.Button
	default:
		return out
	}
	return append(out, a)
}

// wheel is the event of a notch. With Shift the wheel goes sideways.
func wheel(a attach.Event, button int) attach.Event {
	a.Kind = attach.Wheel
	switch button {
	case 4:
		a.DY = -notch
	case 5:
		a.DY = notch
	case 6:
		a.DX = -notch
	case 7:
		a.DX = notch
	}
	if a.Shift && a.DX == 0 {
		a.DX, a.DY = a.DY, 0
	}
	return a
}
