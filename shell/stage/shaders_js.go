package stage

import (
	"cellshell/gpu/window"
	"cellshell/shell/screen"
)

// Trust lets a renderer run the shaders of cells, each once it was tried in this page. A browser draws in a process of its own; when
// that dies, the page comes again and remembers.
func Trust(r *window.Renderer, s *screen.Screen) {
	if !Fast() {
		return // like the renderer of the processor
	}
	r.Trust(window.NewTrial(window.TrialOptions{
		Dead:  page.Call("dead").String(),
		Begin: func() { page.Call("tries", true) }, End: func() { page.Call("tries", false) },
		Judged: s.Judged,
	}))
}
