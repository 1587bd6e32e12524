// Package testenv runs the real desktop for tests (a test environment): it builds the programs, starts them with folders
// of their own, and speaks to them as a user does, through the command line. Only tests import it.
package testenv

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"testing"

	"cellshell/interp/build"
)

var programs = sync.OnceValues(func() (string, error) {
	if dir := os.Getenv("CELLSHELL_BIN"); dir != "" {
		return filepath.Abs(dir)
	}
	dir := filepath.Join(Root(), ".bin", "test")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	cmd := exec.Command("go", "build", "-o", dir, "./cmd/cell", "./cmd/cellhost", "./cmd/cellscreen", "./cmd/cellshell")
	cmd.Dir = Root()
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", &buildError{string(out), err}
	}
	return dir, nil
})

var browserScreen = sync.OnceValue(func() error {
	bin, err := programs()
	if err != nil {
		return err
	}
	dir := filepath.Join(bin, "web")
	if _, err := os.Stat(filepath.Join(dir, "cellscreen.wasm.gz")); err == nil && os.Getenv("CELLSHELL_BIN") != "" {
		return nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, line := range []string{
		"GOOS=js GOARCH=wasm go build -o '" + dir + "/new' ./cmd/cellscreen && gzip -1 -n <'" + dir + "/new' >'" + dir + "/cellscreen.wasm.gz' && rm '" + dir + "/new'",
		"cp \"$(go env GOROOT)/lib/wasm/wasm_exec.js\" '" + dir + "'",
	} {
		cmd := exec.Command("sh", "-c", line)
		cmd.Dir = Root()
		if out, err := cmd.CombinedOutput(); err != nil {
			return &buildError{string(out), err}
		}
	}
	return nil
})

// BrowserScreen makes sure that the screen for browsers is built, beside the programs.
func BrowserScreen(t testing.TB) {
	t.Helper()
	if err := browserScreen(); err != nil {
		t.Fatal(err)
	}
}

type buildError struct {
	out string
	err error
}

func (e *buildError) Error() string { return "testenv: go build: " + e.err.Error() + "\n" + e.out }

// Root is the folder of the module.
func Root() string {
	_, file, _, _ := runtime.Caller(0)
	return filepath.Dir(filepath.Dir(filepath.Dir(file)))
}

// Programs returns the folder with freshly built programs, or $CELLSHELL_BIN when that is set. The build runs once.
func Programs(t testing.TB) string {
	t.Helper()
	dir, err := programs()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

var native = sync.OnceValues(func() (string, error) {
	if dir := os.Getenv("CELLSHELL_NATIVE"); dir != "" {
		return dir, nil
	}
	dir := filepath.Join(Root(), "bin", "native")
	if t, err := build.Locate(dir); err == nil && t.Dir == dir { // made for the SDK as it is now
		return dir, nil
	}
	bin, err := programs()
	if err != nil {
		return "", err
	}
	dir = filepath.Join(Root(), ".bin", "native")
	out, err := exec.Command(filepath.Join(bin, "cellshell"), "prepare", dir).CombinedOutput()
	if err != nil {
		return "", &buildError{string(out), err}
	}
	return dir, nil
})

// Native returns the folder with the native engine's archives, preparing them when the build has not.
func Native(t testing.TB) string {
	t.Helper()
	dir, err := native()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}
