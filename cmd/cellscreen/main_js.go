// Command cellscreen, in a page of a browser, is one window onto the running desktop (a display client).
package main

import (
	"cellshell/gpu/window"
	"cellshell/shell/screen"
	"cellshell/shell/stage"
)

func main() {
	r := window.NewRenderer()
	g := stage.New(stage.Options{Drawer: r})
	w, h, scale := g.Size()
	s := screen.New(screen.Options{Dial: stage.Dial, W: w, H: h, Scale: scale, Wake: stage.Wake, Clipboard: stage.Copy, Drift: stage.Fast()})
	defer s.Close()
	stage.Trust(r, s)
	stage.Failed(g.Run(s))
}
