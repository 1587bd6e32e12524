package eval_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"cellshell/interp/build"
	"cellshell/interp/eval"
	"cellshell/membrane/cell"
	"cellshell/membrane/celltest"
	"cellshell/membrane/ui"
)

// TestMain lets the test binary be the interpreting host: a process of its own, as in the shell.
func TestMain(m *testing.M) {
	if os.Getenv("CELLSHELL_TEST_HOST") != "" {
		os.Exit(hostMain())
	}
	code := m.Run()
	if nativeDir != "" {
		os.RemoveAll(nativeDir)
	}
	os.Exit(code)
}

func hostMain() int {
	l, err := cell.Listen(3)
	if err == nil {
		err = eval.Serve(l)
	}
	var panicked *cell.PanicError
	switch {
	case errors.As(err, &panicked):
		fmt.Fprintln(os.Stderr, err)
		return 2
	case err != nil:
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

var gate = sync.OnceValues(func() (*build.Gate, error) { return build.NewGate(context.Background()) })

var nativeDir string

// toolchain is prepared once for all tests.
var toolchain = sync.OnceValues(func() (*build.Toolchain, error) {
	dir, err := os.MkdirTemp("", "cellshell-native-test-")
	if err != nil {
		return nil, err
	}
	nativeDir = dir
	t, err := build.Prepare(context.Background(), filepath.Join(dir, "native"), nil)
	if err != nil {
		return nil, err
	}
	t.Cache = filepath.Join(dir, "cells")
	return t, nil
})

func check(t testing.TB, src string) *build.Checked {
	t.Helper()
	g, err := gate()
	if err != nil {
		t.Fatal(err)
	}
	c, err := g.Check("main.go", []byte(src))
	if err != nil {
		var refusal *build.Refusal
		if errors.As(err, &refusal) {
			t.Fatalf("refused:\n%s", refusal)
		}
		t.Fatal(err)
	}
	return c
}

// native compiles a checked source.
func native(t testing.TB, c *build.Checked) string {
	t.Helper()
	tc, err := toolchain()
	if err != nil {
		t.Skipf("no native engine: %v", err)
	}
	bin, err := tc.Cell(context.Background(), c.Marked, nil)
	if err != nil {
		t.Fatal(err)
	}
	return bin
}

// start runs the source on an engine, in a process of its own.
func start(t testing.TB, engine string, c *build.Checked, opt celltest.Options) *celltest.Driver {
	t.Helper()
	if engine == "native" {
		conn := spawn(t, exec.Command(native(t, c)))
		return celltest.Connect(t, conn, nil, opt)
	}
	return celltest.Connect(t, spawn(t, host()), &ui.Load{File: "main.go", Source: string(c.Marked)}, opt)
}

func host() *exec.Cmd {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "CELLSHELL_TEST_HOST=1")
	return cmd
}

// spawn starts a program with a listening socket as descriptor 3 and connects to it.
func spawn(t testing.TB, cmd *exec.Cmd) net.Conn {
	t.Helper()
	dir, err := os.MkdirTemp("", "cell-") // t.TempDir may be too long for a socket
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	path := filepath.Join(dir, "s")
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: path, Net: "unix"})
	if err != nil {
		t.Fatal(err)
	}
	f, err := l.File()
	if err != nil {
		t.Fatal(err)
	}
	cmd.ExtraFiles = []*os.File{f}
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	_ = f.Close()
	conn, err := net.Dial("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	_ = conn.SetDeadline(time.Now().Add(30 * time.Second))
	_ = l.Close()
	t.Cleanup(func() {
		_ = conn.Close()
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	return conn
}
