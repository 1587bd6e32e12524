package build_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"cellshell/interp/build"
)

// TestPrepareIsGivenUp: a go command that is busy for a minute, as one with a cold cache is, and its compilers end when nobody waits
// for them any more.
func TestPrepareIsGivenUp(t *testing.T) {
	bin := t.TempDir()
	began := filepath.Join(bin, "began")
	slow := "#!/bin/sh\n[ \"$1\" = env ] && { echo /nowhere; echo go1.26; exit; }\ntouch " + began + "\nsleep 60\n"
	if err := os.WriteFile(filepath.Join(bin, "go"), []byte(slow), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin+":"+os.Getenv("PATH"))
	ctx, cancel := context.WithCancel(t.Context())
	go func() { // ends when the go command runs, or the test
		for ctx.Err() == nil {
			if _, err := os.Stat(began); err == nil {
				cancel()
			}
			time.Sleep(time.Millisecond)
		}
	}()
	start := time.Now()
	if _, err := build.Prepare(ctx, filepath.Join(t.TempDir(), "native"), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("given up: %v", err)
	}
	if took := time.Since(start); took > 30*time.Second {
		t.Errorf("it was waited for all the same, %v", took)
	}
}
