package build

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"cellshell/immune"
	"cellshell/membrane"
)

// sourceKey names the SDK in this program and what a cell may import: 16 hexadecimal digits.
var sourceKey = sync.OnceValue(func() string {
	h := sha256.New()
	files, err := membrane.Source()
	if err != nil {
		panic("membrane: embedded source: " + err.Error()) // it is part of the program
	}
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		fmt.Fprintf(h, "%s %d\n%s", name, len(files[name]), files[name])
	}
	fmt.Fprint(h, immune.AllowedImports)
	return hex.EncodeToString(h.Sum(nil)[:8])
})

// errNoGo says that there is no usable go command.
var errNoGo = errors.New("no go command found")

// archives asks the go command, in a module of its own that holds the SDK, for the compiled archives of everything a cell
// can reach: import path → file. A cold build cache costs the better part of a minute.
func archives(ctx context.Context) (files map[string]string, goroot, version string, err error) {
	if _, err := exec.LookPath("go"); err != nil {
		return nil, "", "", errNoGo
	}
	dir, err := os.MkdirTemp("", "cellshell-sdk-")
	if err != nil {
		return nil, "", "", err
	}
	defer os.RemoveAll(dir)
	if err := writeModule(dir); err != nil {
		return nil, "", "", err
	}
	env, err := goCommand(ctx, dir, "env", "GOROOT", "GOVERSION")
	if err != nil {
		return nil, "", "", err
	}
	goroot, version, _ = strings.Cut(strings.TrimSpace(env), "\n")
	args := []string{"list", "-export", "-deps", "-trimpath", "-f", "{{if .Export}}{{.ImportPath}}={{.Export}}{{end}}", "runtime"}
	out, err := goCommand(ctx, dir, append(args, immune.AllowedImports...)...)
	if err != nil {
		return nil, "", "", err
	}
	files = map[string]string{}
	for line := range strings.Lines(out) {
		if path, file, ok := strings.Cut(strings.TrimSpace(line), "="); ok {
			files[path] = file
		}
	}
	return files, goroot, version, nil
}

// writeModule writes the SDK as a module of its own.
func writeModule(dir string) error {
	files, err := membrane.Source()
	if err != nil {
		return err
	}
	module := "module cellshell\n\ngo " + strings.TrimPrefix(goVersion, "go") + "\n"
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte(module), 0o644); err != nil {
		return err
	}
	for name, content := range files {
		path := filepath.Join(dir, "membrane", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, content, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// goCommand runs the go command of this machine. When ctx ends it is asked to end too, with the compilers it has started, and
// has half a second to tidy up.
func goCommand(ctx context.Context, dir string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = dir
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGINT) }
	cmd.WaitDelay = 500 * time.Millisecond
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOFLAGS=", "GOWORK=off", "GO111MODULE=on", "GOTOOLCHAIN=local", "GOOS=linux", "GOPROXY=off", "GOEXPERIMENT=")
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		return "", fmt.Errorf("go %s: %w: %s", args[0], err, firstLines(stderr.String(), 5))
	}
	return stdout.String(), nil
}

func firstLines(s string, n int) string {
	lines := strings.SplitN(strings.TrimSpace(s), "\n", n+1)
	return strings.Join(lines[:min(n, len(lines))], "; ")
}

// listExports reads the export data out of the archives of the go command.
func listExports(ctx context.Context) (*bundle, error) {
	files, _, _, err := archives(ctx)
	if err != nil {
		return nil, err
	}
	b := &bundle{Key: bundleKey(), Packages: map[string][]byte{}}
	for _, path := range immune.AllowedImports {
		if err := b.add(path, files[path]); err != nil {
			return nil, err
		}
	}
	return b, nil
}

func (b *bundle) add(path, archive string) error {
	f, err := os.Open(archive)
	if err != nil {
		return fmt.Errorf("archive of %s: %w", path, err)
	}
	defer f.Close()
	data, err := exportData(f)
	if err != nil {
		return fmt.Errorf("archive of %s: %w", path, err)
	}
	b.Packages[path] = data
	return nil
}
