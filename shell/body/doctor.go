package body

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"

	"cellshell/shell/control"
)

// doctor says what works on this machine and what does not, and what to do about it.
func (b *Body) doctor(_ context.Context, _ none, _ func(any) error) (any, error) {
	out := []control.Finding{}
	for _, l := range b.sup.Layers() {
		f := control.Finding{Area: "jail", Name: l.Name, OK: l.OK, Detail: l.Detail}
		if !l.OK {
			f.Hint = "the other layers still hold; see docs/security.md"
		}
		out = append(out, f)
	}
	tool := control.Finding{Area: "toolchain", Name: "native engine"}
	select {
	case <-b.tools:
		if b.chain != nil {
			tool.OK, tool.Detail = true, "Go archives "+b.chain.Key()
		} else {
			tool.Detail, tool.Hint = "no prepared archives and no Go toolchain: cells are interpreted", "install Go and run: cellshell prepare"
		}
	default:
		tool.Detail = "being prepared in the background"
	}
	out = append(out, tool)
	goTool := control.Finding{Area: "toolchain", Name: "go command", Detail: "not found; needed only when the archives are prepared"}
	if path, err := exec.LookPath("go"); err == nil {
		goTool.OK, goTool.Detail = true, path
	}
	out = append(out, goTool)
	b.mu.Lock()
	name := b.model
	b.mu.Unlock()
	model := control.Finding{Area: "model", Name: "language model", OK: name != "", Detail: name}
	if name == "" {
		model.Detail = "none: everyday sentences work, new behaviour and unknown cells do not"
		model.Hint = modelHint
	}
	out = append(out, model)
	screens := b.listScreens()
	for _, s := range screens {
		detail := fmt.Sprintf("%g×%g at %g×, %d pictures drawn", s.W, s.H, s.Scale, s.Drawn)
		out = append(out, control.Finding{Area: "display", Name: fmt.Sprintf("screen %d", s.Number), OK: true, Detail: detail})
	}
	if len(screens) == 0 {
		out = append(out, control.Finding{Area: "display", Name: "screen", OK: true, Detail: "no window is open: the desktop is drawn by the CPU", Hint: "look at it with: cell screenshot desk.png, or open one where there is a display: cellscreen"})
	}
	storage := control.Finding{Area: "storage", Name: "tissue", OK: true, Detail: b.paths.tissue()}
	if err := writable(b.paths.Data); err != nil {
		storage.OK, storage.Detail, storage.Hint = false, err.Error(), "make room or give back the right to write"
	}
	out = append(out, storage, control.Finding{
		Area: "program", Name: "cellshell " + Version, OK: true, Detail: fmt.Sprintf("%s, %s/%s", runtime.Version(), runtime.GOOS, runtime.GOARCH),
	})
	return out, nil
}

func writable(dir string) error {
	f, err := os.CreateTemp(dir, ".probe-*")
	if err != nil {
		return err
	}
	f.Close()
	return os.Remove(f.Name())
}

// modelHint is how to add a language model, wherever one is missed.
const modelHint = "set OPENAI_API_KEY (and OPENAI_BASE_URL for another provider), or run a local server such as Ollama, then start cellshell again"
