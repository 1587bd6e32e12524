package main

import (
	"context"
	"errors"
	"fmt"

	"cellshell/shell/control"
)

// The exit codes.
const (
	exitFailed  = 1
	exitUsage   = 2
	exitAsked   = 3
	exitRefused = 4
)

// failure is an error with its exit code and a hint. An empty text means all has been said.
type failure struct {
	code int
	text string
	hint string
}

func (f *failure) Error() string { return f.text }

// wrongly is a failure of the caller's making.
func wrongly(hint, format string, args ...any) error {
	return &failure{code: exitUsage, text: fmt.Sprintf(format, args...), hint: hint}
}

// exit prints an error and returns the exit code.
func (a *app) exit(ctx context.Context, err error) int {
	if err == nil || a.out.err != nil {
		err = a.out.err // whatever was to be said, it could not be
	}
	if err == nil {
		return 0
	}
	var f *failure
	var c *control.Error
	switch {
	case errors.As(err, &f):
	case ctx.Err() != nil:
		f = &failure{code: exitFailed, text: "interrupted"}
	case errors.As(err, &c):
		f = &failure{code: exitFailed, text: c.Text, hint: c.Hint}
		if c.Code == control.CodeUsage {
			f.code = exitUsage
		}
	default:
		f = &failure{code: exitFailed, text: err.Error()}
	}
	a.complain(f.text, f.hint)
	return f.code
}

// complain prints an error and its hint, each with its prefix.
func (a *app) complain(text, hint string) {
	if text != "" {
		fmt.Fprintln(a.err, "cell: "+cleanLines(text))
	}
	if hint != "" {
		fmt.Fprintln(a.err, "hint: "+cleanLines(hint))
	}
}
