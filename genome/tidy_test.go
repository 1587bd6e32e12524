package genome_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"cellshell/genome"
	"cellshell/tissue"
)

// tidyAt packs early for the time of a test.
func tidyAt(t *testing.T, n int) {
	genome.TidyAt(n)
	t.Cleanup(func() { genome.TidyAt(1000) })
}

func loose(t *testing.T, dir string) int {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, ".git", "objects", "??", "*"))
	if err != nil {
		t.Fatal(err)
	}
	return len(paths)
}

func recolor(d *desk, n int) {
	made, err := d.Commits(0, 1<<20)
	if err != nil {
		d.t.Fatal(err)
	}
	for i := len(made) - 1; n > 0; i, n = i+1, n-1 {
		d.say("turn it "+strconv.Itoa(i), func(doc *tissue.Document) { doc.Cells["clock"].Placement.X = float64(i) },
			map[string][]byte{genome.SourcePath("clock"): []byte(clockSource + "\n// " + strconv.Itoa(i) + "\n")})
	}
}

func TestManyChangesArePacked(t *testing.T) {
	tidyAt(t, 12)
	dir := t.TempDir() + "/tissue"
	d := open(t, dir)
	addClock(d)
	for range 60 { // however slow the packing is beside them, there are enough packs to be joined
		recolor(d, 1)
		d.Tidied()
	}
	d.say("the last", accent("blue"), nil)
	d.Tidied()
	if n := loose(t, dir); n >= 12 {
		t.Errorf("%d objects are loose", n)
	}
	packs, err := filepath.Glob(filepath.Join(dir, ".git", "objects", "pack", "*.idx"))
	if err != nil {
		t.Fatal(err)
	}
	var holds []int
	for _, p := range packs {
		holds = append(holds, strings.Count(git(t, dir, "verify-pack", "-v", p), "\n"))
	}
	if slices.Sort(holds); len(holds) > 12 || holds[len(holds)-1] < 100 { // ten of two digits become one of three
		t.Errorf("there are packs of %v objects", holds)
	}
	was := whole(t, d.Store)
	checkGit(t, dir)
	if n := strings.Count(git(t, dir, "log", "--format=%h"), "\n"); n != 62 {
		t.Errorf("git log has %d commits", n)
	}
	d.Close()
	d = open(t, dir)
	if got := whole(t, d.Store); got != was {
		t.Errorf("opened anew it is\n%s\nwas\n%s", got, was)
	}
	d.carryOut(d.PlanUndo(0, genome.MergeText))
	git(t, dir, "gc", "--quiet", "--prune=now")
	if got := d.carryOut(d.PlanRestore(30)); got.N != 64 || !strings.HasSuffix(d.source("clock"), "\n// 28\n") {
		t.Errorf("%+v, %s", got, d.source("clock"))
	}
	checkGit(t, dir)
}

// TestChangeDuringPacking stops the packing at each of its steps in turn and makes a change meanwhile.
func TestChangeDuringPacking(t *testing.T) {
	tidyAt(t, 20)
	dir := t.TempDir() + "/tissue"
	d := open(t, dir)
	addClock(d)
	d.Tidied()
	t.Cleanup(func() { genome.OnStep(func(string) {}) })
	var packing, steps atomic.Int64
	reached, on := make(chan struct{}), make(chan struct{})
	genome.OnStep(func(what string) {
		if strings.Contains(what, "pack") && steps.Add(1) == packing.Load() {
			reached <- struct{}{}
			<-on
		}
	})
	stopped := 0
	for at := int64(1); ; at++ {
		steps.Store(0)
		packing.Store(at)
		ended := make(chan struct{})
		recolor(d, 6) // enough to begin
		go func() { d.Tidied(); close(ended) }()
		select {
		case <-reached:
			stopped++
			d.say("meanwhile", accent("blue"), nil)
			d.say("and back", accent("red"), nil)
			on <- struct{}{}
			<-ended
			continue
		case <-ended:
		}
		break
	}
	if stopped < 13 {
		t.Errorf("the packing was stopped %d times", stopped)
	}
	if _, err := d.History(0); err != nil {
		t.Error(err)
	}
	checkGit(t, dir)
}

