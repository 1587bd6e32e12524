package genome_test

import (
	"errors"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"cellshell/genome"
)

// A person may put anything where a file belongs. It stops neither the history nor what is noticed of the other files.
func TestOddThingsStopNothing(t *testing.T) {
	odd := map[string]func(file string) error{
		"pipe":   func(file string) error { return syscall.Mkfifo(file, 0o644) },
		"folder": func(file string) error { return os.Mkdir(file, 0o755) },
		"device": func(file string) error { return os.Symlink("/dev/zero", file) },
		"loop":   func(file string) error { return os.Symlink(file, file) },
		"socket": func(file string) error {
			l, err := net.Listen("unix", file)
			if err == nil {
				t.Cleanup(func() { l.Close() })
			}
			return err
		},
	}
	for name, put := range odd {
		t.Run(name, func(t *testing.T) {
			dir, err := os.MkdirTemp("", "odd") // short: the path of a socket
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { os.RemoveAll(dir) })
			d := open(t, dir)
			addClock(d)
			file := filepath.Join(dir, "cells", "clock", "main.go")
			manifest := filepath.Join(dir, "cells", "clock", "genome.toml")
			if err := errors.Join(os.Remove(file), put(file), os.WriteFile(manifest, []byte("name = \"mine\"\n"), 0o644)); err != nil {
				t.Fatal(err)
			}
			done := make(chan struct{})
			go func() {
				defer close(done)
				if dirty, err := d.Dirty(); err != nil || len(dirty) != 1 || dirty[0].Path != "cells/clock/genome.toml" {
					t.Errorf("dirty %+v, %v", dirty, err)
				}
			}()
			select {
			case <-done:
			case <-time.After(20 * time.Second):
				t.Fatal("the history waits for what is no file")
			}
			d.say("make it analog", nil, edit("digital", "analog")(d))
			if st, err := os.Lstat(file); err != nil || st.Mode().IsRegular() {
				t.Errorf("what was put there is gone: %v, %v", st, err)
			}
		})
	}
}

// What a person reads when the disk gives up is one sentence, however many files were to be written.
func TestAFullDiskIsOneSentence(t *testing.T) {
	dir := t.TempDir()
	d := open(t, dir)
	addClock(d)
	temp := filepath.Join(dir, ".git", "tmp")
	if err := errors.Join(os.RemoveAll(temp), os.WriteFile(temp, nil, 0o644)); err != nil { // nothing can be created in it
		t.Fatal(err)
	}
	_, err := d.Commit(genome.Change{Files: map[string][]byte{"cells/clock/main.go": []byte("package main // mine\n")}, Sentence: "edit clock", Kind: genome.KindHand})
	if err == nil || strings.Contains(err.Error(), "\n") {
		t.Errorf("it says: %v", err)
	}
}

// A file without end is looked at only as far as it could be kept.
func TestHugeFilesAreNotRead(t *testing.T) {
	dir := t.TempDir()
	d := open(t, dir)
	addClock(d)
	if err := os.Truncate(filepath.Join(dir, "cells", "clock", "main.go"), 1<<40); err != nil {
		t.Skipf("this file system holds no such file: %v", err)
	}
	dirty, err := d.Dirty()
	if err != nil || len(dirty) != 1 || len(dirty[0].Content) != genome.MaxFile+1 {
		t.Fatalf("%d dirty, %v", len(dirty), err)
	}
}
