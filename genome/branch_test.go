package genome_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cellshell/genome"
	"cellshell/tissue"
)

// attempt starts from a blue clock and tries a red one with other code, and a counter.
func attempt(t *testing.T) (*desk, string) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "tissue")
	d := open(t, dir)
	addClock(d)
	d.say("blue", accent("blue"), nil)
	if err := d.StartBranch("bold", time.Time{}); err != nil {
		t.Fatal(err)
	}
	d.say("red, analog", func(doc *tissue.Document) {
		doc.Cells["clock"].Accent, doc.Cells["clock"].Generation = "red", 2
	}, edit("digital", "analog")(d))
	d.say("add a counter", func(doc *tissue.Document) {
		doc.Cells["counter"] = &tissue.Cell{Title: "Counter", Kind: tissue.KindWidget, Generation: 1, Order: 2}
	}, map[string][]byte{genome.SourcePath("counter"): []byte("package main\n")})
	return d, dir
}

func TestAnAttemptIsABranchOfGit(t *testing.T) {
	d, dir := attempt(t)
	b, ok := d.Branch()
	if !ok || b.Name != "bold" || b.From != 2 || b.Changes != 2 {
		t.Errorf("what is tried is %+v, %v", b, ok)
	}
	if got := strings.TrimSpace(git(t, dir, "branch", "--show-current")); got != "bold" {
		t.Errorf("git is on branch %q", got)
	}
	if got := strings.TrimSpace(git(t, dir, "rev-list", "--count", "main")); got != "2" {
		t.Errorf("main has %s commits", got)
	}
	checkGit(t, dir)
	if err := d.StartBranch("again", time.Time{}); !errors.Is(err, genome.ErrBranched) {
		t.Errorf("a second attempt inside the first: %v", err)
	}
}

func TestAKeptAttemptIsHistoryLikeAnyOther(t *testing.T) {
	d, dir := attempt(t)
	if n, err := d.KeepBranch(); n != 2 || err != nil {
		t.Fatalf("keeping gave %d, %v", n, err)
	}
	if _, ok := d.Branch(); ok {
		t.Error("it is still being tried")
	}
	if got := strings.Fields(git(t, dir, "branch", "--format=%(refname:short)")); len(got) != 1 || got[0] != "main" {
		t.Errorf("the branches are %q", got)
	}
	checkGit(t, dir)
	e := d.carryOut(d.PlanUndo(3, nil)) // one of the attempt, by itself
	if c := d.cell("clock"); e.N != 5 || c.Accent != "blue" || d.cell("counter") == nil {
		t.Errorf("undoing #3 gave #%d, clock %+v", e.N, c)
	}
	if _, err := d.KeepBranch(); !errors.Is(err, genome.ErrUnbranched) {
		t.Errorf("keeping nothing: %v", err)
	}
}

func TestAnAttemptThrownAwayLeavesNothingButItsCommits(t *testing.T) {
	d, dir := attempt(t)
	e := d.carryOut(d.PlanDrop())
	if e.N != 3 || e.Kind != genome.KindDrop {
		t.Errorf("throwing away is #%d, %s", e.N, e.Kind)
	}
	c := d.cell("clock")
	if c.Accent != "blue" || d.source("clock") != clockSource || d.cell("counter") != nil {
		t.Errorf("the desktop is not as it was: %+v", c)
	}
	if c.Generation != 3 {
		t.Errorf("the clock is generation %d again, which another program was", c.Generation)
	}
	if got := strings.TrimSpace(git(t, dir, "branch", "--show-current")); got != "main" {
		t.Errorf("git is on branch %q", got)
	}
	if got := git(t, dir, "log", "--format=%s", "--all"); !strings.Contains(got, "add a counter") {
		t.Errorf("what was tried cannot be found again:\n%s", got)
	}
	checkGit(t, dir)
	h, err := d.History(0)
	if err != nil || len(h) != 3 {
		t.Fatalf("the history has %d changes, %v", len(h), err)
	}
	if diff, err := d.Diff(3); err != nil || !strings.Contains(diff, "-const face = \"analog\"") {
		t.Errorf("the difference is\n%s\n%v", diff, err)
	}
	d.say("two", func(doc *tissue.Document) { doc.Theme.Mode = "dark" }, nil)
	d.carryOut(d.PlanUndo(3, nil)) // gives back what was tried, and keeps what came after
	doc, _ := d.Head()
	if c := d.cell("clock"); c.Accent != "red" || d.cell("counter") == nil || !strings.Contains(d.source("clock"), "analog") || doc.Theme.Mode != "dark" {
		t.Errorf("undoing it gives a clock %+v", c)
	}
	d.Close()
	if again := open(t, dir); again.cell("clock").Accent != "red" {
		t.Error("opened again, the desktop is another")
	}
}

