package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"sync"
	"testing"
	"time"

	"cellshell/evolve/act"
	"cellshell/internal/testenv"
	"cellshell/shell/control"
)

// desks are the desktops sentences are said to: the built-ins added to the first desktop, and what was said to them.
var desks = map[string]struct{ spawn, say []string }{
	"plain": {},
	"clock": {spawn: []string{"clock"}},
	"two":   {spawn: []string{"clock", "clock", "counter"}, say: []string{"make clock-2 analog"}},
	"many":  {spawn: []string{"clock", "calculator", "counter"}, say: []string{"move the clock to the centre", "move the calculator to the centre"}},
}

// sentence is one line of testdata/sentences*.tsv.
type sentence struct {
	desk, at string
	before   []string // said before
	text     string
	want     string
}

func (s sentence) String() string {
	out := s.text
	if s.at != "" {
		out += " (at " + s.at + ")"
	}
	if len(s.before) > 0 {
		out = strings.Join(s.before, "; ") + "; " + out
	}
	return out
}

// sentences reads all lists, or those that $CELLSHELL_LISTS names.
func sentences(t *testing.T) map[string][]sentence {
	t.Helper()
	pattern := os.Getenv("CELLSHELL_LISTS")
	if pattern == "" {
		pattern = "testdata/sentences*.tsv"
	}
	lists, err := filepath.Glob(pattern)
	if err != nil || len(lists) == 0 {
		t.Fatalf("%s: no lists: %v", pattern, err)
	}
	out := map[string][]sentence{}
	for _, path := range lists {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for n, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
			if strings.HasPrefix(line, "#") {
				continue
			}
			p := strings.Split(line, "\t")
			if len(p) != 5 {
				t.Fatalf("%s:%d: %d fields, want 5", path, n+1, len(p))
			}
			s := sentence{desk: p[0], at: p[1], text: p[3], want: p[4]}
			if p[2] != "" {
				s.before = strings.Split(p[2], "; ")
			}
			if _, ok := desks[s.desk]; !ok {
				t.Fatalf("%s:%d: no desktop %q", path, n+1, s.desk)
			}
			if only := os.Getenv("CELLSHELL_SENTENCE"); only == "" || strings.Contains(s.String(), only) {
				out[s.desk] = append(out[s.desk], s)
			}
		}
	}
	return out
}

// TestSentences says sentences to real desktops and believes no receipt: what is true afterwards is read from inspect,
// from the history and from the pixels. A question is no mistake; a wrong edit is, and at most one in fifty may be one.
func TestSentences(t *testing.T) {
	var mu sync.Mutex
	tally := map[string]int{}
	var told []string
	var times, undos []time.Duration
	all := sentences(t)
	t.Run("desktop", func(t *testing.T) {
		for name, list := range all {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				d := testenv.Start(t)
				for _, g := range desks[name].spawn {
					d.Call(control.MethodSpawn, control.SpawnParams{Gene: g}, &act.Receipt{})
				}
				for _, s := range desks[name].say {
					d.Must("", s)
				}
				base := look(t, d)
				for _, s := range list {
					v := say(t, d, base, s)
					mu.Lock()
					tally[v.kind]++
					if v.kind != "right" || v.note != "" {
						told = append(told, fmt.Sprintf("%-8s %s\n         want %s\n         %s", v.kind, s, s.want, v.note))
					}
					if v.receipt.Commit != "" && len(v.receipt.Acts) > 0 {
						times = append(times, v.took)
					}
					mu.Unlock()
					var undone []time.Duration
					base, undone = back(t, d, base, v.after)
					mu.Lock()
					undos = append(undos, undone...)
					mu.Unlock()
				}
			})
		}
	})
	total := 0
	for _, n := range tally {
		total += n
	}
	sort.Strings(told)
	for _, s := range told {
		t.Log(s)
	}
	t.Logf("%d sentences: %v", total, tally)
	t.Logf("time of an edit: p50 %v p95 %v of %d; undo: p50 %v p95 %v of %d", share(times, .5), share(times, .95), len(times), share(undos, .5), share(undos, .95), len(undos))
	if tally["wrong"]*50 > total {
		t.Errorf("%d of %d sentences were wrong edits", tally["wrong"], total)
	}
	if tally["right"]*100 < total*85 {
		t.Errorf("only %d of %d sentences were right", tally["right"], total)
	}
}

