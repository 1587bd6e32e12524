package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"

	"cellshell/shell/attach"
	"cellshell/shell/body"
	"cellshell/shell/control"
)

// The launcher starts a window again that died, at once when it had been open for a while, else ever more slowly. One that
// cannot be opened in the first place is not tried again; that somebody kills it says nothing of that.
const (
	windowLife   = 2 * time.Second // a window that was open for so long had come up
	windowDeaths = 5               // in a row within that time, by its own doing
)

// opened is the desktop's window, kept open.
type opened struct {
	why    string        // why there is none; "": it is being opened
	failed chan struct{} // closed when it cannot be opened
	closed chan struct{} // closed when the user has closed the window; nil when there is none
	end    chan struct{} // closed by close
	ended  chan struct{} // closed when nobody keeps it open any more
}

// openWindow opens a window where there is a display.
func openWindow(program string, o options) *opened {
	w := &opened{failed: make(chan struct{})}
	switch _, err := os.Stat(program); {
	case o.headless:
		w.why = "No window was asked for: the desktop is drawn by the CPU."
		return w
	case os.Getenv("DISPLAY") == "":
		w.why = "There is no display (DISPLAY is not set): the desktop is drawn by the CPU."
		return w
	case err != nil:
		w.why = "The program cellscreen is missing, so there is no window: build it with make build."
		return w
	}
	w.closed, w.end, w.ended = make(chan struct{}), make(chan struct{}), make(chan struct{})
	go w.keep(program, newGraphics(o, body.DefaultPaths().State), w.closed) // ends with close
	return w
}

// hopeless tells whether a window that ended with a code will end so again: it could not be opened, and, as the processor drew
// already, there is no OpenGL at all.
func hopeless(code int) bool { return code == 1 || code == graphicsExit }

// killed tells whether a program was ended from outside.
func killed(err error) bool {
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		return false
	}
	s, ok := exit.Sys().(syscall.WaitStatus)
	return ok && s.Signaled() && s.Signal() == syscall.SIGKILL
}

// noticing is how long the greeting waits for the window.
const noticing = 10 * time.Second

// outcome is why there is no window, "" when there is one; shown is false when neither is known yet. It asks the body through c.
func (w *opened) outcome(ctx context.Context, c *control.Client) (why string, shown bool) {
	if w.why != "" {
		return w.why, false
	}
	ctx, cancel := context.WithTimeout(ctx, noticing)
	defer cancel()
	for {
		var all []attach.Screen
		if err := c.Call(ctx, attach.MethodScreens, nil, &all, nil); err == nil &&
			slices.ContainsFunc(all, func(s attach.Screen) bool { return s.PID != 0 && s.Shown > 0 }) {
			return "", true
		}
		select {
		case <-w.failed:
			return "No window can be opened: the desktop is drawn by the CPU.", false
		case <-ctx.Done():
			return "", false
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// inWindow is what a person in front of the window is told.
func inWindow(why string, shown bool) string {
	switch {
	case why != "":
		return ""
	case !shown:
		return "The window is still being opened.\n"
	}
	return "In the window, point at something and press Ctrl+Space (or Super). Ctrl+Z takes it back.\n"
}

// firstLine begins the greeting; why tells of a window that is not there.
func firstLine(cells int, why string) string {
	n := fmt.Sprintf("%d cells.", cells)
	if cells == 1 {
		n = "1 cell."
	}
	return strings.TrimSpace("The desktop is running with " + n + " " + why)
}

// close ends the window and waits for it.
func (w *opened) close() {
	if w.end != nil {
		close(w.end)
		<-w.ended
	}
}

// keep starts the window again and again until it is closed.
func (w *opened) keep(program string, g *graphics, closed chan<- struct{}) {
	defer close(w.ended)
	runtime.LockOSThread() // the window gets a signal when the thread that started it ends, which is to be the launcher's end
	delay := firstDelay
	for deaths := 0; ; {
		cmd := g.command(program)
		cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
		cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGTERM}
		began := time.Now()
		err := cmd.Start()
		if err == nil {
			ended := make(chan struct{})
			go func() { err = cmd.Wait(); close(ended) }() // ends with the window
			select {
			case <-ended:
			case <-w.end:
				_ = cmd.Process.Signal(syscall.SIGTERM)
				select {
				case <-ended:
				case <-time.After(time.Second):
					_ = cmd.Process.Kill()
					<-ended
				}
				return
			}
		}
		if err == nil {
			close(closed)
			<-w.end
			return
		}
		if g.spare(err) {
			fmt.Fprintf(os.Stderr, "cellshell: %s\n", g.note())
			continue
		}
		if time.Since(began) > windowLife {
			delay, deaths = firstDelay, 0
		}
		if !killed(err) {
			deaths++
		}
		var exit *exec.ExitError
		if deaths >= windowDeaths || errors.As(err, &exit) && hopeless(exit.ExitCode()) && time.Since(began) < windowLife {
			close(w.failed)
			fmt.Fprintln(os.Stderr, "cellshell: no window can be opened, its reason stands above; the desktop goes on without one: cell web, or cell screenshot desk.png")
			<-w.end
			return
		}
		fmt.Fprintf(os.Stderr, "cellshell: the window ended (%v), opening it again\n", err)
		select {
		case <-time.After(delay):
		case <-w.end:
			return
		}
		delay = min(delay*2, maxDelay)
	}
}
