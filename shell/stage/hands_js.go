package stage

import (
	"strings"
	"syscall/js"
	"time"

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
	held    *time.Timer    // asks about what a finger stays on; nil: none does
	asked   bool           // it did: the fingers that are down do nothing else
	opened  bool           // the bar was closed until then
	since   time.Duration  // when the finger went down, by the browser's clock
	pressed []attach.Event // the newest press
}

type place struct{ x, y float64 }

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
