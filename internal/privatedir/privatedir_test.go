package privatedir_test

import (
	"os"
	"path/filepath"
	"testing"

	"cellshell/internal/privatedir"
)

func TestMake(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a", "b")
	for _, open := range []os.FileMode{0o700, 0o777} {
		if err := privatedir.Make(path); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode() != os.ModeDir|0o700 {
			t.Errorf("mode %v, %v", info.Mode(), err)
		}
		if err := os.Chmod(path, open); err != nil {
			t.Fatal(err)
		}
	}
}

func TestFolderOfSomebodyElse(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can give a folder away")
	}
	path := t.TempDir()
	if err := os.Chown(path, 12345, 12345); err != nil {
		t.Fatal(err)
	}
	if err := privatedir.Make(path); err == nil {
		t.Error("the folder of another user was taken")
	}
}

func TestFileInTheWay(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := privatedir.Make(path); err == nil {
		t.Error("a file was taken for a folder")
	}
}
