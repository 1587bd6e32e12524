package genome_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"cellshell/genome"
	"cellshell/tissue"
)

var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

// desk is a store with a helper for each thing a user does.
type desk struct {
	*genome.Store
	t  testing.TB
	at time.Time
}

func open(t testing.TB, dir string) *desk {
	t.Helper()
	s, err := genome.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return &desk{s, t, noon}
}

func (d *desk) say(sentence string, change func(*tissue.Document), files map[string][]byte) genome.Entry {
	d.t.Helper()
	doc, _ := d.Head()
	if change != nil {
		change(doc)
	}
	d.at = d.at.Add(time.Minute)
	receipt, _ := json.Marshal(map[string]string{"sentence": sentence})
	e, err := d.Commit(genome.Change{
		Doc: doc, Files: files, Sentence: sentence, Status: "done", Kind: genome.KindEvolve, Author: "Ada", Time: d.at,
		Receipt: receipt,
	})
	if err != nil {
		d.t.Fatal(err)
	}
	return e
}

func (d *desk) carryOut(p genome.Plan, err error) genome.Entry {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
	d.at = d.at.Add(time.Minute)
	e, err := d.Commit(genome.Change{
		Doc: p.Doc, Files: p.Files, Sentence: p.Kind + " " + p.Sentence, Status: "done", Kind: p.Kind, Of: p.Of, Time: d.at,
	})
	if err != nil {
		d.t.Fatal(err)
	}
	return e
}

func (d *desk) cell(id tissue.CellID) *tissue.Cell { doc, _ := d.Head(); return doc.Cells[id] }

func (d *desk) source(id tissue.CellID) string { _, f := d.Head(); return string(f[id].Source) }

const clockSource = "package main\n\nconst face = \"digital\"\n\nconst seconds = false\n\nfunc main() {}\n"

func addClock(d *desk) genome.Entry {
	return d.say("add a clock", func(doc *tissue.Document) {
		doc.Cells["clock"] = &tissue.Cell{Gene: "clock", Title: "Clock", Kind: tissue.KindWidget, Generation: 1, Order: 1}
	}, map[string][]byte{genome.SourcePath("clock"): []byte(clockSource), genome.ManifestPath("clock"): []byte("name = \"clock\"\n")})
}

func edit(old, now string) func(d *desk) map[string][]byte {
	return func(d *desk) map[string][]byte {
		src := d.source("clock")
		if !strings.Contains(src, old) {
			d.t.Fatalf("%q is not in\n%s", old, src)
		}
		return map[string][]byte{genome.SourcePath("clock"): []byte(strings.Replace(src, old, now, 1))}
	}
}

func accent(color string) func(*tissue.Document) {
	return func(doc *tissue.Document) { doc.Cells["clock"].Accent = color }
}

// git runs the real git on the repository.
func git(t testing.TB, dir string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed; this checks the repository with the real one")
	}
	cmd := exec.Command("git", append([]string{"-C", dir}, args...)...)
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null", "LC_ALL=C")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

func checkGit(t testing.TB, dir string) {
	t.Helper()
	if out := git(t, dir, "fsck", "--full", "--strict", "--no-dangling"); strings.Contains(out, "error") || strings.Contains(out, "missing") {
		t.Fatalf("git fsck: %s", out)
	}
	if out := git(t, dir, "status", "--porcelain"); out != "" {
		t.Fatalf("git status: %s", out)
	}
}