func TestAnAttemptOutlivesTheStore(t *testing.T) {
	d, dir := attempt(t)
	d.Close()
	d = open(t, dir)
	if b, ok := d.Branch(); !ok || b.Changes != 2 {
		t.Fatalf("opened again, what is tried is %+v, %v", b, ok)
	}
	d.carryOut(d.PlanDrop())
	if d.cell("counter") != nil {
		t.Error("the counter is still there")
	}
}

func TestABranchThatMovedIsNotOverwritten(t *testing.T) {
	d, dir := attempt(t)
	git(t, dir, "branch", "-f", "main", "HEAD~3")
	if _, err := d.KeepBranch(); err == nil || !strings.Contains(err.Error(), "moved by another program") {
		t.Errorf("keep: %v", err)
	}
	if _, err := d.PlanDrop(); err == nil || !strings.Contains(err.Error(), "moved by another program") {
		t.Errorf("drop: %v", err)
	}
}

func TestBadNamesOfBranches(t *testing.T) {
	d := open(t, filepath.Join(t.TempDir(), "tissue"))
	addClock(d)
	for _, name := range []string{"", "..", "a/b", "-x", "A", "x.lock", "HEAD", "main", strings.Repeat("a", 41)} {
		if err := d.StartBranch(name, time.Time{}); err == nil {
			t.Errorf("%q was taken", name)
		}
	}
}

func TestRestoreGoesBackToAnyState(t *testing.T) {
	d := open(t, filepath.Join(t.TempDir(), "tissue"))
	addClock(d)
	d.say("blue", accent("blue"), nil)
	d.say("analog", func(doc *tissue.Document) { doc.Cells["clock"].Generation = 2 }, edit("digital", "analog")(d))
	d.say("no clock", func(doc *tissue.Document) { delete(doc.Cells, "clock") }, nil)
	for n, want := range map[int]struct{ accent, source string }{2: {"blue", clockSource}, 1: {"", clockSource}} {
		d.carryOut(d.PlanRestore(n))
		if c := d.cell("clock"); c == nil || c.Accent != want.accent || d.source("clock") != want.source || c.Generation < 3 {
			t.Errorf("restored to #%d the clock is %+v", n, c)
		}
	}
	d.carryOut(d.PlanRestore(4))
	if d.cell("clock") != nil {
		t.Error("restored to #4 there is a clock")
	}
	d.carryOut(d.PlanUndo(0, nil))
	if d.cell("clock") == nil {
		t.Error("restoring cannot be undone")
	}
	if _, err := d.PlanRestore(99); err == nil {
		t.Error("#99 was restored")
	}
}

// A lock that a crash left is taken away where it is ours, and left where it is another program's.
func TestAKeepThatWasKilledWithTheLock(t *testing.T) {
	d, dir := attempt(t)
	lock, ours := filepath.Join(dir, ".git", "refs", "heads", "main.lock"), filepath.Join(dir, ".git", "cellshell-keep")
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{ours, lock} {
		if err := os.WriteFile(name, []byte("another's\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	d = open(t, dir)
	if _, err := d.KeepBranch(); err == nil {
		t.Error("it went past the lock of another program")
	}
	if err := errors.Join(d.Close(), os.Remove(lock), os.WriteFile(ours, nil, 0o644), os.Link(ours, lock)); err != nil {
		t.Fatal(err)
	}
	d = open(t, dir)
	if n, err := d.KeepBranch(); n != 2 || err != nil {
		t.Errorf("keeping gave %d, %v", n, err)
	}
	checkGit(t, dir)
}
