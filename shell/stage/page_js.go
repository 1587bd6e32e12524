package stage

import (
	"context"
	"net"
	"syscall/js"

	"github.com/coder/websocket"

	"cellshell/shell/control"
	"cellshell/shell/screen"
)

// page is what the page offers to the screen in it; see page.js of package web.
var page = js.Global().Get("cellshell")

// size is that of the page.
type size struct{ w, h, scale float64 } // logical pixels, device pixels per logical pixel

// fit lays the page out for the size and the pixels that the browser has now.
func fit() size {
	f := page.Call("fit")
	return size{f.Index(0).Float(), f.Index(1).Float(), f.Index(2).Float()}
}

// Fast tells whether the browser draws with a graphics processor, and not with a program that emulates one.
func Fast() bool { return page.Get("fast").Bool() }

// prefer tells a screen what the browser knows of whoever sits before it: that nothing is to move by itself, that there are
// fingers and no mouse.
func prefer(s *screen.Screen) {
	asks := func(query string) js.Value { return js.Global().Call("matchMedia", query) }
	still := asks("(prefers-reduced-motion: reduce)")
	s.Calm(still.Get("matches").Bool())
	still.Call("addEventListener", "change", js.FuncOf(func(js.Value, []js.Value) any {
		s.Calm(still.Get("matches").Bool())
		return nil
	}))
	if asks("(pointer: coarse)").Get("matches").Bool() {
		s.Fingers()
	}
}

// point gives the pointer a shape.
func point(cursor string) {
	css := map[string]string{"text": "text", "hand": "pointer", "move": "move", "ew": "ew-resize", "ns": "ns-resize", "nwse": "nwse-resize", "nesw": "nesw-resize"}[cursor]
	if css == "" {
		css = "default"
	}
	js.Global().Get("document").Get("documentElement").Get("style").Call("setProperty", "--cursor", css)
}

// Copy puts text on the clipboard.
func Copy(text string) { page.Call("copy", text) }

// Dial connects to the body through the server that the page came from. The wait before a further try is the page's
// choice; it ends with ctx. When there is no connection the error is a *control.Error with CodeDown.
func Dial(ctx context.Context) (*control.Client, error) {
	wait(ctx, page.Call("ready"))
	origin := js.Global().Get("location").Get("origin").String()
	offer := page.Get("protocols")
	var protocols []string
	for i := range offer.Length() {
		protocols = append(protocols, offer.Index(i).String())
	}
	c, _, err := websocket.Dial(ctx, origin+"/attach", &websocket.DialOptions{Subprotocols: protocols})
	page.Call("linked", err == nil)
	if err != nil {
		return nil, &control.Error{Text: "the desktop does not answer", Hint: "start it with: cellshell", Code: control.CodeDown}
	}
	return control.NewClient(attached{websocket.NetConn(context.Background(), c, websocket.MessageBinary), c}), nil
}

// attached is a connection whose end does not wait for the other side.
type attached struct {
	net.Conn
	socket *websocket.Conn
}

// Close implements net.Conn.
func (a attached) Close() error {
	go func() { _ = a.socket.Close(websocket.StatusNormalClosure, "") }() // ends when the browser has closed it
	return nil
}

// wait waits for a promise, whatever becomes of it.
func wait(ctx context.Context, promise js.Value) {
	done := make(chan struct{})
	settled := js.FuncOf(func(js.Value, []js.Value) any { close(done); return nil })
	promise.Call("finally", settled)
	select {
	case <-done:
		settled.Release()
	case <-ctx.Done(): // the promise may still call it
	}
}

// Failed tells the person in front of the page why there is no picture; nil says nothing.
func Failed(err error) {
	if err != nil {
		page.Call("failed", err.Error())
	}
}
