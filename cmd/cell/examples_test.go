package main

import (
	"io"
	"os"
	"strings"
	"testing"

	"cellshell/internal/testenv"
)

// needs are what stands outside of the desktop in an example: files, an editor, the end of the desktop itself.
var needs = []string{"--window", "./", "cell edit counter\n", " -f\n", "display", "git apply", "cell quit"}

// TestExamplesOfTheHelp runs the examples that the help of each verb shows, on a desktop on which a reader may have tried
// others before.
func TestExamplesOfTheHelp(t *testing.T) {
	testenv.BrowserScreen(t)
	d := testenv.Start(t)
	ran := 0
	root := newRoot(newApp(os.Stdin, os.Stdout, os.Stderr))
	for _, verb := range root.Commands() {
		if !verb.IsAvailableCommand() || verb.Name() == "completion" {
			continue
		}
		if verb.Example == "" {
			t.Errorf("cell %s has no example", verb.Name())
		}
	examples:
		for line := range strings.Lines(verb.Example + "\n") {
			for _, n := range needs {
				if strings.Contains(line, n) {
					continue examples
				}
			}
			line, _, _ = strings.Cut(strings.TrimSpace(line), "  #")
			if line == "" {
				continue
			}
			want := 0
			if strings.Contains(line, "make the button red") {
				want = exitAsked
			}
			out, errOut, code := d.Shell(line)
			if code != want {
				t.Errorf("cell help %s shows %q: exit code %d, want %d\n%s%s", verb.Name(), line, code, want, out, errOut)
			}
			ran++
		}
	}
	if ran < 30 {
		t.Errorf("only %d examples were run", ran)
	}
}

// TestHelpFitsATerminal keeps lines of help within 120 columns and without the go command's words for values.
func TestHelpFitsATerminal(t *testing.T) {
	root := newRoot(newApp(os.Stdin, os.Stdout, os.Stderr))
	for _, verb := range root.Commands() {
		if !verb.IsAvailableCommand() || verb.Name() == "completion" {
			continue
		}
		var b strings.Builder
		verb.SetOut(&b)
		verb.SetErr(io.Discard)
		if err := verb.Help(); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(b.String()) {
			if n := len([]rune(line)); n > 125 {
				t.Errorf("cell help %s has a line of %d characters: %s", verb.Name(), n, line)
			}
			for _, word := range []string{" string ", " int ", " float "} {
				if strings.HasPrefix(strings.TrimSpace(line), "-") && strings.Contains(line, word) {
					t.Errorf("cell help %s: a value has no name: %s", verb.Name(), line)
				}
			}
		}
	}
}