// TestPackingBesideGit has git pack, prune and commit while the store does.
func TestPackingBesideGit(t *testing.T) {
	tidyAt(t, 15)
	dir := t.TempDir() + "/tissue"
	d := open(t, dir)
	addClock(d)
	end := make(chan struct{})
	var group sync.WaitGroup
	stop := sync.OnceFunc(func() { close(end); group.Wait() })
	defer stop()
	for _, args := range [][]string{{"gc", "--quiet"}, {"log", "--stat"}, {"commit", "--allow-empty", "-q", "-m", "by hand"}} {
		group.Go(func() {
			for {
				select {
				case <-end:
					return
				default:
				}
				out, err := exec.Command("git", append([]string{"-C", dir, "-c", "user.name=Ada", "-c", "user.email=ada@example.org"}, args...)...).CombinedOutput()
				text := string(out)                                                 // two of git's own stand in each other's way
				if _, id, ok := strings.Cut(text, "unable to parse object: "); ok { // it has moved to another pack twice while git looked
					id, _, _ = strings.Cut(id, "\n")
					if there := exec.Command("git", "-C", dir, "cat-file", "-e", id).Run(); there == nil {
						continue
					}
				}
				if err != nil && !strings.Contains(text, "lock") && !strings.Contains(text, "No such file") && !strings.Contains(text, "unable to write new_index") {
					t.Errorf("git %s: %v: %s", args, err, out)
				}
			}
		})
	}
	made := 0
	for i := 0; made < 60; i++ {
		doc, _ := d.Head()
		doc.Cells["clock"].Placement.X = float64(i)
		_, err := d.Commit(genome.Change{Doc: doc, Sentence: "turn it", Kind: genome.KindHand})
		switch {
		case err == nil:
			made++
		case errors.Is(err, genome.ErrMoved) || strings.Contains(err.Error(), ".lock"):
		default:
			t.Fatal(err)
		}
	}
	stop()
	d.Tidied()
	turned := 0
	h, err := d.History(0)
	for _, e := range h {
		if e.Sentence == "turn it" {
			turned++
		}
	}
	if err != nil || turned != made || len(h) <= made+1 {
		t.Errorf("%d of %d changes and %d others: %v", turned, made, len(h)-turned, err)
	}
	if out := git(t, dir, "fsck", "--full", "--strict", "--no-dangling"); strings.Contains(out, "error") || strings.Contains(out, "missing") {
		t.Errorf("git fsck: %s", out)
	}
}

// TestDamagedObjectIsNotPacked leaves what a disk has damaged where it is, and a pack that has no index yet alone.
func TestDamagedObjectIsNotPacked(t *testing.T) {
	tidyAt(t, 20)
	dir := t.TempDir() + "/tissue"
	d := open(t, dir)
	addClock(d)
	d.Tidied()
	damaged := filepath.Join(dir, ".git", "objects", "12", strings.Repeat("3", 38))
	stray := filepath.Join(dir, ".git", "objects", "pack", "pack-"+strings.Repeat("4", 40)+".pack")
	for _, p := range []string{damaged, stray} {
		if err := errors.Join(os.MkdirAll(filepath.Dir(p), 0o755), os.WriteFile(p, []byte("no"), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	recolor(d, 20)
	d.Tidied()
	if n := loose(t, dir); n > 20 {
		t.Errorf("%d objects are loose", n)
	}
	for _, p := range []string{damaged, stray} {
		if b, err := os.ReadFile(p); string(b) != "no" {
			t.Errorf("%s: %q, %v", p, b, err)
		}
	}
	d.Close()
	d = open(t, dir)
	if h, err := d.History(0); err != nil || len(h) != 21 {
		t.Errorf("%d changes, %v", len(h), err)
	}
}
