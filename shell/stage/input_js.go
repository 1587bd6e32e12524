package stage

import (
	"syscall/js"
	"unicode"

	"cellshell/shell/attach"
)

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
