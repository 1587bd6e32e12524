package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strconv"
	"testing"

	"cellshell/internal/testenv"
	"cellshell/shell/control"
)

// healthEnv makes this test's binary stand in for cellshell: the same programs, and a body that tells on this socket what it
// uses up.
const healthEnv = "CELLSHELL_TEST_HEALTH"

func TestMain(m *testing.M) {
	path := os.Getenv(healthEnv)
	if path == "" {
		os.Exit(m.Run())
	}
	if len(os.Args) > 1 && os.Args[1] == "body" {
		if _, err := control.Listen(path, map[string]control.Handler{"health": tellHealth}); err != nil {
			panic(err)
		}
	}
	main()
}

// health is what a body uses up.
type health struct {
	Heap       uint64 // bytes in use after a collection
	Resident   uint64 // bytes of memory the system gives it
	Goroutines int
	Files      int // open descriptors
}

func tellHealth(context.Context, json.RawMessage, func(any) error) (any, error) {
	out := health{Heap: math.MaxUint64, Goroutines: runtime.NumGoroutine()}
	for range 3 { // what is made while one collection runs is counted by it
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		out.Heap = min(out.Heap, m.HeapAlloc)
	}
	debug.FreeOSMemory() // else it is what it last needed for a moment
	data, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return nil, err
	}
	pages, err := strconv.ParseUint(string(bytes.Fields(data)[1]), 10, 64)
	if err != nil {
		return nil, err
	}
	out.Resident = pages * uint64(os.Getpagesize())
	entries, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		return nil, err
	}
	out.Files = len(entries) - 1 // the one that reads them
	return out, nil
}

// startHealthy runs a desktop of this binary, and returns what asks its body for its health.
func startHealthy(t *testing.T) (*testenv.Desk, func() health) {
	t.Helper()
	dir, err := os.MkdirTemp("", "h") // short, for the socket
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for name, from := range map[string]string{"cellshell": self, "cellhost": filepath.Join(testenv.Programs(t), "cellhost"), "cell": filepath.Join(testenv.Programs(t), "cell")} {
		copyProgram(t, filepath.Join(dir, name), from)
	}
	path := filepath.Join(dir, "run", "health.sock")
	return testenv.StartFrom(t, dir, healthEnv+"="+path), func() (h health) {
		t.Helper()
		c, err := control.DialPath(t.Context(), path)
		if err == nil {
			defer c.Close()
			err = c.Call(t.Context(), "health", nil, &h, nil)
		}
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
}

func copyProgram(t *testing.T, to, from string) {
	t.Helper()
	r, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	w, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY, 0o755)
	if err != nil {
		t.Fatal(err)
	}
	if _, err = io.Copy(w, r); err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
}
