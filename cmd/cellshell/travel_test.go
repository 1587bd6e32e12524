package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cellshell/internal/testenv"
	"cellshell/shell/control"
)

// lineage is what git sees of the desktop: "main" or an attempt.
func lineage(t *testing.T, d *testenv.Desk) string {
	t.Helper()
	head, err := os.ReadFile(filepath.Join(tissueDir(d), ".git", "HEAD"))
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimPrefix(strings.TrimSpace(string(head)), "ref: refs/heads/")
}

func tissueDir(d *testenv.Desk) string {
	var st control.Status
	d.Call(control.MethodStatus, nil, &st)
	return st.Data
}

// ok runs the command line, which must succeed.
func ok(t *testing.T, d *testenv.Desk, args ...string) string {
	t.Helper()
	out, errs, code := d.Cell(args...)
	if code != 0 {
		t.Fatalf("cell %s: exit %d\n%s%s", strings.Join(args, " "), code, out, errs)
	}
	return out + errs
}

func TestBranchesAndRestore(t *testing.T) {
	d := testenv.Start(t)
	before := node(t, d, "counter", "plus")
	ok(t, d, "tap", "counter/plus")
	if out := ok(t, d, "branch"); !strings.Contains(out, "Nothing is being tried") {
		t.Errorf("cell branch says %q", out)
	}
	ok(t, d, "branch", "bold")
	d.Must(before.ID, "make this button bigger")
	d.Must(before.ID, "make it red")
	if out := ok(t, d, "branch"); !strings.Contains(out, `"bold"`) || !strings.Contains(out, "2") || lineage(t, d) != "bold" {
		t.Errorf("cell branch says %q, git is on %s", out, lineage(t, d))
	}

	d.KillBody() // an attempt outlives it
	d.WaitUp(10 * time.Second)
	if lineage(t, d) != "bold" {
		t.Fatal("the attempt is forgotten")
	}
	if out := ok(t, d, "branch", "drop"); !strings.Contains(out, "Threw away 2 changes") {
		t.Errorf("cell branch drop says %q", out)
	}
	if said := historyOf(d)[0].Sentence; said != "throw bold away" {
		t.Errorf("the history says %q of it", said)
	}
	if now := node(t, d, "counter", "plus"); now.Bounds != before.Bounds || lineage(t, d) != "main" {
		t.Errorf("after throwing it away the button is %+v, git on %s", now.Bounds, lineage(t, d))
	}
	if got := node(t, d, "counter", "count").Text; got != "1" {
		t.Errorf("the count is %s", got)
	}
	ok(t, d, "undo") // brings it back, in one step
	near(t, "width", node(t, d, "counter", "plus").Bounds.W, before.Bounds.W*1.5, 1)

	ok(t, d, "branch", "calm")
	d.Must("", "dark mode")
	ok(t, d, "branch", "keep")
	if lineage(t, d) != "main" {
		t.Errorf("kept, git is on %s", lineage(t, d))
	}
	if _, errs, code := d.Cell("branch", "keep"); code != 1 || !strings.Contains(errs, "Nothing is being tried") {
		t.Errorf("keeping nothing: exit %d, %q", code, errs)
	}
	if out := ok(t, d, "restore", "1"); !strings.Contains(out, "As it was after #1: start") {
		t.Errorf("cell restore says %q", out)
	}
	if now := node(t, d, "counter", "plus"); now.Bounds != before.Bounds {
		t.Errorf("restored to the start the button is %+v", now.Bounds)
	}
	if _, errs, code := d.Cell("restore", "99"); code != 1 || !strings.Contains(errs, "99") {
		t.Errorf("restore 99: exit %d, %q", code, errs)
	}
}

