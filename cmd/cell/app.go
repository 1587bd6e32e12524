package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"cellshell/shell/control"
)

// app is what every verb needs: where to print, and how.
type app struct {
	in     io.Reader
	out    *results
	err    io.Writer
	json   bool   // print what was answered
	socket string // who is asked: "" is the body
	tty    bool   // standard output is a terminal: nothing that it would obey is printed
	color  bool   // standard output understands colours
	live   bool   // standard error is a terminal: progress may be shown there
	width  int    // of that terminal, letters; 0 when it is none
}

func newApp(in *os.File, out, err *os.File) *app {
	plain := os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb"
	tty := term.IsTerminal(int(out.Fd()))
	width, _, _ := term.GetSize(int(err.Fd())) // 0 with an error
	return &app{
		in: in, out: &results{w: out}, err: err, tty: tty, width: width,
		color: tty && !plain,
		live:  os.Getenv("TERM") != "dumb" && term.IsTerminal(int(err.Fd())),
	}
}

// results are where answers are printed. The first part that could not be written is remembered, so that a verb need not ask
// after each.
type results struct {
	w   io.Writer
	err error
}

func (r *results) Write(p []byte) (int, error) {
	if r.err != nil {
		return 0, r.err
	}
	n, err := r.w.Write(p)
	r.err = err
	return n, err
}

// startTime is how long a desktop that is just starting may take to answer.
const startTime = 5 * time.Second

// call makes one request.
func (a *app) call(ctx context.Context, method string, params, result any, progress func(json.RawMessage)) error {
	dial := func() (*control.Client, error) { return control.Await(ctx, startTime) }
	if a.socket != "" {
		dial = func() (*control.Client, error) { return control.DialPath(ctx, a.socket) }
	}
	c, err := dial()
	if err != nil {
		return err
	}
	defer c.Close()
	return c.Call(ctx, method, params, result, progress)
}

// show makes a request and prints its result: as it came with --json, else by print.
func show[T any](a *app, cmd *cobra.Command, method string, params any, print func(T) error) error {
	var raw json.RawMessage
	if err := a.call(cmd.Context(), method, params, &raw, nil); err != nil {
		return err
	}
	if a.json {
		return a.printJSON(raw)
	}
	var v T
	if err := json.Unmarshal(raw, &v); err != nil {
		return fmt.Errorf("the answer to %s is not understood: %w; are cell and cellshell of one version?", method, err)
	}
	return print(v)
}

// printJSON prints a value of the body indented, its fields in the order they came.
func (a *app) printJSON(raw json.RawMessage) error {
	var b bytes.Buffer
	if len(raw) == 0 {
		raw = json.RawMessage("null")
	}
	if err := json.Indent(&b, raw, "", "  "); err != nil {
		return fmt.Errorf("the answer is not JSON: %w", err)
	}
	b.WriteByte('\n')
	_, err := a.out.Write(b.Bytes())
	return err
}

func (a *app) printf(format string, args ...any) { fmt.Fprintf(a.out, format, args...) }

// text prints lines that are kept as they are, but on a terminal without what it would obey.
func (a *app) text(s string, style func(line string) string) error {
	if !a.tty {
		_, err := io.WriteString(a.out, s)
		return err
	}
	for line := range strings.Lines(s) {
		line = strings.TrimSuffix(line, "\n")
		tabs := strings.Split(line, "\t")
		for i := range tabs {
			tabs[i] = clean(tabs[i])
		}
		a.printf("%s\n", a.paint(style(line), strings.Join(tabs, "\t")))
	}
	return nil
}
