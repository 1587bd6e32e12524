package main

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"

	"cellshell/shell/attach"
	"cellshell/shell/control"
)

// The greeting speaks of a window only when there is one.
func TestTheGreetingKnowsTheWindow(t *testing.T) {
	t.Setenv("DISPLAY", ":4711")
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	var there atomic.Bool
	path := filepath.Join(t.TempDir(), "s")
	server, err := control.Listen(path, map[string]control.Handler{
		attach.MethodScreens: func(context.Context, json.RawMessage, func(any) error) (any, error) {
			all := []attach.Screen{{Number: 1, Shown: 5}} // a browser
			if there.Swap(true) {
				all = append(all, attach.Screen{Number: 2, PID: 7, Shown: 1})
			}
			return all, nil
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	c, err := control.DialPath(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	for _, tt := range []struct {
		what, script string
		shown        bool
	}{
		{"it cannot be opened", "#!/bin/sh\nexit 1\n", false},
		{"it is there", "#!/bin/sh\nexec sleep 60\n", true},
	} {
		program := filepath.Join(t.TempDir(), "cellscreen")
		if err := os.WriteFile(program, []byte(tt.script), 0o700); err != nil {
			t.Fatal(err)
		}
		there.Store(false)
		w := openWindow(program, options{})
		if !tt.shown {
			<-w.failed
		}
		why, shown := w.outcome(t.Context(), c)
		w.close()
		if shown != tt.shown || (why == "") != tt.shown || (inWindow(why, shown) == "") == tt.shown {
			t.Errorf("%s: shown %v, why %q, told %q", tt.what, shown, why, inWindow(why, shown))
		}
	}
	w := openWindow("cellscreen", options{headless: true})
	if why, shown := w.outcome(t.Context(), c); why == "" || shown || inWindow(why, shown) != "" {
		t.Errorf("without one: %q, %v", why, shown)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if why, shown := (&opened{failed: make(chan struct{})}).outcome(ctx, c); why != "" || shown || inWindow(why, shown) != "The window is still being opened.\n" {
		t.Errorf("not known: %q, %v", why, shown)
	}
}
