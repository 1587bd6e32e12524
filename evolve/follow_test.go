package evolve_test

import (
	"context"
	"os/exec"
	"strings"
	"testing"

	"cellshell/evolve/act"
)

// git runs git in the folder of a desk's history.
func (d *desk) git(args ...string) string {
	d.t.Helper()
	cmd := exec.Command("git", append([]string{"-C", d.Store.Dir(), "-c", "user.name=Ada", "-c", "user.email=a@b"}, args...)...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		d.t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

// What git did is there before the sentence that comes right after it, and that sentence is not refused for it.
func TestSentenceRightAfterGit(t *testing.T) {
	d := doorDesk(t)
	start := d.git("rev-parse", "HEAD")
	if r := d.say("use an orange accent"); r.Status != act.Done {
		t.Fatal(r.Line())
	}
	d.git("commit", "-q", "--allow-empty", "-m", "by hand")
	if r := d.say("light mode"); r.Status != act.Done || r.Commit == "" {
		t.Errorf("after a commit by hand: %s", r.Line())
	}
	d.git("reset", "-q", "--hard", start)
	if r := d.say("call the lamp Sun"); r.Status != act.Done || r.Commit == "" {
		t.Errorf("after a reset: %s", r.Line())
	}
	doc := d.Desk.Scene().Doc
	if doc.Theme.Accent == "orange" || doc.Theme.Mode == "light" || doc.Cells["lamp"].Title != "Sun" {
		t.Errorf("what was reset came back: %+v, %q", doc.Theme, doc.Cells["lamp"].Title)
	}
	if r := d.Follow(context.Background()); r.Status != act.Done || r.Commit != "" {
		t.Errorf("there was something left to follow: %s", r.Line())
	}
}