func TestHistoryIsAGitRepository(t *testing.T) {
	dir := t.TempDir() + "/tissue"
	d := open(t, dir)
	if !d.Empty() {
		t.Error("a new store is not empty")
	}
	addClock(d)
	e := d.say("make it blue", accent("blue"), nil)
	checkGit(t, dir)
	if got, want := git(t, dir, "log", "--format=%s|%an|%aI"), "make it blue|Ada|2026-03-01T12:02:00+00:00\nadd a clock|Ada|2026-03-01T12:01:00+00:00\n"; got != want {
		t.Errorf("git log: %q, want %q", got, want)
	}
	if got := git(t, dir, "rev-parse", "HEAD"); got != e.Hash+"\n" || e.N != 2 {
		t.Errorf("entry %+v, HEAD %s", e, got)
	}
	if body := git(t, dir, "log", "-1", "--format=%b"); !strings.Contains(body, `{"sentence":"make it blue"}`) || !strings.Contains(body, "Cellshell-Kind: evolve") {
		t.Errorf("body: %s", body)
	}
	diff, err := d.Diff(0)
	if err != nil || !strings.Contains(diff, "+\t\t\t\"accent\": \"blue\",") || strings.Contains(diff, "stamps.json") {
		t.Errorf("diff: %v\n%s", err, diff)
	}
	if diff, err = d.Diff(1); err != nil || !strings.Contains(diff, "+const face = \"digital\"") {
		t.Errorf("diff of the first: %v\n%s", err, diff)
	}
	checkHistory := func(d *desk) {
		t.Helper()
		h, err := d.History(0)
		if err != nil || len(h) != 2 || h[0].Sentence != "make it blue" || h[1].N != 1 || h[0].Status != "done" ||
			string(h[0].Receipt) != `{"sentence":"make it blue"}` || !h[0].Time.Equal(noon.Add(2*time.Minute)) {
			t.Errorf("history %+v, %v", h, err)
		}
	}
	checkHistory(d)
	d.Close()
	d = open(t, dir)
	checkHistory(d)
	if c := d.cell("clock"); c == nil || c.Accent != "blue" || d.source("clock") != clockSource {
		t.Errorf("after opening again: %+v", c)
	}
	git(t, dir, "gc", "--quiet") // packs everything away while the store is open
	d.say("make it red", accent("red"), nil)
	checkHistory2, err := d.History(0)
	if err != nil || len(checkHistory2) != 3 {
		t.Errorf("after git gc: %v", err)
	}
	checkGit(t, dir)
}

func TestUndoAndRedo(t *testing.T) {
	d := open(t, t.TempDir())
	addClock(d)
	d.say("make it blue", accent("blue"), nil)
	d.say("make it red", accent("red"), nil)
	d.carryOut(d.PlanUndo(0, nil))
	d.carryOut(d.PlanUndo(0, nil))
	if c := d.cell("clock"); c.Accent != "" {
		t.Errorf("after two undos the accent is %q", c.Accent)
	}
	d.carryOut(d.PlanRedo(nil))
	if c := d.cell("clock"); c.Accent != "blue" {
		t.Errorf("after a redo the accent is %q", c.Accent)
	}
	d.carryOut(d.PlanRedo(nil))
	if c := d.cell("clock"); c.Accent != "red" {
		t.Errorf("after the second redo the accent is %q", c.Accent)
	}
	if _, err := d.PlanRedo(nil); !errors.Is(err, genome.ErrNothingToRedo) {
		t.Errorf("third redo: %v", err)
	}
	d.carryOut(d.PlanUndo(3, nil))
	h, _ := d.History(0)
	var undone []int
	for _, e := range h {
		if e.Undone {
			undone = append(undone, e.N)
		}
	}
	if !slices.Equal(undone, []int{3}) {
		t.Errorf("undone: %v", undone)
	}
	if _, err := d.PlanUndo(3, nil); err == nil || !strings.Contains(err.Error(), "taken back already") {
		t.Errorf("undo of the undone: %v", err)
	}
	if _, err := d.PlanUndo(99, nil); err == nil || !strings.Contains(err.Error(), "no change #99") {
		t.Errorf("undo 99: %v", err)
	}
	d.carryOut(d.PlanUndo(8, nil)) // undoing the undo
	if c := d.cell("clock"); c.Accent != "red" {
		t.Errorf("undoing the undo gave %q", c.Accent)
	}
	d.carryOut(d.PlanUndo(0, nil))
	d.carryOut(d.PlanUndo(0, nil))
	d.carryOut(d.PlanUndo(0, nil))
	if _, err := d.PlanUndo(0, nil); !errors.Is(err, genome.ErrNothingToUndo) {
		t.Errorf("undo of nothing: %v", err)
	}
	if d.cell("clock") != nil || d.source("clock") != "" {
		t.Error("the clock is still there")
	}
}

func TestUndoOfOnlyOne(t *testing.T) {
	d := open(t, t.TempDir())
	addClock(d)
	d.say("make it analog", nil, edit(`"digital"`, `"analog"`)(d))
	d.say("move it", func(doc *tissue.Document) { doc.Cells["clock"].Placement.X = 99 }, nil)
	d.say("show seconds", func(doc *tissue.Document) { doc.Cells["clock"].Generation = 3 }, edit("seconds = false", "seconds = true")(d))
	d.carryOut(d.PlanUndo(2, nil))
	if src := d.source("clock"); !strings.Contains(src, "digital") || !strings.Contains(src, "seconds = true") {
		t.Errorf("undo of #2 alone gave\n%s", src)
	}
	if c := d.cell("clock"); c.Placement.X != 99 || c.Generation != 4 {
		t.Errorf("undo of #2 alone gave %+v", c)
	}
	d.carryOut(d.PlanRedo(nil))
	if src := d.source("clock"); !strings.Contains(src, "analog") {
		t.Errorf("redo gave\n%s", src)
	}
}

