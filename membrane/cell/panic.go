package cell

import (
	"fmt"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"

	"cellshell/membrane/ui"
)

// died tells the body why the cell ends. It runs while the panic unwinds, so the stack still shows the place.
func (l *loop) died(recovered any) error {
	var reason string
	stack := debug.Stack()
	if l.host.Blame != nil {
		reason = l.host.Blame(recovered)
	} else {
		reason = fmt.Sprintf("panic: %v", recovered)
		if at := frame(); at != "" {
			reason += " at " + at
		}
	}
	if l.s != nil {
		_ = l.s.Send(ui.Bye{Reason: reason}) // the exit status says the same
	}
	return &PanicError{Reason: reason, Stack: stack}
}

// frame returns the innermost frame of the cell's own code: "main.go:14 in View".
func frame() string {
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs)])
	for {
		f, more := frames.Next()
		if name, ok := strings.CutPrefix(f.Function, "main."); ok {
			if i := strings.LastIndex(name, ")."); i >= 0 {
				name = name[i+2:]
			}
			return fmt.Sprintf("%s:%d in %s", filepath.Base(f.File), f.Line, name)
		}
		if !more {
			return ""
		}
	}
}