// TestAnAttemptEndsByItself lets the time of attempts run out: one with changes is thrown away, one without is over. Neither
// needs anybody to look, nor that the desktop ran all the time.
func TestAnAttemptEndsByItself(t *testing.T) {
	d := testenv.Start(t)
	before := node(t, d, "counter", "plus")
	runsOut := func(how, said string, changes int) {
		t.Helper()
		if out := ok(t, d, "branch"); !strings.Contains(out, "minutes from now") {
			t.Errorf("%s: cell branch says %q", how, out)
		}
		path := filepath.Join(tissueDir(d), ".git", "cellshell-branch")
		d.Stop()
		var kept map[string]any
		if err := json.Unmarshal(contents(t, path), &kept); err != nil {
			t.Fatal(err)
		}
		kept["until"] = time.Now().Add(2 * time.Second)
		data, err := json.Marshal(kept)
		if err == nil {
			err = os.WriteFile(path, data, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
		d.Run()
		testenv.Eventually(t, 30*time.Second, how+": it ends by itself", func() bool {
			out, _, _ := d.Cell("branch")
			return strings.Contains(out, "Nothing is being tried") && lineage(t, d) == "main"
		})
		if h := historyOf(d); len(h) != changes || h[0].Sentence != said {
			t.Errorf("%s: the history is %+v", how, h)
		}
	}
	ok(t, d, "branch", "bold", "--for", "1h")
	d.Must(before.ID, "make this button bigger")
	runsOut("with a change", "the time of bold is over", 2)
	testenv.Eventually(t, 10*time.Second, "the button is as it was", func() bool { return node(t, d, "counter", "plus").Bounds == before.Bounds })
	ok(t, d, "branch", "idle", "--for", "1h")
	runsOut("without any", "the time of bold is over", 2)
}

func TestSavingAFileIsAnEdit(t *testing.T) {
	d := testenv.Start(t)
	file := filepath.Join(tissueDir(d), "cells", "counter", "main.go")
	source, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	reset := func() string { return node(t, d, "counter", "reset").Text }
	ok(t, d, "tap", "counter/plus")

	// As vim does it: the text goes into another file, which takes the place.
	good := strings.Replace(string(source), `"Reset"`, `"One more"`, 1)
	if good == string(source) {
		t.Fatalf("there is no \"Reset\" in\n%s", source)
	}
	save(t, file+".new", good)
	if err := os.Rename(file+".new", file); err != nil {
		t.Fatal(err)
	}
	testenv.Eventually(t, 10*time.Second, "the saved program runs", func() bool { return reset() == "One more" })
	if got := node(t, d, "counter", "count").Text; got != "1" {
		t.Errorf("the count is %s", got)
	}
	if h := historyOf(d); h[0].Sentence != "edit counter" {
		t.Errorf("the newest change is %+v", h[0])
	}

	bad := strings.Replace(good, "func main()", "func broken() { return 7 }\n\nfunc main()", 1)
	save(t, file, bad)
	testenv.Eventually(t, 10*time.Second, "the reason stands on the cell", func() bool { return strings.Contains(d.Inspect("counter").Note, "main.go:") })
	if out := ok(t, d, "logs", "counter"); !strings.Contains(out, "main.go:") || !strings.Contains(out, "return 7") {
		t.Errorf("the log names no line:\n%s", out)
	}
	if on, _ := os.ReadFile(file); string(on) != bad || reset() != "One more" {
		t.Error("what was written is lost, or runs")
	}
	d.Must("notes", "make the notes bigger") // other changes do not disturb it
	if on, _ := os.ReadFile(file); string(on) != bad {
		t.Error("a later change overwrote what was written")
	}
	save(t, file, strings.Replace(good, "One more", "And one", 1))
	testenv.Eventually(t, 10*time.Second, "mended, it runs and the note goes", func() bool {
		return reset() == "And one" && d.Inspect("counter").Note == ""
	})

	// Its genome.toml is a file of it like any other.
	manifest := filepath.Join(filepath.Dir(file), "genome.toml")
	told := string(contents(t, manifest))
	save(t, manifest, strings.Replace(told, `title = "Counter"`, `title = "Tally"`, 1))
	testenv.Eventually(t, 10*time.Second, "the manifest that was saved counts", func() bool {
		return d.Inspect("counter").Title == "Tally" && historyOf(d)[0].Sentence == "edit genome.toml of counter" && isAsKept(t, d, "cells/counter/genome.toml")
	})
	save(t, manifest, strings.Replace(told, `kind = "widget"`, `kind = "gadget"`, 1))
	testenv.Eventually(t, 10*time.Second, "what is wrong with it stands on the cell", func() bool { return strings.Contains(d.Inspect("counter").Note, "genome.toml: ") })
	mended := string(contents(t, file))
	save(t, file, bad)
	testenv.Eventually(t, 10*time.Second, "what is wrong with both stands there", func() bool {
		n := d.Inspect("counter").Note
		return strings.Contains(n, "main.go:") && strings.Contains(n, "genome.toml: ")
	})
	save(t, file, mended)
	testenv.Eventually(t, 10*time.Second, "the one that is mended is no longer told of, the other is", func() bool {
		n := d.Inspect("counter").Note
		return !strings.Contains(n, "main.go:") && strings.Contains(n, "genome.toml: ")
	})
	save(t, manifest, told)
	testenv.Eventually(t, 10*time.Second, "mended, it counts and the note goes", func() bool {
		return d.Inspect("counter").Title == "Counter" && d.Inspect("counter").Note == ""
	})

	doc := filepath.Join(tissueDir(d), "tissue.json")
	text, err := os.ReadFile(doc)
	if err != nil {
		t.Fatal(err)
	}
	save(t, doc, strings.Replace(string(text), `"title": "Counter"`, `"title": "Laps"`, 1))
	testenv.Eventually(t, 10*time.Second, "the document that was saved counts", func() bool { return d.Inspect("counter").Title == "Laps" })
	testenv.Eventually(t, 10*time.Second, "it stands in the file as the history keeps it", func() bool { return isAsKept(t, d, "tissue.json") })

	// A program writes the same in its own way: it has to count once, and not again after each later change.
	var other bytes.Buffer
	if text, err = os.ReadFile(doc); err != nil {
		t.Fatal(err)
	}
	if err := json.Compact(&other, []byte(strings.Replace(string(text), `"title": "Laps"`, `"title": "Rounds"`, 1))); err != nil {
		t.Fatal(err)
	}
	save(t, doc, other.String())
	testenv.Eventually(t, 10*time.Second, "the document written otherwise counts", func() bool { return d.Inspect("counter").Title == "Rounds" })
	testenv.Eventually(t, 10*time.Second, "it is written as the history keeps it", func() bool { return isAsKept(t, d, "tissue.json") })
	d.Must("", "dark mode")
	n := len(historyOf(d))
	save(t, file+".new", "") // something to look at
	if err := os.Remove(file + ".new"); err != nil {
		t.Fatal(err)
	}
	time.Sleep(300 * time.Millisecond) // what must not happen has no end to wait for
	if h := historyOf(d); len(h) != n || h[0].Sentence != "dark mode" {
		t.Errorf("a document that was taken was taken again: %+v", h[0])
	}
	save(t, doc, "{ not json")
	testenv.Eventually(t, 10*time.Second, "a document that is none is refused in the log", func() bool { return strings.Contains(d.Log(), "tissue.json") })
	if d.Inspect("counter").Title != "Rounds" || len(historyOf(d)) != n {
		t.Error("a document that is none changed the desktop")
	}

	d.Stop() // what is saved while no body runs is taken at the next start
	save(t, file, strings.Replace(good, "One more", "At last", 1))
	d.Run()
	d.WaitUp(20 * time.Second)
	testenv.Eventually(t, 10*time.Second, "it runs", func() bool { return reset() == "At last" })
}

func TestWhatGitDoesIsFollowed(t *testing.T) {
	d := testenv.Start(t)
	dir := tissueDir(d)
	git := func(args ...string) {
		t.Helper()
		cmd := exec.Command("git", append([]string{"-C", dir, "-c", "user.name=Ada", "-c", "user.email=ada@example.org"}, args...)...)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
		}
	}
	file := filepath.Join(dir, "cells", "counter", "main.go")
	source, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	reset := func() string { return node(t, d, "counter", "reset").Text }
	followed := func(changes int) bool { // by a change of its own, which is the last of so many
		h := historyOf(d)
		return len(h) == changes && h[0].Sentence == "take over what git did"
	}
	ok(t, d, "tap", "counter/plus")
	before := node(t, d, "counter", "plus")

	// The commit stands before anybody looked at the file, as in a script.
	save(t, file, strings.Replace(string(source), `"Reset"`, `"By hand"`, 1))
	git("commit", "-qam", "by hand")
	testenv.Eventually(t, 10*time.Second, "what was committed runs", func() bool { return reset() == "By hand" })
	d.Must(before.ID, "make this button bigger")
	near(t, "width", node(t, d, "counter", "plus").Bounds.W, before.Bounds.W*1.5, 1)
	if got := node(t, d, "counter", "count").Text; got != "1" || reset() != "By hand" {
		t.Errorf("after a sentence the count is %s and the button %q", got, reset())
	}

	git("reset", "-q", "--hard", "HEAD~2") // to a commit that was followed before
	testenv.Eventually(t, 10*time.Second, "a reset to a commit by hand is followed", func() bool {
		return followed(3) && node(t, d, "counter", "plus").Bounds == before.Bounds
	})
	if reset() != "By hand" {
		t.Errorf("the button is %q", reset())
	}

	git("reset", "-q", "--hard", "HEAD~2")
	testenv.Eventually(t, 10*time.Second, "a reset is followed", func() bool {
		return reset() == "Reset" && node(t, d, "counter", "plus").Bounds == before.Bounds
	})
	d.Must("", "dark mode")

	git("switch", "-q", "-c", "elsewhere", "HEAD~1")
	testenv.Eventually(t, 10*time.Second, "a switch is followed", func() bool { return followed(3) })
	save(t, file, "package main\n\nfunc main() { this is no Go }\n")
	git("commit", "-qam", "broken")
	testenv.Eventually(t, 10*time.Second, "what cannot run is said", func() bool { return strings.Contains(d.Log(), "cannot run") })
	if reset() != "Reset" {
		t.Errorf("the button is %q", reset())
	}
	git("revert", "--no-edit", "HEAD")
	testenv.Eventually(t, 10*time.Second, "taking it back is seen", func() bool { return strings.HasPrefix(historyOf(d)[0].Sentence, "Revert") })
	d.Must(before.ID, "make this button bigger")
	if got := node(t, d, "counter", "count").Text; got != "1" {
		t.Errorf("the count is %s", got)
	}
}

// isAsKept tells whether a file of the work tree is, byte for byte, that of the newest commit.
func isAsKept(t *testing.T, d *testenv.Desk, file string) bool {
	t.Helper()
	out, err := exec.Command("git", "--no-optional-locks", "-C", tissueDir(d), "status", "--short", file).CombinedOutput()
	if err != nil {
		t.Fatalf("git status: %v: %s", err, out)
	}
	return len(out) == 0
}

func historyOf(d *testenv.Desk) []control.HistoryEntry {
	var h []control.HistoryEntry
	d.Call(control.MethodHistory, control.HistoryParams{}, &h)
	return h
}

func save(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestAnAttemptBySentence(t *testing.T) {
	d := testenv.Start(t)
	before := node(t, d, "counter", "plus")
	d.Must("", "let me try something for an hour")
	d.Must(before.ID, "make this button bigger")
	if out := ok(t, d, "branch"); !strings.Contains(out, "attempt") || !strings.Contains(out, "from now") {
		t.Errorf("cell branch says %q", out)
	}
	d.Must("", "I don't like it, throw it away")
	if now := node(t, d, "counter", "plus"); now.Bounds != before.Bounds || lineage(t, d) != "main" {
		t.Errorf("thrown away, the button is %+v, git on %s", now.Bounds, lineage(t, d))
	}
	d.Must("", "go back to number 1")
}