func TestUndoNamesTheChangeInTheWay(t *testing.T) {
	d := open(t, t.TempDir())
	addClock(d)
	d.say("make it blue", accent("blue"), nil)
	d.say("make it analog", nil, edit(`"digital"`, `"analog"`)(d))
	d.say("make it red", accent("red"), nil)
	d.say("make it binary", nil, edit(`"analog"`, `"binary"`)(d))
	for _, tt := range []struct {
		n, later int
		what     string
	}{{2, 4, "accent of clock"}, {3, 5, "cells/clock/main.go"}, {1, 4, "clock"}} {
		_, err := d.PlanUndo(tt.n, nil)
		c, ok := errors.AsType[*genome.ConflictError](err)
		if !ok || c.N != tt.n || c.Later != tt.later || c.Clashes[0].What != tt.what {
			t.Errorf("undo %d: %v", tt.n, err)
		}
	}
	d.say("fill it", func(doc *tissue.Document) { doc.Cells["clock"].Opacity, doc.Cells["clock"].Accent = 0.5, "green" }, nil)
	d.say("make it pink", accent("pink"), nil)
	if rest, err := d.PlanUndoTaking(genome.Now, 6, nil); err != nil || rest.Doc.Cells["clock"].Opacity != 0 || rest.Doc.Cells["clock"].Accent != "pink" {
		t.Errorf("undo of the rest of #6: %+v, %v", rest.Doc.Cells["clock"], err)
	}
	if rest, err := d.PlanUndoTaking(genome.Now, 3, nil); err != nil || len(rest.Files) != 0 {
		t.Errorf("undo of the rest of #3, of which there is none: %+v, %v", rest, err)
	}
	if back, err := d.PlanUndoTaking(genome.Back, 6, nil); err != nil || back.Doc.Cells["clock"].Opacity != 0 || back.Doc.Cells["clock"].Accent != "red" {
		t.Errorf("undo of all of #6: %+v, %v", back.Doc.Cells["clock"], err)
	}
	if back, err := d.PlanUndoTaking(genome.Back, 3, nil); err != nil || string(back.Files["cells/clock/main.go"]) != clockSource || back.Doc.Cells["clock"].Generation != d.cell("clock").Generation+1 {
		t.Errorf("undo of all of #3: %+v, %v", back, err)
	}
	if back, err := d.PlanUndoTaking(genome.Back, 1, nil); err != nil || back.Doc.Cells["clock"] != nil {
		t.Errorf("undo of all of #1: %+v, %v", back, err)
	}
	p, err := d.PlanUndo(3, func(_, ours, _ []byte) ([]byte, bool) { return ours, false }) // the caller's merger decides
	if err != nil || p.Of != 3 || p.Sentence != "make it analog" {
		t.Errorf("plan %+v, %v", p, err)
	}
}

func TestRemovedCellComesBackWithItsFiles(t *testing.T) {
	dir := t.TempDir()
	d := open(t, dir)
	addClock(d)
	d.say("remove the clock", func(doc *tissue.Document) { delete(doc.Cells, "clock") }, nil)
	if _, err := os.Stat(filepath.Join(dir, "cells", "clock")); !os.IsNotExist(err) {
		t.Errorf("the folder is still there: %v", err)
	}
	d.carryOut(d.PlanUndo(0, nil))
	if c := d.cell("clock"); c == nil || c.Generation != 2 || d.source("clock") != clockSource {
		t.Errorf("came back as %+v", c)
	}
	if got, err := os.ReadFile(filepath.Join(dir, "cells", "clock", "main.go")); err != nil || string(got) != clockSource {
		t.Errorf("file: %q, %v", got, err)
	}
	checkGit(t, dir)
}

