package stage

import (
	"strings"
	"syscall/js"
	"unicode"
	"unicode/utf8"

	"cellshell/shell/attach"
)

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
