package build_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"cellshell/interp/build"
)

var prepared = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "cellshell-native-test-")
	if err != nil {
		return "", err
	}
	_, err = build.Prepare(context.Background(), filepath.Join(dir, "native"), nil)
	return dir, err
})

func TestMain(m *testing.M) {
	code := m.Run()
	if dir, _ := prepared(); dir != "" {
		os.RemoveAll(dir)
	}
	os.Exit(code)
}

// toolchain has a cache of its own for each test.
func toolchain(t testing.TB) *build.Toolchain {
	t.Helper()
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("no go command to prepare a toolchain with")
	}
	dir, err := prepared()
	if err != nil {
		t.Fatal(err)
	}
	tc, err := build.Locate(filepath.Join(dir, "native"))
	if err != nil {
		t.Fatal(err)
	}
	tc.Cache = t.TempDir()
	return tc
}

func checked(t testing.TB, src string) *build.Checked {
	t.Helper()
	c, err := newGate(t).Check("main.go", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestBuildAsksForLittle: each tool may read the toolchain and change its own folder, of which nothing is left.
func TestBuildAsksForLittle(t *testing.T) {
	tc := toolchain(t)
	out := filepath.Join(t.TempDir(), "cell")
	runs := 0
	count := func(ctx context.Context, argv []string, dir string, readOnly, writable []string) error {
		runs++
		if !slices.Equal(readOnly, []string{tc.Dir}) || !slices.Equal(writable, []string{dir}) {
			t.Errorf("read-only %v, writable %v, dir %s", readOnly, writable, dir)
		}
		cmd := exec.CommandContext(ctx, argv[0], argv[1:]...)
		cmd.Dir, cmd.Env = dir, []string{"TMPDIR=" + dir}
		return cmd.Run()
	}
	if err := tc.Build(context.Background(), checked(t, counter).Marked, out, count); err != nil {
		t.Fatal(err)
	}
	if runs != 2 {
		t.Errorf("%d tools ran, want compile and link", runs)
	}
	if info, err := os.Stat(out); err != nil || info.Mode().Perm()&0o100 == 0 {
		t.Errorf("no executable: %v %v", info, err)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(out), ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// TestBuildEveryImport links one cell that uses every allowed package.
func TestBuildEveryImport(t *testing.T) {
	src, err := os.ReadFile("testdata/every_import.go")
	if err != nil {
		t.Fatal(err)
	}
	c := checked(t, string(src))
	if err := toolchain(t).Build(context.Background(), c.Marked, filepath.Join(t.TempDir(), "cell"), nil); err != nil {
		t.Fatal(err)
	}
}

// TestToolchainMoves: the directory is whole without the go command and wherever it lies.
func TestToolchainMoves(t *testing.T) {
	tc := toolchain(t)
	moved := filepath.Join(t.TempDir(), "elsewhere")
	if err := os.CopyFS(moved, os.DirFS(tc.Dir)); err != nil {
		t.Fatal(err)
	}
	for _, tool := range []string{"compile", "link"} { // CopyFS keeps modes, but umask may not
		if err := os.Chmod(filepath.Join(moved, tool), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", "/none")
	t.Setenv("CELLSHELL_NATIVE", moved)
	there, err := build.Locate()
	if err != nil {
		t.Fatal(err)
	}
	if there.Dir != moved || there.Key() != tc.Key() || !strings.HasPrefix(there.GoVersion(), "go1.") {
		t.Errorf("located %s, key %s, go %s", there.Dir, there.Key(), there.GoVersion())
	}
	there.Cache = ""
	if err := there.Build(context.Background(), checked(t, counter).Marked, filepath.Join(t.TempDir(), "cell"), nil); err != nil {
		t.Fatal(err)
	}
}

func TestLocateSaysWhy(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("CELLSHELL_NATIVE", "")
	if _, err := build.Locate(t.TempDir()); !errors.Is(err, build.ErrNoToolchain) {
		t.Errorf("empty directory: %v", err)
	}
	old := t.TempDir()
	stale := `{"key":"0123456789abcdef","go":"go1.26.0","os":"linux","arch":"amd64","packages":{}}`
	if err := os.WriteFile(filepath.Join(old, "toolchain.json"), []byte(stale), 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := build.Locate(old)
	if !errors.Is(err, build.ErrNoToolchain) || !strings.Contains(err.Error(), "made for SDK 0123456789abcdef") {
		t.Errorf("stale directory: %v", err)
	}
}

func TestBuildFails(t *testing.T) {
	tc := toolchain(t)
	dir := t.TempDir()
	out := filepath.Join(dir, "cell")
	err := tc.Build(context.Background(), []byte("package main\n\nfunc main() { undefined() }\n"), out, nil)
	if err == nil || !strings.Contains(err.Error(), "main.go:3:15: undefined: undefined") {
		t.Errorf("err = %v", err)
	}
	// The import configuration is the last wall: what the gate would refuse does not compile either.
	err = tc.Build(context.Background(), []byte("package main\n\nimport _ \"os/exec\"\n\nfunc main() {}\n"), out, nil)
	if err == nil || !strings.Contains(err.Error(), "os/exec") {
		t.Errorf("os/exec: err = %v", err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	if err := tc.Build(ctx, checked(t, counter).Marked, out, nil); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("after the deadline: %v", err)
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestPrepareKeepsWhatFits(t *testing.T) {
	tc := toolchain(t)
	before, err := os.Stat(filepath.Join(tc.Dir, "compile"))
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	if _, err := build.Prepare(context.Background(), tc.Dir, func(s string) { said = append(said, s) }); err != nil {
		t.Fatal(err)
	}
	after, err := os.Stat(filepath.Join(tc.Dir, "compile"))
	if err != nil || !os.SameFile(before, after) || len(said) > 0 {
		t.Errorf("made again: %v, said %q", err, said)
	}
}

func BenchmarkGate(b *testing.B) {
	g := newGate(b)
	for b.Loop() {
		if _, err := g.Check("main.go", []byte(counter)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkNewGate(b *testing.B) {
	for b.Loop() {
		if _, err := build.NewGate(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBuild(b *testing.B) {
	tc := toolchain(b)
	tc.Cache = ""
	c := checked(b, counter)
	out := filepath.Join(b.TempDir(), "cell")
	for b.Loop() {
		if err := tc.Build(context.Background(), c.Marked, out, nil); err != nil {
			b.Fatal(err)
		}
	}
}