func TestHandEditsAreKept(t *testing.T) {
	dir := t.TempDir()
	d := open(t, dir)
	addClock(d)
	d.Close()
	file := filepath.Join(dir, "cells", "clock", "main.go")
	mine := strings.Replace(clockSource, "digital", "mine", 1)
	if err := os.WriteFile(file, []byte(mine), 0o644); err != nil {
		t.Fatal(err)
	}
	d = open(t, dir)
	dirty, err := d.Dirty()
	if err != nil || len(dirty) != 1 || dirty[0].Path != "cells/clock/main.go" || string(dirty[0].Content) != mine {
		t.Fatalf("dirty %+v, %v", dirty, err)
	}
	d.say("make it analog", nil, edit("digital", "analog")(d))
	if got, _ := os.ReadFile(file); string(got) != mine {
		t.Errorf("the edit was overwritten:\n%s", got)
	}
	if _, err := d.Commit(genome.Change{Files: map[string][]byte{"cells/clock/main.go": []byte(mine)}, Sentence: "edit clock", Kind: genome.KindHand}); err != nil {
		t.Fatal(err)
	}
	if dirty, err := d.Dirty(); err != nil || len(dirty) != 0 {
		t.Errorf("after the commit still dirty: %+v, %v", dirty, err)
	}
	os.Remove(file)
	if dirty, _ := d.Dirty(); len(dirty) != 1 || dirty[0].Content != nil {
		t.Errorf("a deleted file: %+v", dirty)
	}
	if err := d.Restore("cells/clock/main.go"); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(file); string(got) != mine {
		t.Errorf("restored %q", got)
	}
	checkGit(t, dir)
}

