//go:build !js

package stage

import (
	"strings"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/inpututil"

	"cellshell/shell/attach"
)

// hands turns the state of mouse and keyboard into events: what can be known from looking at them now and then. It serves
// where no seat hears every event.
type hands struct {
	x, y   float64
	in     bool
	clicks clicks

	keys   []ebiten.Key
	held   ebiten.Key // the key that repeats
	next   time.Time  // when it repeats
	lonely bool       // the Super key went down, and nothing else since
}

const (
	repeatDelay = 400 * time.Millisecond
	repeatTime  = 33 * time.Millisecond
	notch       = 56.0 // what one notch of the wheel scrolls, logical pixels
)

// poll lists what has happened since the last poll in a window of a size in logical pixels.
func (h *hands) poll(w, ht, scale float64, texts []string, now time.Time) []attach.Event {
	return append(h.mouse(nil, w, ht, scale, now), h.keyboard(texts, now)...)
}

// named lists the keys that type nothing and went down just now. It is all there is to know while an input method decides
// about keys.
func (h *hands) named() (out []attach.Event) {
	mods := held()
	h.keys = inpututil.AppendJustPressedKeys(h.keys[:0])
	for _, k := range h.keys {
		if name := named[k]; name != "" {
			out = append(out, attach.Event{Kind: attach.Key, Chord: mods + name})
		}
	}
	return out
}

// held names the modifiers that are down.
func held() string {
	return modifiers(ebiten.IsKeyPressed(ebiten.KeyControl), ebiten.IsKeyPressed(ebiten.KeyAlt), ebiten.IsKeyPressed(ebiten.KeyShift), ebiten.IsKeyPressed(ebiten.KeyMeta))
}

var buttons = map[ebiten.MouseButton]int{
	ebiten.MouseButtonLeft: attach.Left, ebiten.MouseButtonMiddle: attach.Middle, ebiten.MouseButtonRight: attach.Right,
}

func (h *hands) mouse(out []attach.Event, w, ht, scale float64, now time.Time) []attach.Event {
	x, y := ebiten.CursorPositionF()
	x, y = x/scale, y/scale
	pressed := ebiten.IsMouseButtonPressed(ebiten.MouseButtonLeft) || inpututil.IsMouseButtonJustReleased(ebiten.MouseButtonLeft)
	in := x >= 0 && y >= 0 && x < w && y < ht || pressed
	switch {
	case in && (x != h.x || y != h.y || !h.in):
		out = append(out, attach.Event{Kind: attach.Move, X: x, Y: y})
	case !in && h.in:
		out = append(out, attach.Event{Kind: attach.Leave})
	}
	h.x, h.y, h.in = x, y, in
	shift := ebiten.IsKeyPressed(ebiten.KeyShift)
	alt := ebiten.IsKeyPressed(ebiten.KeyAlt) || ebiten.IsKeyPressed(ebiten.KeyMeta)
	for b, n := range buttons {
		if inpututil.IsMouseButtonJustPressed(b) {
			out = append(out, attach.Event{Kind: attach.Down, X: x, Y: y, Button: n, Shift: shift, Alt: alt, Clicks: h.clicks.press(n, x, y, now)})
		}
		if inpututil.IsMouseButtonJustReleased(b) {
			out = append(out, attach.Event{Kind: attach.Up, X: x, Y: y, Button: n, Shift: shift})
		}
	}
	if dx, dy := ebiten.Wheel(); dx != 0 || dy != 0 {
		e := attach.Event{Kind: attach.Wheel, X: x, Y: y, DX: -dx * notch, DY: -dy * notch}
		if shift && e.DX == 0 {
			e.DX, e.DY = e.DY, 0
		}
		out = append(out, e)
	}
	return out
}

