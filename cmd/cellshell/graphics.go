package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"cellshell/internal/atomicfile"
)

// graphicsExit is the exit code of a window whose graphics failed: they could not be started, or do not answer any more.
const graphicsExit = 3

// spareFor is how long a driver that has failed is spared, over starts of the desktop too.
const spareFor = 24 * time.Hour

// graphics is how a window is drawn: as asked for or, after the driver has failed, by the processor alone.
type graphics struct {
	o      options
	file   string // remembers a failure
	failed string // why the driver is spared; "" when it is not
	told   bool   // the window has said so
}

// failure is what the file holds.
type failure struct {
	At  int64  `json:"at"` // Unix seconds
	Why string `json:"why"`
}

// newGraphics remembers a failure of the driver that was not long ago, unless the user asks for another try.
func newGraphics(o options, state string) *graphics {
	g := &graphics{o: o, file: filepath.Join(state, "graphics.json")}
	switch o.renderer {
	case "gpu":
		_ = os.Remove(g.file) // the user says that it works
		return g
	case "cpu":
		return g
	}
	var f failure
	raw, err := os.ReadFile(g.file)
	if err != nil || json.Unmarshal(raw, &f) != nil || f.Why == "" {
		return g
	}
	if age := time.Since(time.Unix(f.At, 0)); age >= 0 && age < spareFor {
		g.failed = f.Why
	}
	return g
}

// command is the program that opens a window.
func (g *graphics) command(program string) *exec.Cmd {
	cmd := exec.Command(program)
	if g.o.fullscreen {
		cmd.Args = append(cmd.Args, "--fullscreen")
	}
	if g.o.scale != 0 {
		cmd.Args = append(cmd.Args, "--scale", strconv.FormatFloat(g.o.scale, 'g', -1, 64))
	}
	if g.failed == "" {
		if g.o.renderer != "" {
			cmd.Args = append(cmd.Args, "--renderer", g.o.renderer)
		}
		return cmd
	}
	cmd.Args = append(cmd.Args, "--renderer", "cpu")
	if !g.told {
		cmd.Args = append(cmd.Args, "--note", g.note())
		g.told = true
	}
	cmd.Env = plainEnv(os.Environ())
	return cmd
}

// note is what the user is told.
func (g *graphics) note() string {
	return fmt.Sprintf("The graphics driver %s; the processor draws now. To try it again: cellshell --renderer gpu", g.failed)
}

// plainEnv is an environment in which OpenGL touches no driver of a graphics card.
func plainEnv(env []string) []string {
	out := make([]string, 0, len(env)+3)
	for _, v := range env {
		switch name, _, _ := strings.Cut(v, "="); name {
		case "LIBGL_DRIVERS_PATH", "MESA_LOADER_DRIVER_OVERRIDE", "GALLIUM_DRIVER", "__GLX_VENDOR_LIBRARY_NAME", "__EGL_VENDOR_LIBRARY_FILENAMES", "LIBGL_ALWAYS_SOFTWARE":
		default:
			out = append(out, v)
		}
	}
	out = append(out, "LIBGL_ALWAYS_SOFTWARE=1", "__GLX_VENDOR_LIBRARY_NAME=mesa")
	const mesa = "/usr/share/glvnd/egl_vendor.d/50_mesa.json"
	if _, err := os.Stat(mesa); err == nil {
		out = append(out, "__EGL_VENDOR_LIBRARY_FILENAMES="+mesa)
	}
	return out
}

// spare draws with the processor from now on, when a window ended because of its graphics and that is still to be tried. It
// reports whether the window is worth opening again.
func (g *graphics) spare(err error) bool {
	why := graphicsDeath(err)
	if why == "" || g.failed != "" {
		return false
	}
	g.failed = why
	if raw, err := json.Marshal(failure{At: time.Now().Unix(), Why: why}); err == nil {
		_ = os.MkdirAll(filepath.Dir(g.file), 0o700)
		_ = atomicfile.Write(g.file, raw, 0o600) // else the driver is tried again next time
	}
	return true
}

// graphicsDeath is what a window's end says about the graphics driver, "" when nothing. A program without C in it is killed by
// such signals only from within a driver; Go turns most of them into exit code 2.
func graphicsDeath(err error) string {
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		return ""
	}
	if s, ok := exit.Sys().(syscall.WaitStatus); ok && s.Signaled() {
		switch s.Signal() {
		case syscall.SIGSEGV, syscall.SIGABRT, syscall.SIGBUS, syscall.SIGILL, syscall.SIGFPE, syscall.SIGTRAP, syscall.SIGSYS:
			return "crashed"
		}
		return ""
	}
	switch exit.ExitCode() {
	case 2:
		return "crashed"
	case graphicsExit:
		return "failed"
	}
	return ""
}