func TestCommitByGitIsNoticed(t *testing.T) {
	dir := t.TempDir()
	d := open(t, dir)
	addClock(d)
	if err := os.WriteFile(filepath.Join(dir, "cells", "clock", "main.go"), []byte("package main\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	git(t, dir, "-c", "user.name=Ada", "-c", "user.email=a@b", "commit", "-qam", "by hand\n\nwith git")
	_, err := d.Commit(genome.Change{Sentence: "too late", Kind: genome.KindEvolve})
	if !errors.Is(err, genome.ErrMoved) {
		t.Fatalf("got %v", err)
	}
	h, _ := d.History(1)
	if d.source("clock") != "package main\n" || h[0].Kind != genome.KindHand || h[0].Sentence != "by hand" || h[0].N != 2 {
		t.Errorf("caught up to %+v", h)
	}
	d.carryOut(d.PlanUndo(0, nil))
	if d.source("clock") != clockSource {
		t.Error("a commit made with git cannot be undone")
	}
}

func TestCommitRefuses(t *testing.T) {
	dir := t.TempDir()
	d := open(t, dir)
	addClock(d)
	bad, _ := d.Head()
	bad.Cells["clock"].Opacity = 5
	for _, tt := range []struct {
		name, err string
		c         genome.Change
	}{
		{"path outside", "not a file of a cell", genome.Change{Files: map[string][]byte{"cells/clock/../../x": nil}}},
		{"root file", "not a file of a cell", genome.Change{Files: map[string][]byte{"tissue.json": nil}}},
		{"git folder", "belongs to git", genome.Change{Files: map[string][]byte{"cells/clock/.git/config": {}}}},
		{"unknown cell", "not in the document", genome.Change{Files: map[string][]byte{"cells/notes/main.go": {}}}},
		{"file in a file", "a file and a folder", genome.Change{Files: map[string][]byte{"cells/clock/main.go/x": {}}}},
		{"bad document", "opacity", genome.Change{Doc: bad}},
		{"bad receipt", "not JSON", genome.Change{Receipt: []byte("{")}},
	} {
		if _, err := d.Commit(tt.c); err == nil || !strings.Contains(err.Error(), tt.err) {
			t.Errorf("%s: got %v, want %q", tt.name, err, tt.err)
		}
	}
	if h, _ := d.History(0); len(h) != 1 {
		t.Errorf("history %+v", h)
	}
	checkGit(t, dir)
	if _, err := genome.Open(dir); err == nil || !strings.Contains(err.Error(), fmt.Sprintf("held by process %d", os.Getpid())) {
		t.Errorf("opened twice: %v", err)
	}
}

func TestAnySentenceIsASubject(t *testing.T) {
	dir := t.TempDir()
	d := open(t, dir)
	for _, s := range []string{"", "  two\n\nlines ", "Cellshell-Kind: undo", "# hash", "mach die Uhr größer 🕐", "bad \xff utf8", "{\"a\":1}", strings.Repeat("long ", 500)} {
		e := d.say(s, nil, nil)
		h, err := d.History(1)
		if err != nil || h[0].Sentence != e.Sentence || h[0].Kind != genome.KindEvolve || h[0].Of != 0 {
			t.Errorf("%.20q became %+v, %v", s, h, err)
		}
	}
	checkGit(t, dir)
}

func TestLostObjectsGoBackToTheLastWholeCommit(t *testing.T) {
	dir := t.TempDir()
	d := open(t, dir)
	addClock(d)
	e := d.say("make it blue", accent("blue"), nil)
	d.Close()
	lost := filepath.Join(dir, ".git", "objects", e.Hash[:2], e.Hash[2:])
	if err := errors.Join(os.Chmod(lost, 0o644), os.Truncate(lost, 0)); err != nil { // what a power cut can leave
		t.Fatal(err)
	}
	d = open(t, dir)
	if c := d.cell("clock"); c == nil || c.Accent != "" || !strings.Contains(d.Recovered(), "damaged") {
		t.Errorf("recovered to %+v, %q", c, d.Recovered())
	}
	if dirty, _ := d.Dirty(); len(dirty) == 0 {
		t.Error("the files of the lost commit should show as edits")
	}
	d.say("make it red", accent("red"), nil)
	git(t, dir, "fsck", "--full", "--strict", "--no-dangling", "--no-reflogs")
}

func TestWorkTreeFollowsLaterWhenGitIsInTheWay(t *testing.T) {
	dir := t.TempDir()
	d := open(t, dir)
	addClock(d)
	lock := filepath.Join(dir, ".git", "index.lock")
	if err := os.WriteFile(lock, nil, 0o644); err != nil { // another git command is running
		t.Fatal(err)
	}
	d.say("make it analog", nil, edit("digital", "analog")(d))
	d.say("make it green", accent("green"), nil)
	d.say("make it plain", nil, edit("analog", "plain")(d))
	if !strings.Contains(d.source("clock"), "plain") {
		t.Error("the change was not made")
	}
	if edits, err := d.Dirty(); len(edits) > 0 || err != nil {
		t.Errorf("the files did not follow: %+v, %v", edits, err)
	}
	if err := os.Remove(lock); err != nil {
		t.Errorf("the lock of another program was taken away: %v", err)
	}
	d.say("make it blue", accent("blue"), nil)
	checkGit(t, dir)
}

// TestCommits: the newest come first, at most so many, and what is not there is said. The log says what the history does.
func TestCommits(t *testing.T) {
	d := open(t, t.TempDir()+"/tissue")
	if c, err := d.Commits(0, 3); err != nil || len(c) != 0 {
		t.Errorf("an empty history names %v, %v", c, err)
	}
	addClock(d)
	recolor(d, 3)
	all, err := d.History(0)
	if err != nil {
		t.Fatal(err)
	}
	for i, e := range d.Log() {
		if e.Receipt, err = d.Receipt(e.Hash); err != nil || !reflect.DeepEqual(e, all[i]) {
			t.Errorf("the log says %+v, %v, the history %+v", e, err, all[i])
		}
	}
	for _, tt := range []struct{ upTo, limit, from, to int }{{0, 0, 0, len(all)}, {0, 2, 0, 2}, {len(all) + 9, 1, 0, 1}, {len(all) - 1, 2, 1, 3}, {1, 9, len(all) - 1, len(all)}} {
		page, newest := d.Page(tt.upTo, tt.limit)
		for i := range page {
			if page[i].Receipt, err = d.Receipt(page[i].Hash); err != nil {
				t.Error(err)
			}
		}
		if newest != len(all) || !reflect.DeepEqual(page, all[tt.from:tt.to]) {
			t.Errorf("%+v: %+v of %d", tt, page, newest)
		}
	}
	if _, err := d.Receipt(strings.Repeat("1", 40)); err == nil {
		t.Error("a commit that is not there has a receipt")
	}
	for _, tt := range []struct{ n, most, from, to int }{{0, 1, 0, 1}, {0, 99, 0, len(all)}, {len(all) - 1, 2, 1, 3}, {1, 5, len(all) - 1, len(all)}} {
		got, err := d.Commits(tt.n, tt.most)
		if err != nil || len(got) != tt.to-tt.from {
			t.Fatalf("%+v: %v, %v", tt, got, err)
		}
		for i, hash := range got {
			if want := all[tt.from+i].Hash; hash != want {
				t.Errorf("%+v: %d is %s, want %s", tt, i, hash, want)
			}
		}
	}
	if _, err := d.Commits(len(all)+1, 1); err == nil {
		t.Error("a change that is not there has a commit")
	}
}
