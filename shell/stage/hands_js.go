package stage

import (
	"math"
	"strings"
	"syscall/js"
	"time"
	"unicode"
	"unicode/utf8"

	"cellshell/shell/attach"
	"cellshell/shell/screen"
)

// hands turns the events of the page into those of a screen. It belongs to the page's one thread.
type hands struct {
	screen  *screen.Screen
	clicks  clicks
	lonely  bool // the Super key went down, and nothing else since
	mac     bool // the command key takes the place of Ctrl
	fingers map[int]place
	held    *time.Timer // asks about what a finger stays on; nil: none does
	asked   bool        // it did: the fingers that are down do nothing else
}

type place struct{ x, y float64 }

const (
	holdTime = 500 * time.Millisecond // that a finger stays until it asks
	holdSlop = 10.0                   // how far it may stray meanwhile
	lineStep = 19.0                   // what a wheel that counts lines scrolls with each, logical pixels
)

// listen hands what happens to the page to a screen. Ebitengine, which listens at the canvas, gets none of it: the page's own
// events keep their order, know letters from keys, and leave the clipboard and input methods to the browser.
func listen(s *screen.Screen) {
	h := &hands{screen: s, fingers: map[int]place{}}
	h.mac = strings.HasPrefix(js.Global().Get("navigator").Get("platform").String(), "Mac")
	for name, f := range map[string]func(js.Value) (taken bool){
		"pointerdown": h.pointer, "pointermove": h.pointer, "pointerup": h.pointer, "pointercancel": h.pointer,
		"mousedown": taken, "mouseup": taken, "mousemove": taken, "contextmenu": taken, "dragover": taken, "drop": taken,
		"touchstart": taken, "touchmove": taken, "touchend": taken,
		"wheel": h.wheel, "keydown": h.keyDown, "keyup": h.keyUp, "paste": h.paste,
		"compositionstart": h.composes, "compositionupdate": h.composes, "compositionend": h.composed, "input": h.input,
	} {
		on(js.Global().Get("window"), name, f)
	}
	on(js.Global().Get("document").Get("documentElement"), "mouseleave", func(js.Value) bool {
		h.send(attach.Event{Kind: attach.Leave})
		return false
	})
}

// on calls f for each event of a kind, before anybody else hears of it. What f takes nobody else gets.
func on(target js.Value, name string, f func(js.Value) (taken bool)) {
	options := js.ValueOf(map[string]any{"capture": true, "passive": false})
	target.Call("addEventListener", name, js.FuncOf(func(_ js.Value, args []js.Value) any {
		e := args[0]
		if page.Call("mine", e.Get("target")).Bool() {
			return nil
		}
		if f(e) {
			e.Call("preventDefault")
		}
		e.Call("stopImmediatePropagation")
		return nil
	}), options)
}

func taken(js.Value) bool { return true }

// send hands events to the screen. It never waits for the browser: the screen's lock is only held while it computes.
func (h *hands) send(events ...attach.Event) {
	h.screen.Handle(events...)
	Wake()
}

func at(e js.Value) place { return place{e.Get("clientX").Float(), e.Get("clientY").Float()} }

// pointer takes mouse, pen and fingers.
func (h *hands) pointer(e js.Value) bool {
	p, id, touch := at(e), e.Get("pointerId").Int(), e.Get("pointerType").String() == "touch"
	switch e.Get("type").String() {
	case "pointerdown":
		page.Call("hold", id)
		h.lonely = false
		h.fingers[id] = p
		if touch {
			h.screen.Fingers()
		}
		if touch && len(h.fingers) > 1 { // a second finger scrolls
			h.stays(nil)
			h.send(attach.Event{Kind: attach.Cancel})
			return true
		}
		h.down(e, p)
		if touch {
			h.stays(&p)
		}
		if !touch || h.screen.Cursor() == "text" || h.screen.Asking() {
			page.Call("type", p.x, p.y)
		}
	case "pointermove":
		was, down := h.fingers[id]
		if h.asked && touch {
			return true
		}
		if touch && len(h.fingers) > 1 && down {
			n := float64(len(h.fingers))
			h.fingers[id] = p
			h.send(attach.Event{Kind: attach.Wheel, X: p.x, Y: p.y, DX: (was.x - p.x) / n, DY: (was.y - p.y) / n})
			return true
		}
		if touch && h.held != nil && math.Hypot(p.x-h.clicks.x, p.y-h.clicks.y) > holdSlop {
			h.stays(nil)
		}
		h.send(attach.Event{Kind: attach.Move, X: p.x, Y: p.y})
	default:
		h.up(e, p, id, touch)
	}
	return true
}

