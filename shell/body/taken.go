package body

import (
	"cmp"
	"crypto/rand"
	"encoding/hex"
	"maps"
	"math"
	"slices"

	"cellshell/compositor"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
	"cellshell/shell/attach"
)

// hands are those at one screen: how far what they did has been taken. They outlive an attachment and the body, so that a
// screen which sends again what it is not sure of does nothing twice. Guarded by Body.mu.
type hands struct {
	taken uint64 // number of the newest event that was taken
	sure  uint64 // and of the newest that a kill of the body does not undo
	press *press // what an earlier body left held down
	on    *screen
	used  uint64 // grows with each attachment: the oldest are forgotten
}

// The bounds of what is remembered of hands.
const (
	maxHands     = 64 // pairs
	maxHandsName = 64 // bytes
)

// handled is what the journal holds of hands.
type handled struct {
	Taken uint64      `json:"taken"`
	Press *savedPress `json:"press,omitempty"`
}

// savedPress is a press that can be written.
type savedPress struct {
	What   compositor.Target `json:"what"`
	Part   compositor.Part   `json:"part,omitempty"`
	Kind   ui.EventKind      `json:"kind,omitempty"`
	X      float64           `json:"x"`
	Y      float64           `json:"y"`
	From   paint.Rect        `json:"from"`
	Moved  bool              `json:"moved,omitempty"`
	Editor bool              `json:"editor,omitempty"`
	Slider bool              `json:"slider,omitempty"`
}

func (h *hands) handled() handled {
	p := h.press
	if h.on != nil {
		p = h.on.hand.press
	}
	if p == nil {
		return handled{Taken: h.taken}
	}
	return handled{Taken: h.taken, Press: &savedPress{
		What: p.what, Part: p.what.Part, Kind: p.kind, X: p.x, Y: p.y, From: p.from, Moved: p.moved, Editor: p.editor, Slider: p.slider,
	}}
}

func (p *savedPress) differs(was *savedPress) bool {
	return (p == nil) != (was == nil) || p != nil && *p != *was
}

func (p *savedPress) press() *press {
	if p == nil || !finite(p.X, p.Y, p.From.X, p.From.Y, p.From.W, p.From.H) {
		return nil
	}
	out := &press{what: p.What, kind: p.Kind, x: p.X, y: p.Y, from: p.From, value: math.NaN(), moved: p.Moved, editor: p.Editor, slider: p.Slider}
	out.what.Part = p.Part
	return out
}

// attachHands gives a screen the hands of that name. mu is held.
func (b *Body) attachHands(s *screen, name string) {
	if name == "" || len(name) > maxHandsName {
		name = randomName()
	}
	h := b.hands[name]
	if h == nil {
		if len(b.hands) >= maxHands {
			old := slices.SortedFunc(maps.Keys(b.hands), func(x, y string) int { return cmp.Compare(b.hands[x].used, b.hands[y].used) })
			for _, id := range old {
				if b.hands[id].on == nil {
					delete(b.hands, id)
					break
				}
			}
		}
		h = &hands{}
		b.hands[name] = h
	}
	if s.hand.press = h.press; h.on != nil { // it came back before it was missed
		s.hand.press = h.on.hand.press
		h.on.hand.press = nil
	}
	h.press, h.on, h.used, s.hands = nil, s, s.Number, h
}

// detachHands is the opposite of attachHands. mu is held.
func (b *Body) detachHands(s *screen) {
	if s.hands.on == s {
		s.hands.on = nil
	}
}

// handsTake takes events in order, each once, and writes down what they did before any cell hears of it. mu is held.
func (b *Body) handsTake(s *screen, events []attach.Event, out *attach.Answer) {
	h := s.hands
	if h.on != s { // the same hands have come in again, and send there what is not taken here
		out.Sure = h.sure
		return
	}
	for _, e := range events {
		if e.Seq != 0 && e.Seq <= h.taken || !finite(e.X, e.Y, e.DX, e.DY) {
			continue
		}
		h.taken = max(h.taken, e.Seq)
		command := out.Command
		out.Command = ""
		b.take(s, e, out)
		if out.Command == "" {
			out.Command = command
		}
	}
	b.jot()
	out.Sure = h.sure
}

func randomName() string {
	var name [8]byte
	_, _ = rand.Read(name[:]) // never fails
	return hex.EncodeToString(name[:])
}
