package build

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// Prepare makes a toolchain with the go command of this machine and puts it at dir, or below CacheDir when dir is empty.
// One that is there already and fits is returned as it is. progress is told what is being done; it may be nil. With a cold
// build cache Prepare takes about a minute, else some seconds.
func Prepare(ctx context.Context, dir string, progress func(string)) (*Toolchain, error) {
	if progress == nil {
		progress = func(string) {}
	}
	if dir != "" {
		if t, err := open(dir); err == nil && t.current(ctx) {
			return t, nil
		}
	}
	progress("compiling the SDK and the packages a cell may import")
	files, goroot, version, err := archives(ctx)
	if err != nil {
		return nil, fmt.Errorf("prepare: %w", err)
	}
	m := manifest{Key: sourceKey(), Go: version, OS: runtime.GOOS, Arch: runtime.GOARCH, Packages: map[string]string{}}
	if dir == "" {
		cache, err := CacheDir()
		if err != nil {
			return nil, fmt.Errorf("prepare: %w", err)
		}
		dir = filepath.Join(cache, m.key())
		if t, err := open(dir); err == nil {
			return t, nil
		}
	}
	dir, err = filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("prepare: %w", err)
	}
	progress(fmt.Sprintf("copying the compiler and %d archives", len(files)))
	if err := m.write(dir, goroot, files); err != nil {
		return nil, fmt.Errorf("prepare: %w", err)
	}
	return open(dir)
}

// current reports whether the toolchain comes from the go command of this machine, or there is none to be newer.
func (t *Toolchain) current(ctx context.Context) bool {
	version, err := goCommand(ctx, t.Dir, "env", "GOVERSION")
	return err != nil || strings.TrimSpace(version) == t.manifest.Go
}

// write fills a directory beside dir and then puts it in dir's place, so that dir is never half a toolchain.
func (m *manifest) write(dir, goroot string, files map[string]string) error {
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return err
	}
	work, err := os.MkdirTemp(filepath.Dir(dir), ".native-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	if err := os.Chmod(work, 0o755); err != nil {
		return err
	}
	if err := os.Mkdir(filepath.Join(work, "pkg"), 0o755); err != nil {
		return err
	}
	tools := filepath.Join(goroot, "pkg", "tool", m.OS+"_"+m.Arch)
	for _, tool := range []string{"compile", "link"} {
		if err := copyFile(filepath.Join(tools, tool), filepath.Join(work, tool), 0o755); err != nil {
			return err
		}
	}
	for path, archive := range files {
		name := "pkg/" + strings.ReplaceAll(path, "/", "_") + ".a"
		if err := copyFile(archive, filepath.Join(work, name), 0o644); err != nil {
			return err
		}
		m.Packages[path] = name
	}
	data, err := json.MarshalIndent(m, "", "\t")
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(work, manifestName), append(data, '\n'), 0o644); err != nil {
		return err
	}
	old := work + ".old"
	if err := os.Rename(dir, old); err == nil {
		defer os.RemoveAll(old)
	}
	return os.Rename(work, dir)
}

func copyFile(from, to string, mode os.FileMode) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, mode)
	if err != nil {
		return err
	}
	if _, err := io.Copy(out, in); err != nil {
		out.Close()
		return err
	}
	return out.Close()
}
