package genome_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cellshell/genome"
)

func TestWhatGitDidIsSeen(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "tissue")
	d := open(t, dir)
	addClock(d)
	d.say("blue", accent("blue"), nil)
	refresh := func() {
		t.Helper()
		if err := d.Refresh(); err != nil {
			t.Fatal(err)
		}
	}
	refresh()
	if h, _ := d.History(0); len(h) != 2 {
		t.Fatalf("a look changed the history: %+v", h)
	}
	if err := os.WriteFile(filepath.Join(dir, "cells", "clock", "main.go"), []byte("package main // mine\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	git(t, dir, "-c", "user.name=Ada", "-c", "user.email=a@b", "commit", "-qam", "by hand")
	refresh()
	if d.source("clock") != "package main // mine\n" {
		t.Error("a commit is not seen")
	}
	git(t, dir, "reset", "-q", "--hard", "HEAD~2")
	refresh()
	if h, _ := d.History(0); len(h) != 1 || d.cell("clock").Accent != "" || d.source("clock") != clockSource {
		t.Errorf("a reset is not seen: %+v", h)
	}
	git(t, dir, "switch", "-qc", "elsewhere")
	refresh()
	d.say("red", accent("red"), nil)
	if got := strings.TrimSpace(git(t, dir, "log", "-1", "--format=%s", "elsewhere")); got != "red" {
		t.Errorf("after a switch the change went elsewhere: %q", got)
	}
	checkGit(t, dir)
}

// A commit that git makes while the store writes its own is not lost.
func TestCommitByGitInTheMiddleOfOne(t *testing.T) {
	dir := t.TempDir()
	d := open(t, dir)
	addClock(d)
	t.Cleanup(func() { genome.OnStep(func(string) {}) })
	genome.OnStep(func(what string) {
		if strings.HasPrefix(what, "lock ") && strings.HasSuffix(what, "refs/heads/main.lock") {
			genome.OnStep(func(string) {})
			git(t, dir, "-c", "user.name=Ada", "-c", "user.email=a@b", "commit", "-q", "--allow-empty", "-m", "by hand")
		}
	})
	_, err := d.Commit(genome.Change{Sentence: "too late", Kind: genome.KindEvolve})
	if !errors.Is(err, genome.ErrMoved) {
		t.Errorf("got %v", err)
	}
	if h, _ := d.History(0); len(h) != 2 || h[0].Sentence != "by hand" {
		t.Errorf("the history is %+v", h)
	}
	d.say("blue", accent("blue"), nil)
	if got := git(t, dir, "log", "--reverse", "--format=%s"); !strings.HasSuffix(got, "\nby hand\nblue\n") {
		t.Errorf("git has %q", got)
	}
	checkGit(t, dir)
}

func TestAnAttemptThatGitMovedCanBeThrownAway(t *testing.T) {
	d, dir := attempt(t)
	git(t, dir, "reset", "-q", "--hard", "HEAD~3") // before its beginning
	if err := d.Refresh(); err != nil {
		t.Fatal(err)
	}
	if b, ok := d.Branch(); !ok || b.Name != "bold" {
		t.Fatalf("what is tried is %+v, %v", b, ok)
	}
	if _, err := d.KeepBranch(); err == nil || !strings.Contains(err.Error(), "before its beginning") {
		t.Errorf("keeping it would lose what was there before: %v", err)
	}
	e := d.carryOut(d.PlanDrop())
	if e.N != 3 || d.cell("clock").Accent != "blue" || d.source("clock") != clockSource {
		t.Errorf("thrown away, it is #%d and the clock %+v", e.N, d.cell("clock"))
	}
	checkGit(t, dir)
}

func TestSwitchingAwayEndsAnAttempt(t *testing.T) {
	d, dir := attempt(t)
	git(t, dir, "switch", "-q", "main")
	if err := d.Refresh(); err != nil {
		t.Fatal(err)
	}
	if b, ok := d.Branch(); ok {
		t.Errorf("still tried is %+v", b)
	}
	if err := d.StartBranch("again", time.Time{}); err != nil {
		t.Error(err)
	}
	if _, err := d.Commit(genome.Change{Sentence: "on", Kind: genome.KindEvolve}); err != nil {
		t.Error(err)
	}
}

// A commit that git makes on the branch which an attempt left, in the moment in which the attempt ends, is not lost.
func TestCommitByGitWhereAnAttemptEnds(t *testing.T) {
	for name, end := range map[string]func(d *desk) error{
		"keep": func(d *desk) error { _, err := d.KeepBranch(); return err },
		"throw away": func(d *desk) error {
			p, err := d.PlanDrop()
			if err != nil {
				return err
			}
			_, err = d.Commit(genome.Change{Doc: p.Doc, Files: p.Files, Sentence: "throw it away", Kind: p.Kind, Of: p.Of})
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			d, dir := attempt(t)
			t.Cleanup(func() { genome.OnStep(func(string) {}) })
			genome.OnStep(func(what string) {
				if strings.HasPrefix(what, "lock ") && strings.HasSuffix(what, "refs/heads/main.lock") {
					genome.OnStep(func(string) {})
					tree := strings.TrimSpace(git(t, dir, "rev-parse", "main^{tree}"))
					hash := strings.TrimSpace(git(t, dir, "-c", "user.name=Ada", "-c", "user.email=a@b", "commit-tree", tree, "-p", "main", "-m", "by hand"))
					git(t, dir, "update-ref", "refs/heads/main", hash)
				}
			})
			if err := end(d); err == nil {
				t.Error("it went on as if nobody else were there")
			}
			if got := strings.TrimSpace(git(t, dir, "log", "-1", "--format=%s", "main")); got != "by hand" {
				t.Errorf("main is at %q", got)
			}
			if b, ok := d.Branch(); !ok || b.Name != "bold" {
				t.Errorf("the attempt is gone: %+v", b)
			}
			if err := end(d); err == nil || !strings.Contains(err.Error(), "another program") {
				t.Errorf("asked again: %v", err)
			}
			checkGit(t, dir)
		})
	}
}
