//go:build !js

// Command cellscreen is one window onto the running desktop (a display client). It shows what the body sends, and sends
// what the hands do; it may be closed, killed and started again without a cell noticing.
package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"cellshell/internal/threads"
	"cellshell/shell/control"
	"cellshell/shell/screen"
	"cellshell/shell/stage"
)

func main() {
	if err := root().Execute(); err != nil {
		fmt.Fprintln(os.Stderr, "cellscreen:", err)
		var e *control.Error
		if errors.As(err, &e) && e.Hint != "" {
			fmt.Fprintln(os.Stderr, "hint:", e.Hint)
		}
		var g *graphicsError
		if errors.As(err, &g) {
			os.Exit(graphicsExit)
		}
		os.Exit(1)
	}
}

func root() *cobra.Command {
	o, renderer, note := stage.Options{Title: "CellShell"}, "", ""
	cmd := &cobra.Command{
		Use:   "cellscreen",
		Short: "A window onto the running desktop",
		Long: `cellscreen opens a window that shows the running desktop. cellshell starts one by itself where there is a display;
a second one shows the same desktop once more. Closing the window leaves the desktop running.`,
		Args: cobra.NoArgs, SilenceErrors: true, SilenceUsage: true,
		RunE: func(*cobra.Command, []string) error { return run(o, renderer, note) },
	}
	cmd.Flags().IntVar(&o.Width, "width", 1280, "width of the window, `N` logical pixels")
	cmd.Flags().IntVar(&o.Height, "height", 800, "height of the window, `N` logical pixels")
	cmd.Flags().BoolVar(&o.Fullscreen, "fullscreen", false, "cover the whole display")
	cmd.Flags().StringVar(&renderer, "renderer", "auto", "`WHAT` draws: gpu, cpu, or auto for the GPU where there is one")
	cmd.Flags().Float64Var(&o.Scale, "scale", 0, "`N` device pixels for each logical one, 0.5 to 4 (default: what the display says)")
	cmd.Flags().StringVar(&note, "note", "", "what to tell the user at the start")
	_ = cmd.Flags().MarkHidden("note") // it is there: the line above
	cmd.AddCommand(canaryCommand())
	return cmd
}

func run(o stage.Options, renderer, note string) error {
	threads.Spare()
	threads.ShortTurns()
	if o.Width < 320 || o.Height < 240 || o.Width > 16384 || o.Height > 16384 {
		return &control.Error{Text: fmt.Sprintf("a window of %d×%d is none", o.Width, o.Height), Hint: "320×240 is the smallest, 16384×16384 the largest"}
	}
	if o.Scale != 0 && !(o.Scale >= 0.5 && o.Scale <= 4) {
		return &control.Error{Text: fmt.Sprintf("scale %g is not between 0.5 and 4", o.Scale), Hint: "1 is a common display, 2 one with small pixels"}
	}
	if os.Getenv("DISPLAY") == "" {
		return &control.Error{Text: "there is no display: DISPLAY is not set", Hint: "look at the desktop without a window: cell screenshot desk.png"}
	}
	var err error
	if o.Drawer, err = drawer(renderer); err != nil {
		return err
	}
	o.Emulated = emulated()
	g := stage.New(o)
	s := screen.New(screen.Options{
		Dial: control.Dial, W: float64(o.Width), H: float64(o.Height), Scale: 1, PID: os.Getpid(), Wake: stage.Wake,
		Drift: fast(o.Drawer), Clipboard: g.Copied, Clip: g.Kept, Primary: g.Selected,
	})
	defer s.Close()
	defer trust(o.Drawer, s)()
	if note != "" {
		s.Note(note)
	}
	g.Watch(func(what string) { // the main goroutine is in the driver
		fmt.Fprintln(os.Stderr, "cellscreen:", what)
		os.Exit(graphicsExit)
	})
	if err := g.Run(s); err != nil {
		err = fmt.Errorf("the window could not be opened: %w", err)
		if strings.Contains(err.Error(), "failed to open display") {
			return err
		}
		return &graphicsError{err}
	}
	return nil
}

// graphicsExit is the exit code when the graphics failed; who started the window may try it with the processor.
const graphicsExit = 3

type graphicsError struct{ err error }

// Error implements error.
func (e *graphicsError) Error() string { return e.err.Error() }

// Unwrap is for package errors.
func (e *graphicsError) Unwrap() error { return e.err }
