package main

import (
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"cellshell/evolve/llm/llmtest"
	"cellshell/internal/testenv"
	"cellshell/shell/control"
)

// TestHostileModelFolderAndHistory lets a model's server flood and lie, a folder of recorded calls hold anything, and the
// history say what no desktop wrote. The desktop stays, and says why.
func TestHostileModelFolderAndHistory(t *testing.T) {
	d := withModel(t)
	settled(t, d.Desk)
	for name, reply := range map[string]llmtest.Reply{
		"floods":                      {Text: clicks, How: llmtest.Floods, Always: true},
		"floods, and counts nothing":  {Text: clicks, How: llmtest.Floods, In: -1 << 40, Out: 1<<40 + 1, Always: true},
		"an answer of half a million": {Text: strings.Repeat(clicks, 400), Always: true},
		"one line":                    {Text: "```go\n" + strings.Repeat("x", 200_000) + "\n```\n", Always: true},
		"nonsense":                    {Text: strings.Repeat("\x00\x1b[2J\u202e```go\nfunc (\n```", 50), Always: true},
	} {
		t.Run(name, func(t *testing.T) {
			d.t = t
			r := d.failed(countClicks, reply)
			if r.Reason == "" || len(r.Reason) > 4096 || r.Cost.TokensIn < 0 || r.Cost.TokensOut < 0 {
				t.Errorf("%d letters of reason, cost %+v: %.300q", len(r.Reason), r.Cost, r.Reason)
			}
		})
	}
	t.Run("folders", func(t *testing.T) {
		was := stand(t, d.Desk)
		for name, make := range map[string]func(path string) error{
			"a pipe":  func(path string) error { return syscall.Mkfifo(path, 0o600) },
			"a zero":  func(path string) error { return os.Symlink("/dev/zero", path) },
			"garbage": func(path string) error { return os.WriteFile(path, []byte("\x1b[2J{"), 0o600) },
			"a format": func(path string) error {
				return os.WriteFile(path, []byte(`{"hash":"e3b0c44298fc1c149afbf4c8996fb924","settings":{"format":"../../x"},"messages":[],"answer":{"Text":"x"}}`), 0o600)
			},
		} {
			dir := t.TempDir()
			if err := make(filepath.Join(dir, "001.json")); err != nil {
				t.Fatal(err)
			}
			began := time.Now()
			_, errs, code := d.Cell("evolve", "--at", "counter/plus", "--replay", dir, countClicks)
			if code == 0 || strings.Contains(errs, "\x1b") || time.Since(began) > 20*time.Second {
				t.Errorf("%s: exit code %d after %v: %q", name, code, time.Since(began), errs)
			}
		}
		was.same(t, d.Desk)
	})
	t.Run("history", func(t *testing.T) {
		dir := tissueDir(d.Desk)
		commit := func(message string) {
			t.Helper()
			cmd := exec.Command("git", "-C", dir, "-c", "user.name=\x1b[31mEve", "-c", "user.email=e@e", "commit", "-q", "--allow-empty", "--cleanup=verbatim", "-F", "-")
			cmd.Stdin = strings.NewReader(message)
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("git: %v\n%s", err, out)
			}
		}
		tampered := func(acts string) string {
			return "tampered\n\n" + `{"sentence":"tampered","status":"done","acts":[` + acts + `],"target":{"cell":"counter"},"checks":[],"timing_ms":{"total":-1e300}}` + "\n\nCellshell-Kind: evolve\nCellshell-Status: done\nCellshell-Of: 99\n"
		}
		messages := []string{
			"\x1b]0;owned\x07\x1b[2Jcleared \u202eback\n\nbody\x1b[31m",
			strings.Repeat("long ", 400_000) + "\n\n" + strings.Repeat("body\n", 200_000),
			"\xff\xfe\n\n\xff",
			tampered(`{"intent":"repeat","args":{"count":9223372036854775807}}`),
			tampered(`{"intent":"undo","args":{"number":-9223372036854775808}}`),
			tampered(`{"intent":"resize","target":{"cell":"counter"},"args":{"factor":1e308}}`),
		}
		for _, m := range messages {
			commit(m)
			began := time.Now()
			r := d.Evolve("", "again")
			if r.Status == "" || len(r.Line()) > 4096 || time.Since(began) > 20*time.Second {
				t.Errorf("%.40q: again: %s after %v: %.300s", m, r.Status, time.Since(began), r.Line())
			}
			if r.Commit != "" {
				d.Must("", "undo")
			}
		}
		for _, args := range [][]string{{"history"}, {"diff"}, {"evolve", "what changed today"}, {"evolve", "why did the counter move"}, {"inspect", "counter"}} {
			out, errs, code := d.Cell(args...)
			if strings.ContainsAny(out+errs, "\x1b\x07") || strings.Contains(out, "\u202e") || code != 0 || len(out) > 64<<10 {
				t.Errorf("cell %s: exit code %d, %d letters, %.300q %.300q", strings.Join(args, " "), code, len(out), out, errs)
			}
		}
		d.Must("", "open the time machine")
		testenv.Eventually(t, 10*time.Second, "the time machine lists them", func() bool {
			return testenv.Node(d.Inspect("timemachine").Tree, func(n *control.NodeDetail) bool { return n.Text == "tampered" }) != nil
		})
		d.Must("counter/plus", "make this button bigger")
		if n := node(t, d.Desk, "counter", "plus"); n.Bounds.W > 200 || math.IsNaN(n.Bounds.W) {
			t.Errorf("the button is %v", n.Bounds)
		}
	})
}