// keyboard lists commands first, then what was typed, then the other keys: within one poll their order is not known, and
// this is the one in which a hurried hand makes sense.
func (h *hands) keyboard(texts []string, now time.Time) (out []attach.Event) {
	ctrl, meta, mods := ebiten.IsKeyPressed(ebiten.KeyControl), ebiten.IsKeyPressed(ebiten.KeyMeta), held()
	var last []attach.Event
	h.keys = inpututil.AppendJustPressedKeys(h.keys[:0])
	for _, k := range h.keys {
		if k == ebiten.KeyMetaLeft || k == ebiten.KeyMetaRight {
			h.lonely = true
			continue
		}
		h.lonely = false
		chord := h.chord(k, mods, ctrl || meta)
		switch {
		case chord == "":
			continue
		case named[k] == "":
			out = append(out, attach.Event{Kind: attach.Key, Chord: chord})
		default:
			last = append(last, attach.Event{Kind: attach.Key, Chord: chord})
		}
		h.held, h.next = k, now.Add(repeatDelay)
		h.remind(repeatDelay)
	}
	if h.lonely && (inpututil.IsKeyJustReleased(ebiten.KeyMetaLeft) || inpututil.IsKeyJustReleased(ebiten.KeyMetaRight)) {
		h.lonely = false
		out = append(out, attach.Event{Kind: attach.Key, Chord: "super"})
	}
	for _, t := range texts {
		out = append(out, typed(t))
	}
	return append(append(out, last...), h.repeat(now, mods, ctrl || meta)...)
}

// repeat makes a key that is held down come again and again.
func (h *hands) repeat(now time.Time, mods string, command bool) []attach.Event {
	if h.next.IsZero() {
		return nil
	}
	if !ebiten.IsKeyPressed(h.held) {
		h.next = time.Time{}
		return nil
	}
	if now.Before(h.next) {
		return nil
	}
	h.next = now.Add(repeatTime)
	h.remind(repeatTime)
	if chord := h.chord(h.held, mods, command); chord != "" {
		return []attach.Event{{Kind: attach.Key, Chord: chord}}
	}
	return nil
}

// remind asks for another poll, as nothing else may happen until then.
func (h *hands) remind(d time.Duration) { time.AfterFunc(d+time.Millisecond, drawSoon) }

// named are the keys that type nothing.
var named = map[ebiten.Key]string{
	ebiten.KeyEnter: "enter", ebiten.KeyNumpadEnter: "enter", ebiten.KeyTab: "tab", ebiten.KeyBackspace: "backspace",
	ebiten.KeyDelete: "delete", ebiten.KeyEscape: "escape", ebiten.KeyArrowLeft: "left", ebiten.KeyArrowRight: "right",
	ebiten.KeyArrowUp: "up", ebiten.KeyArrowDown: "down", ebiten.KeyHome: "home", ebiten.KeyEnd: "end",
	ebiten.KeyPageUp: "pageup", ebiten.KeyPageDown: "pagedown", ebiten.KeyInsert: "insert",
	ebiten.KeyF1: "f1", ebiten.KeyF2: "f2", ebiten.KeyF3: "f3", ebiten.KeyF4: "f4", ebiten.KeyF5: "f5", ebiten.KeyF6: "f6",
	ebiten.KeyF7: "f7", ebiten.KeyF8: "f8", ebiten.KeyF9: "f9", ebiten.KeyF10: "f10", ebiten.KeyF11: "f11", ebiten.KeyF12: "f12",
}

// chord names a key with its modifiers; "" for one that types, unless it is a command, and for a modifier alone.
func (h *hands) chord(k ebiten.Key, mods string, command bool) string {
	if name := named[k]; name != "" {
		return mods + name
	}
	if !command {
		return ""
	}
	if k == ebiten.KeySpace {
		return mods + "space"
	}
	if name := ebiten.KeyName(k); name != "" {
		return mods + strings.ToLower(name)
	}
	if k >= ebiten.KeyA && k <= ebiten.KeyZ {
		return mods + strings.ToLower(k.String())
	}
	return ""
}
