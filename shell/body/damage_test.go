package body

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cellshell/internal/testenv"
)

// TestDamage: damaged files are set aside and named, and the desktop starts.
func TestDamage(t *testing.T) {
	o, dir := place(t)
	interpreted(t, dir)
	b := open(t, o)
	tap(t, b, "counter/plus")
	end(b)
	for path, text := range map[string]string{
		o.Paths.input(): `{"edits":{"fields":{"a":null},"scroll`,
		filepath.Join(o.Paths.cells(), "counter.json"): `{"Count": 1`,
		filepath.Join(o.Paths.cells(), "notes.json"):   `[1,2]`,
		filepath.Join(o.Paths.tissue(), "tissue.json"): `{"cells": nonsense`,
	} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	b = desktop(t, o)
	answers(t, b)
	for _, path := range []string{o.Paths.input(), filepath.Join(o.Paths.cells(), "counter.json")} {
		if _, err := os.Stat(path + ".damaged"); err != nil {
			t.Error(err)
		}
	}
	if log := logOf(t, b, ""); !strings.Contains(log, "damaged") || !strings.Contains(log, "tissue.json") {
		t.Errorf("the body's log does not say so:\n%s", log)
	}
	if !strings.Contains(logOf(t, b, "counter"), "damaged") {
		t.Error("the cell's log does not say so")
	}
}

// TestNullInput: hostile but valid JSON in the saved input is no panic.
func TestNullInput(t *testing.T) {
	o, dir := place(t)
	interpreted(t, dir)
	for _, text := range []string{
		`{"edits":null}`, `{"edits":{"fields":null,"scroll":null}}`, `null`,
		`{"edits":{"focus":{"cell":"notes","node":"x"},"fields":{"notes/x":null,"notes/y":{"text":"a","cursor":99,"anchor":-4}}}}`,
	} {
		if err := os.MkdirAll(o.Paths.cells(), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(o.Paths.input(), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		b := open(t, o)
		id := fieldOf(t, b, "notes")
		tap(t, b, id)
		typed(t, b, "x")
		end(b)
	}
}

// TestNoRoom: a state folder that cannot be written is said once, the desktop goes on, and all is saved when it can be.
func TestNoRoom(t *testing.T) {
	o, dir := place(t)
	interpreted(t, dir)
	b := desktop(t, o)
	time.Sleep(100 * time.Millisecond)
	away := o.Paths.cells() + ".away"
	if err := os.Rename(o.Paths.cells(), away); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(o.Paths.cells(), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	answers(t, b)
	testenv.Eventually(t, 2*time.Second, "a word in the log", func() bool { return strings.Contains(logOf(t, b, ""), "cannot be saved") })
	answers(t, b)
	if err := os.Remove(o.Paths.cells()); err != nil {
		t.Fatal(err)
	}
	testenv.Eventually(t, 4*time.Second, "the state on the disk", func() bool {
		data, _ := os.ReadFile(filepath.Join(o.Paths.cells(), "counter.json"))
		return string(data) == `{"Count":2}`
	})
	if n := strings.Count(logOf(t, b, ""), "cannot be saved"); n != 1 {
		t.Errorf("said %d times", n)
	}
}
