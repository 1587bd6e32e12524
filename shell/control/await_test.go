package control

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"
)

// TestAStartingDesktopIsWaitedFor: the launcher is there before its body.
func TestAStartingDesktopIsWaitedFor(t *testing.T) {
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	down := func(patience time.Duration, want string) {
		t.Helper()
		var e *Error
		if c, err := Await(t.Context(), patience); !errors.As(err, &e) || e.Code != CodeDown || !strings.Contains(e.Text, want) || e.Hint == "" {
			t.Errorf("answered %v, %v; want %q", c, err, want)
		}
	}
	down(time.Hour, "no desktop is running")
	launcher, err := Listen(DoorPath(), nil)
	if err != nil {
		t.Fatal(err)
	}
	down(0, "the desktop is starting")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Await(ctx, time.Hour); !errors.Is(err, context.Canceled) {
		t.Errorf("a call that was given up: %v", err)
	}
	came := make(chan error)
	go func() { // ends when the body below is there
		c, err := Await(t.Context(), time.Minute)
		if err == nil {
			c.Close()
		}
		came <- err
	}()
	body, err := Listen(SocketPath(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer body.Close()
	if err := <-came; err != nil {
		t.Errorf("the body came up and was answered with: %v", err)
	}
	for _, still := range []*Server{body, launcher} {
		var e *Error
		if err := Gone(t.Context(), 0); !errors.As(err, &e) || !strings.Contains(e.Text, "still runs") {
			t.Errorf("while one of both answers: %v", err)
		}
		still.Close()
	}
	if err := Gone(t.Context(), time.Hour); err != nil {
		t.Errorf("when both have gone: %v", err)
	}
	down(time.Hour, "no desktop is running")
}