// verdict is how a sentence went: right, asked, model, refused, failed, or wrong when it changed what it should not have.
type verdict struct {
	kind, note string
	receipt    act.Receipt
	took       time.Duration
	after      *seen
}

func say(t *testing.T, d *testenv.Desk, base *seen, s sentence) (v verdict) {
	t.Helper()
	for _, before := range s.before {
		var r act.Receipt
		if before == "undo" {
			d.Call(control.MethodUndo, control.UndoParams{}, &r)
		} else {
			d.Call(control.MethodEvolve, control.EvolveParams{Sentence: before}, &r)
		}
		if r.Status != act.Done {
			return verdict{kind: "failed", after: look(t, d), note: fmt.Sprintf("before it, %q: %s %s%s", before, r.Status, r.Question, r.Reason)}
		}
	}
	before := base
	if len(s.before) > 0 {
		before = look(t, d)
	}
	began := time.Now()
	d.Call(control.MethodEvolve, control.EvolveParams{Sentence: s.text, At: s.at}, &v.receipt)
	v.took = time.Since(began)
	r := v.receipt
	after := look(t, d)
	v.after = after
	defer forget(t, d, r)
	w := judged(&judge{base: base, before: before, after: after, desk: d, t: t}, r, s.want)
	w.receipt, w.took, w.after = v.receipt, v.took, v.after
	return w
}

// outcome sorts receipts: done is an edit, answer is done without one.
func outcome(r act.Receipt) string {
	switch r.Status {
	case act.Done:
		if r.Commit == "" {
			return "answer"
		}
		return "done"
	case act.Refused:
		return "refuse"
	case act.Asked:
		if strings.Contains(r.Question+r.Reason, "model") {
			return "model"
		}
		return "ask"
	}
	if strings.Contains(r.Reason, "model") || strings.Contains(r.Reason, "OPENAI") {
		return "model"
	}
	return "fail"
}

// receipt lists what a receipt says that is not so.
func receipt(before, after *seen, r act.Receipt) (lies []string) {
	say := func(format string, args ...any) { lies = append(lies, fmt.Sprintf(format, args...)) }
	tm := r.Timing
	if sum := tm.Understand + tm.Write + tm.Gate + tm.Build + tm.Trial + tm.Swap; sum > tm.Total+0.1 {
		say("its stages take %.2f ms, all of it %.2f", sum, tm.Total)
	}
	added := after.history[0].N - before.history[0].N
	if r.Commit == "" {
		if added != 0 {
			say("no commit, but %d in the history", added)
		}
		return lies
	}
	if r.Status != act.Done {
		say("%s with a commit", r.Status)
	}
	if added < 1 || after.history[0].Commit != r.Commit {
		say("commit %.8s, the history's newest is %.8s", r.Commit, after.history[0].Commit)
	}
	for _, c := range r.Checks {
		if !c.OK {
			say("done, but %s: %s → %s", c.What, c.Before, c.After)
		}
	}
	if r.Engine != "" && tm.Trial+tm.Build <= 0 {
		say("a trial that took no time")
	}
	if r.MovedOthers != 0 {
		say("%d others moved", r.MovedOthers)
	}
	if len(r.Acts) == 1 && r.Acts[0].Target.Node != "" {
		if got := reflow(before, after, r.Target); !slices.Equal(got, r.Reflowed) {
			say("reflowed %v, seen %v", r.Reflowed, got)
		}
	}
	return lies
}

// back undoes until the desktop looks as it did in the beginning, and returns that look with the newest history.
func back(t *testing.T, d *testenv.Desk, base, now *seen) (_ *seen, took []time.Duration) {
	t.Helper()
	for range 8 {
		why := same(base, now)
		if why == "" {
			why = documents(base, now)
		}
		if why == "" {
			why = pixels(base, now, nil)
		}
		if why == "" {
			return now, took
		}
		var r act.Receipt
		began := time.Now()
		d.Call(control.MethodUndo, control.UndoParams{}, &r)
		took = append(took, time.Since(began))
		if r.Status != act.Done {
			t.Fatalf("undo: %s %s; %s", r.Status, r.Reason, why)
		}
		now = look(t, d)
	}
	t.Fatalf("undoing everything does not lead back: %s%s%s", same(base, now), documents(base, now), pixels(base, now, nil))
	return nil, nil
}

func share(d []time.Duration, p float64) time.Duration {
	if len(d) == 0 {
		return 0
	}
	slices.Sort(d)
	return d[min(len(d)-1, int(p*float64(len(d))))].Round(100 * time.Microsecond)
}
