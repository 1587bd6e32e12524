package build

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sort"

	"cellshell/immune"
)

// Toolchain is a directory that holds all it takes to make native cells: compile, link and one archive per package. It
// depends on nothing outside itself and may be moved. It may be used by many goroutines at once.
type Toolchain struct {
	Dir string // absolute
	// Cache is where executables are kept by hash; the newest cacheFiles stay. The default lies in the user's cache.
	Cache string

	manifest manifest
}

// manifest is toolchain.json.
type manifest struct {
	Key      string            `json:"key"` // sourceKey of the SDK
	Go       string            `json:"go"`  // go1.26.8
	OS       string            `json:"os"`
	Arch     string            `json:"arch"`
	Packages map[string]string `json:"packages"` // import path → file below Dir
}

const manifestName = "toolchain.json"

// ErrNoToolchain says that there is no prepared toolchain for this program's SDK.
var ErrNoToolchain = errors.New("no prepared toolchain; make one with Prepare")

// Key names the toolchain: the version of Go, the architecture and the SDK.
func (t *Toolchain) Key() string { return t.manifest.key() }

// GoVersion is the version of its compiler, "go1.26.8".
func (t *Toolchain) GoVersion() string { return t.manifest.Go }

func (m *manifest) key() string { return m.Go + "-" + m.Arch + "-" + m.Key }

// CacheDir is where toolchains are prepared when nothing else is said: $XDG_CACHE_HOME/cellshell/native.
func CacheDir() (string, error) {
	dir, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "cellshell", "native"), nil
}

// Locate finds a toolchain made for the SDK in this program. It looks into dirs, then $CELLSHELL_NATIVE, then native and
// ../lib/cellshell/native beside the executable, then the newest in CacheDir. The error wraps ErrNoToolchain and says why
// a candidate does not fit.
func Locate(dirs ...string) (*Toolchain, error) {
	if d := os.Getenv("CELLSHELL_NATIVE"); d != "" {
		dirs = append(dirs, d)
	}
	if exe, err := os.Executable(); err == nil {
		beside := filepath.Dir(exe)
		dirs = append(dirs, filepath.Join(beside, "native"), filepath.Join(beside, "..", "lib", "cellshell", "native"))
	}
	if cache, err := CacheDir(); err == nil {
		prepared, _ := filepath.Glob(filepath.Join(cache, "*", manifestName))
		sort.Slice(prepared, func(i, j int) bool { return modTime(prepared[i]) > modTime(prepared[j]) })
		for _, p := range prepared {
			dirs = append(dirs, filepath.Dir(p))
		}
	}
	var why error
	for _, d := range dirs {
		t, err := open(d)
		if err == nil {
			return t, nil
		}
		if !errors.Is(err, os.ErrNotExist) {
			why = errors.Join(why, err)
		}
	}
	if why != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoToolchain, why)
	}
	return nil, ErrNoToolchain
}

func modTime(file string) int64 {
	info, err := os.Stat(file)
	if err != nil {
		return 0
	}
	return info.ModTime().UnixNano()
}

// open reads the manifest of a prepared directory and checks that it fits.
func open(dir string) (*Toolchain, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(filepath.Join(dir, manifestName))
	if err != nil {
		return nil, err
	}
	t := &Toolchain{Dir: dir}
	if err := json.Unmarshal(data, &t.manifest); err != nil {
		return nil, fmt.Errorf("toolchain %s: %w", dir, err)
	}
	m := &t.manifest
	if m.Key != sourceKey() {
		return nil, fmt.Errorf("toolchain %s: made for SDK %s, this program has %s", dir, m.Key, sourceKey())
	}
	if m.OS != runtime.GOOS || m.Arch != runtime.GOARCH {
		return nil, fmt.Errorf("toolchain %s: made for %s/%s, this machine is %s/%s", dir, m.OS, m.Arch, runtime.GOOS, runtime.GOARCH)
	}
	if cache, err := os.UserCacheDir(); err == nil {
		t.Cache = filepath.Join(cache, "cellshell", "cells")
	}
	return t, nil
}

// exports reads the types out of the archives.
func (t *Toolchain) exports() (*bundle, error) {
	b := &bundle{Key: bundleKey(), Packages: map[string][]byte{}}
	for _, path := range immune.AllowedImports {
		if err := b.add(path, filepath.Join(t.Dir, t.manifest.Packages[path])); err != nil {
			return nil, err
		}
	}
	return b, nil
}