// up is a button or a finger that goes up, or of which the browser says no more.
func (h *hands) up(e js.Value, p place, id int, touch bool) {
	delete(h.fingers, id)
	h.stays(nil)
	asked := h.asked
	h.asked = asked && len(h.fingers) > 0
	if asked && touch {
		page.Call("type", p.x, p.y) // only now may a keyboard come up
		return
	}
	end := attach.Event{Kind: attach.Up, X: p.x, Y: p.y, Button: button(e), Shift: e.Get("shiftKey").Bool()}
	if e.Get("type").String() == "pointercancel" {
		end = attach.Event{Kind: attach.Cancel}
	}
	out := []attach.Event{end}
	if touch {
		out = append(out, attach.Event{Kind: attach.Leave})
	}
	h.send(out...)
}

// stays begins to wait for a finger that stays where it is, or ends that.
func (h *hands) stays(at *place) {
	if h.held != nil {
		h.held.Stop()
		h.held = nil
	}
	if at == nil {
		return
	}
	h.held = time.AfterFunc(holdTime, func() {
		h.held, h.asked = nil, true
		h.screen.Ask(at.x, at.y)
		Wake()
	})
}

func button(e js.Value) int {
	switch e.Get("button").Int() {
	case 1:
		return attach.Middle
	case 2:
		return attach.Right
	}
	return attach.Left
}

func (h *hands) down(e js.Value, p place) {
	b := button(e)
	n := h.clicks.press(b, p.x, p.y, time.Now())
	h.send(attach.Event{Kind: attach.Move, X: p.x, Y: p.y},
		attach.Event{Kind: attach.Down, X: p.x, Y: p.y, Button: b, Shift: e.Get("shiftKey").Bool(), Alt: e.Get("altKey").Bool() || e.Get("metaKey").Bool(), Clicks: n})
}

func (h *hands) wheel(e js.Value) bool {
	if e.Get("ctrlKey").Bool() {
		return false // the browser's zoom
	}
	k := 1.0
	switch e.Get("deltaMode").Int() {
	case 1:
		k = lineStep
	case 2:
		k = js.Global().Get("innerHeight").Float()
	}
	p := at(e)
	h.send(attach.Event{Kind: attach.Wheel, X: p.x, Y: p.y, DX: e.Get("deltaX").Float() * k, DY: e.Get("deltaY").Float() * k})
	return true
}

// named are the keys that type nothing.
var named = map[string]string{
	"Enter": "enter", "Tab": "tab", "Backspace": "backspace", "Delete": "delete", "Escape": "escape", "ArrowLeft": "left",
	"ArrowRight": "right", "ArrowUp": "up", "ArrowDown": "down", "Home": "home", "End": "end", "PageUp": "pageup",
	"PageDown": "pagedown", "Insert": "insert", "F1": "f1", "F2": "f2", "F3": "f3", "F4": "f4", "F6": "f6", "F7": "f7", "F8": "f8",
	"F9": "f9", "F10": "f10",
}

// browsers are the chords that stay the browser's: reload, tabs, address, tools, zoom, full screen, and pasting, which
// comes back as an event of its own.
var browsers = map[string]bool{
	"ctrl+r": true, "ctrl+shift+r": true, "ctrl+t": true, "ctrl+shift+t": true, "ctrl+n": true, "ctrl+shift+n": true, "ctrl+w": true,
	"ctrl+l": true, "ctrl+shift+i": true, "ctrl+shift+j": true, "ctrl+shift+c": true, "ctrl++": true, "ctrl+=": true, "ctrl+-": true,
	"ctrl+0": true, "ctrl+tab": true, "ctrl+shift+tab": true, "ctrl+v": true, "ctrl+shift+v": true, "shift+insert": true,
}

