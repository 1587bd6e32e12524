package plainfile_test

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"cellshell/internal/plainfile"
)

func TestOnlyFilesAreOpened(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	if err := errors.Join(os.WriteFile(in("file"), []byte("text"), 0o600), os.Symlink("file", in("link")), os.Mkdir(in("folder"), 0o700),
		syscall.Mkfifo(in("pipe"), 0o600), os.Symlink("/dev/zero", in("device"))); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"file", "link"} {
		f, info, err := plainfile.Open(in(name))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if b, err := io.ReadAll(f); err != nil || string(b) != "text" || info.Size() != 4 {
			t.Errorf("%s holds %q of %d bytes: %v", name, b, info.Size(), err)
		}
	}
	for name, want := range map[string]error{"folder": plainfile.ErrNone, "pipe": plainfile.ErrNone, "device": plainfile.ErrNone, "nothing": fs.ErrNotExist} {
		if _, _, err := plainfile.Open(in(name)); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", name, err, want)
		}
	}
}
