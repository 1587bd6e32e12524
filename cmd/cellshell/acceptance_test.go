package main

import (
	"fmt"
	"os"
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

// public is one line of testdata/acceptance.tsv: what people said before there was a parser.
type public struct {
	text, intent, desk string
	setup              []string // what happens before it
	at, there          string
	with               []string
	want               string
}

func publicSentences(t *testing.T) []public {
	t.Helper()
	read := func(path string) (out [][]string) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
			if !strings.HasPrefix(line, "# ") {
				out = append(out, strings.Split(line, "\t"))
			}
		}
		return out
	}
	said := read("../../evolve/reflex/testdata/acceptance.tsv")[1:]
	wants := read("testdata/acceptance.tsv")
	if len(said) != len(wants) {
		t.Fatalf("%d public sentences, %d expectations", len(said), len(wants))
	}
	var out []public
	for i, f := range wants {
		if len(f) != 5 || f[0] != said[i][0] {
			t.Fatalf("expectation %d is of %q, the public sentence is %q", i+1, f, said[i][0])
		}
		p := public{text: f[0], intent: f[1], desk: f[2], want: f[4]}
		if p.text == "(empty)" {
			p.text = ""
		}
		for _, item := range strings.Split(f[3], "; ") {
			switch verb, rest, _ := strings.Cut(item, " "); verb {
			case "at":
				p.at = rest
			case "there":
				p.there = rest
			case "with":
				p.with = strings.Fields(rest)
			case "":
			default:
				p.setup = append(p.setup, item)
			}
		}
		if only := os.Getenv("CELLSHELL_SENTENCE"); only == "" || strings.Contains(p.text, only) {
			out = append(out, p)
		}
	}
	return out
}

// TestPublicSentences says each public sentence to a running desktop that is as its context says, and looks at the
// desktop, its document and its history afterwards: "make acceptance".
func TestPublicSentences(t *testing.T) {
	byDesk := map[string][]public{}
	all := publicSentences(t)
	for i, p := range all {
		name := p.desk
		if name == "home" {
			name = fmt.Sprintf("home%d", i%2) // two desktops, for two processors
		}
		byDesk[name] = append(byDesk[name], p)
	}
	sheet := &sheet{byIntent: map[string]map[string]int{}}
	t.Run("desktop", func(t *testing.T) {
		for name, list := range byDesk {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				d := setUp(t, strings.TrimRight(name, "01"))
				base := look(t, d)
				for _, p := range list {
					v := p.meet(t, d, base)
					sheet.add(p, v)
					if len(list) > 1 {
						base, _ = back(t, d, base, v.after)
					}
				}
			})
		}
	})
	t.Log("\n" + sheet.String())
	if n := len(all); sheet.count("right")*100 < n*95 || sheet.count("wrong")*50 > n {
		t.Errorf("of %d sentences %d are right and %d are wrong edits; at least 95%% and at most 2%% are wanted", n, sheet.count("right"), sheet.count("wrong"))
	}
}

// meet says the sentence and judges what became of it.
func (p public) meet(t *testing.T, d *testenv.Desk, base *seen) verdict {
	t.Helper()
	if p.desk == "busy" {
		return interrupt(t, d, base)
	}
	for _, step := range p.setup {
		if err := prepare(d, step); err != "" {
			return verdict{kind: "failed", note: "before it: " + err, after: look(t, d)}
		}
	}
	before := base
	if len(p.setup) > 0 {
		before = look(t, d)
	}
	var r act.Receipt
	began := time.Now()
	d.Call(control.MethodEvolve, control.EvolveParams{Sentence: p.text, At: p.at, With: p.with, There: p.there}, &r)
	took := time.Since(began)
	j := &judge{base: base, before: before, after: look(t, d), desk: d, t: t}
	v := judged(j, r, p.want)
	v.receipt, v.took, v.after = r, took, j.after
	if j.tried {
		v.after = look(t, d)
	}
	forget(t, d, r)
	return v
}

// prepare does one thing before the sentence; what it returns went wrong.
func prepare(d *testenv.Desk, step string) string {
	var r act.Receipt
	verb, rest, _ := strings.Cut(step, " ")
	verb, at, _ := strings.Cut(verb, "@")
	want := act.Done
	switch verb {
	case "undo":
		d.Call(control.MethodUndo, control.UndoParams{}, &r)
	case "forget": // a wish about the whole desktop is about no thing
		d.Call(control.MethodEvolve, control.EvolveParams{Sentence: "dark mode"}, &r)
		d.Call(control.MethodUndo, control.UndoParams{}, &r)
	case "tap":
		d.Call(control.MethodTap, control.NodeParams{Target: rest}, nil)
		time.Sleep(300 * time.Millisecond) // what it does to the cell
		return ""
	case "ask":
		want = act.Asked
		fallthrough
	case "say":
		d.Call(control.MethodEvolve, control.EvolveParams{Sentence: rest, At: at}, &r)
	default:
		return "there is no step " + step
	}
	if r.Status != want {
		return fmt.Sprintf("%q: %s %s%s", step, r.Status, r.Question, r.Reason)
	}
	return ""
}

// sheet is the table of how the sentences fared.
type sheet struct {
	mu       sync.Mutex
	byIntent map[string]map[string]int
	told     []string
	took     []time.Duration // of edits
}

var columns = []string{"right", "asked", "refused", "model", "answered", "failed", "wrong"}

func (s *sheet) add(p public, v verdict) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.byIntent[p.intent] == nil {
		s.byIntent[p.intent] = map[string]int{}
	}
	s.byIntent[p.intent][v.kind]++
	if v.kind != "right" {
		s.told = append(s.told, fmt.Sprintf("%-8s %q (%s)\n         want %s\n         %s", v.kind, p.text, strings.Join(append(p.setup, p.at), "; "), p.want, v.note))
	}
	if v.receipt.Commit != "" {
		s.took = append(s.took, v.took)
	}
}

func (s *sheet) count(kind string) (n int) {
	for _, c := range s.byIntent {
		n += c[kind]
	}
	return n
}

func (s *sheet) String() string {
	var b strings.Builder
	line := func(name string, count func(string) int) {
		fmt.Fprintf(&b, "%-18s", name)
		for _, c := range columns {
			fmt.Fprintf(&b, "%10d", count(c))
		}
		b.WriteByte('\n')
	}
	fmt.Fprintf(&b, "%-18s", "")
	for _, c := range columns {
		fmt.Fprintf(&b, "%10s", map[string]string{"model": "to model", "wrong": "wrong edit"}[c]+map[bool]string{true: c}[c != "model" && c != "wrong"])
	}
	b.WriteByte('\n')
	var intents []string
	for name := range s.byIntent {
		intents = append(intents, name)
	}
	sort.Strings(intents)
	for _, name := range intents {
		line(name, func(c string) int { return s.byIntent[name][c] })
	}
	line("all", s.count)
	fmt.Fprintf(&b, "from sentence to receipt: p50 %v p95 %v of %d edits\n", share(s.took, .5), share(s.took, .95), len(s.took))
	slices.Sort(s.told)
	return b.String() + strings.Join(s.told, "\n")
}
