package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"cellshell/internal/threads"
	"cellshell/interp/build"
	"cellshell/shell/body"
	"cellshell/shell/control"
)

func root() *cobra.Command {
	var o options
	cmd := &cobra.Command{
		Use:   "cellshell",
		Short: "A desktop that you reshape by saying what you want",
		Long: `cellshell starts the desktop and keeps it running until Ctrl+C or "cell quit".

Look at it and talk to it from another terminal with the command "cell":

  cell web
  cell screenshot desk.png
  cell evolve "add a clock to my desktop"
  cell undo`,
		Example: "  cellshell\n  cellshell --headless",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return &control.Error{Text: fmt.Sprintf("there is no command %q", args[0]), Hint: "to talk to the desktop: cell help", Code: control.CodeUsage}
			}
			return nil
		},
		SilenceErrors: true, SilenceUsage: true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := o.check(); err != nil {
				return err
			}
			return launch(cmd.Context(), o)
		},
	}
	cmd.Flags().BoolVar(&o.headless, "headless", false, "draw with the CPU and open no window")
	cmd.Flags().BoolVar(&o.fullscreen, "fullscreen", false, "cover the whole display, as in: xinit cellshell --fullscreen")
	cmd.Flags().StringVar(&o.renderer, "renderer", "auto", "`WHAT` draws the window: gpu, cpu, or auto for the GPU where there is one that works")
	cmd.Flags().Float64Var(&o.scale, "scale", 0, "`N` device pixels for each logical one, 0.5 to 4 (default: what the display says)")
	cmd.Flags().BoolVarP(&o.quiet, "quiet", "q", false, "do not say how to use it")
	cmd.Flags().StringVar(&o.web, "web", "", "serve the browser screen at `ADDRESS:PORT` (default: this machine alone, any free port)")
	cmd.Flags().BoolVar(&o.noWeb, "no-web", false, "let no browser in")
	cmd.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return &control.Error{Text: err.Error(), Hint: "see: " + cmd.CommandPath() + " --help", Code: control.CodeUsage}
	})
	cmd.AddCommand(bodyCommand(), prepareCommand())
	return cmd
}

// bodyCommand runs the body itself; the launcher calls it.
func bodyCommand() *cobra.Command {
	return &cobra.Command{
		Use: "body", Short: "Run the body without its launcher", Hidden: true, Args: cobra.NoArgs,
		SilenceErrors: true, SilenceUsage: true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			threads.Spare()
			threads.ShortTurns()
			ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			exe, err := os.Executable()
			if err != nil {
				return err
			}
			b, err := body.Open(ctx, body.Options{
				Paths: body.DefaultPaths(),
				Host:  filepath.Join(filepath.Dir(exe), "cellhost"),
				Log:   slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelInfo})),
			})
			switch {
			case ctx.Err() != nil && errors.Is(err, context.Canceled):
				return nil // asked to end before it was up
			case err != nil:
				return err
			}
			sayReady()
			return b.Run(ctx)
		},
	}
}

// sayReady tells the launcher that the body answers.
func sayReady() {
	fd, err := strconv.Atoi(os.Getenv(readyEnv))
	if err != nil {
		return
	}
	f := os.NewFile(uintptr(fd), "ready")
	_, _ = f.Write([]byte{1})
	_ = f.Close()
}

// prepareCommand makes the archives of the native engine, which a build does once so that no evolve ever waits for it.
func prepareCommand() *cobra.Command {
	return &cobra.Command{
		Use: "prepare [DIR]", Short: "Prepare the native engine, so that the first change is not slow",
		Args: cobra.MaximumNArgs(1), SilenceErrors: true, SilenceUsage: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			exe, err := os.Executable()
			if err != nil {
				return err
			}
			dir := filepath.Join(filepath.Dir(exe), "native")
			if len(args) == 1 {
				dir = args[0]
			}
			ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt, syscall.SIGTERM) // the go command does not hear of Ctrl+C itself
			defer stop()
			began := time.Now()
			_, err = build.Prepare(ctx, dir, func(s string) { fmt.Fprintln(cmd.ErrOrStderr(), s) })
			switch {
			case ctx.Err() != nil:
				return errors.New("interrupted")
			case err != nil:
				return err
			}
			fmt.Fprintf(cmd.ErrOrStderr(), "native engine ready in %s (%.1f s)\n", dir, time.Since(began).Seconds())
			return nil
		},
	}
}

// explain returns the hint of an error and the exit code it calls for: 1 could not, 2 called wrongly.
func explain(err error) (hint string, code int) {
	var e *control.Error
	if !errors.As(err, &e) {
		return "", 1
	}
	if e.Code == control.CodeUsage {
		return e.Hint, 2
	}
	return e.Hint, 1
}
