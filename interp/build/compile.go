package build

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"cellshell/immune"
)

// Runner runs one tool of the toolchain: argv in dir, allowed to read (and execute) readOnly and to change writable. The
// shell gives one that jails the compiler, because its input is not trusted.
type Runner func(ctx context.Context, argv []string, dir string, readOnly, writable []string) error

// Build compiles and links marked, as Gate.Check returned it, into the executable out, which is replaced in one step. A nil
// run executes the tools plainly. See Cell for one that need not be built again.
func (t *Toolchain) Build(ctx context.Context, marked []byte, out string, run Runner) error {
	if run == nil {
		run = plain
	}
	work, err := os.MkdirTemp(filepath.Dir(out), ".build-")
	if err != nil {
		return fmt.Errorf("build: %w", err)
	}
	defer os.RemoveAll(work)
	if work, err = filepath.Abs(work); err != nil {
		return fmt.Errorf("build: %w", err)
	}
	files := map[string][]byte{
		"main.go":  marked,
		"imports":  t.importConfig(immune.AllowedImports),
		"packages": append(t.importConfig(nil), "packagefile main="+filepath.Join(work, "main.a")+"\n"...),
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(work, name), content, 0o644); err != nil {
			return fmt.Errorf("build: %w", err)
		}
	}
	for _, argv := range [][]string{
		{
			filepath.Join(t.Dir, "compile"), "-o", "main.a", "-p", "main", "-complete", "-pack", "-c=2", "-lang=" + goVersion,
			"-trimpath=" + work + "=>", "-importcfg", "imports", "main.go",
		},
		{filepath.Join(t.Dir, "link"), "-o", "cell", "-importcfg", "packages", "-s", "-w", "-buildmode=exe", "main.a"},
	} {
		if err := run(ctx, argv, work, []string{t.Dir}, []string{work}); err != nil {
			return fmt.Errorf("build: %s: %w", filepath.Base(argv[0]), err)
		}
	}
	made := filepath.Join(work, "cell")
	if info, err := os.Lstat(made); err != nil || !info.Mode().IsRegular() {
		return errors.New("build: link left no executable")
	}
	if err := os.Chmod(made, 0o755); err != nil {
		return fmt.Errorf("build: %w", err)
	}
	if err := os.Rename(made, out); err != nil {
		return fmt.Errorf("build: %w", err)
	}
	return nil
}

// importConfig lists archives for the compiler or the linker; nil means all of them.
func (t *Toolchain) importConfig(paths []string) []byte {
	if paths == nil {
		for path := range t.manifest.Packages {
			paths = append(paths, path)
		}
		slices.Sort(paths)
	}
	var b bytes.Buffer
	for _, path := range paths {
		fmt.Fprintf(&b, "packagefile %s=%s\n", path, filepath.Join(t.Dir, t.manifest.Packages[path]))
	}
	return b.Bytes()
}

func plain(ctx context.Context, argv []string, dir string, _, _ []string) error {
	cmd := exec.CommandContext(ctx, argv[0], argv[1:]...)
	cmd.Dir = dir
	cmd.Env = []string{"TMPDIR=" + dir, "HOME=" + dir}
	output, err := cmd.CombinedOutput()
	if err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return fmt.Errorf("%w: %s", err, strings.TrimSpace(string(output)))
	}
	return nil
}