func (h *hands) keyDown(e js.Value) bool {
	key := e.Get("key").String()
	if e.Get("isComposing").Bool() || key == "Process" || key == "Dead" || key == "Unidentified" {
		return false // the input method has it
	}
	if key == "Meta" {
		h.lonely = !h.mac
		return true
	}
	h.lonely = false
	chord, text := h.chord(e, key)
	switch {
	case chord == "":
		return key == "Alt"
	case browsers[chord]:
		return false
	case e.Get("repeat").Bool() && chord == "ctrl+space":
		return true
	}
	h.send(attach.Event{Kind: attach.Key, Chord: chord, Text: text})
	return true
}

func (h *hands) keyUp(e js.Value) bool {
	if e.Get("key").String() == "Meta" && h.lonely {
		h.lonely = false
		h.send(attach.Event{Kind: attach.Key, Chord: "super"})
	}
	return false
}

// chord names a key with its modifiers, and what it types; "" for a modifier alone and for keys that mean nothing here.
func (h *hands) chord(e js.Value, key string) (chord, text string) {
	ctrl, alt, meta := e.Get("ctrlKey").Bool(), e.Get("altKey").Bool(), e.Get("metaKey").Bool()
	if e.Call("getModifierState", "AltGraph").Bool() {
		ctrl, alt = false, false
	}
	if h.mac && meta {
		ctrl, meta = true, false
	}
	mods := modifiers(ctrl, alt, e.Get("shiftKey").Bool(), meta)
	if name := named[key]; name != "" {
		return mods + name, ""
	}
	r, size := utf8.DecodeRuneInString(key)
	if size == 0 || size < len(key) || !unicode.IsPrint(r) {
		return "", ""
	}
	name := strings.ToLower(key)
	if r == ' ' {
		name = "space"
	}
	if !ctrl && !meta {
		return name, key
	}
	if code := e.Get("code").String(); r > unicode.MaxASCII && len(code) == 4 && strings.HasPrefix(code, "Key") {
		name = strings.ToLower(code[3:]) // a keyboard without Latin letters
	}
	return mods + name, ""
}

func (h *hands) paste(e js.Value) bool {
	if text := e.Get("clipboardData").Call("getData", "text/plain").String(); text != "" {
		h.send(attach.Event{Kind: attach.Paste, Text: text, Chord: "ctrl+v"})
	}
	return true
}

// composes shows what an input method is at, where it will stand.
func (h *hands) composes(e js.Value) bool {
	if r, ok := h.screen.Caret(); ok {
		page.Call("type", r.X, r.Y)
	}
	if data := e.Get("data"); data.Type() == js.TypeString {
		text := data.String()
		h.screen.Compose(text, len(text), len(text))
		Wake()
	}
	return false
}

// composed takes what an input method has made of several keys.
func (h *hands) composed(e js.Value) bool {
	h.screen.Compose("", 0, 0)
	h.typed(e.Get("data"))
	page.Call("clear")
	Wake()
	return false
}

// input takes what came without keys: from a keyboard on the glass, a list of pictures, dictation.
func (h *hands) input(e js.Value) bool {
	if e.Get("isComposing").Bool() {
		return false
	}
	switch e.Get("inputType").String() {
	case "insertText", "insertReplacementText", "insertFromDictation":
		h.typed(e.Get("data"))
	case "deleteContentBackward":
		h.send(attach.Event{Kind: attach.Key, Chord: "backspace"})
	case "insertLineBreak":
		h.send(attach.Event{Kind: attach.Key, Chord: "enter"})
	}
	page.Call("clear")
	return false
}

// typed sends a text, letter by letter; null is none.
func (h *hands) typed(data js.Value) {
	var out []attach.Event
	if data.Type() != js.TypeString {
		return
	}
	for _, r := range data.String() {
		if unicode.IsPrint(r) {
			out = append(out, typed(string(r)))
		}
	}
	if len(out) > 0 {
		h.send(out...)
	}
}
