package evolve

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"cellshell/evolve/edit"
	"cellshell/interp/build"
)

// gateError says what the gate had against a source, with the first places.
func gateError(name string, err error) error {
	var refusal *build.Refusal
	if errors.As(err, &refusal) {
		return &gated{name: name, Refusal: refusal}
	}
	return err
}

// gated is a source that may not run.
type gated struct {
	name string
	*build.Refusal
}

func (g *gated) Error() string {
	return fmt.Sprintf("the new code of %s may not run: %s", g.name, strings.TrimSpace(g.Refusal.Error()))
}

func (g *gated) Unwrap() error { return g.Refusal }

// reason is the error as a sentence for the user, without the names of packages.
func reason(err error) string {
	text := cancelled(err).Error()
	for _, prefix := range []string{"edit: ", "genome: ", "evolve: ", "gate: ", "llm: "} {
		text = strings.ReplaceAll(strings.TrimPrefix(text, prefix), ": "+prefix, ": ")
	}
	if text == "" {
		return "It did not work."
	}
	var g *gated
	if errors.As(err, &g) {
		text = "the new code of " + g.name + " may not run:\n" + strings.TrimRight(g.Show(3), "\n")
	}
	if errors.Is(err, edit.ErrDynamic) {
		text = "the text is computed by the program"
	}
	if len(text) > longest {
		text = strings.ToValidUTF8(text[:longest], "") + "…"
	}
	return capital(text)
}

// longest is the longest reason, bytes: it may quote what somebody wrote without end.
const longest = 2000

// capital begins a text with a capital letter.
func capital(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	if n == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + text[n:]
}

var errStopped = errors.New("stopped")

func cancelled(err error) error {
	if errors.Is(err, context.Canceled) {
		return errStopped
	}
	return err
}
