package evolve_test

import (
	"bufio"
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"cellshell/evolve"
	"cellshell/evolve/act"
)

// said are the sentences of the parser's own lists.
func said(t testing.TB, names ...string) []string {
	t.Helper()
	var out []string
	for _, name := range names {
		f, err := os.Open(filepath.Join("reflex", "testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(f)
		for lines.Scan() {
			if s, _, ok := strings.Cut(lines.Text(), "\t"); ok && s != "utterance" && !strings.HasPrefix(s, "#") {
				out = append(out, s)
			}
		}
		f.Close()
	}
	return out
}

// mute is a writer that counts and gives up.
type mute struct{ asked int }

func (m *mute) Write(context.Context, evolve.WriteRequest, func(evolve.Progress)) (evolve.Written, error) {
	m.asked++
	return evolve.Written{}, errors.New("nothing to say")
}

func (m *mute) Estimate(r evolve.WriteRequest) int { return 1000 + len(r.Source)/4 }

func crowded(t *testing.T, w evolve.Writer) *desk {
	t.Helper()
	d := doorDesk(t)
	d.SetWriter(w)
	for _, gene := range []string{"clock", "notes", "counter"} {
		if r := d.Spawn(context.Background(), evolve.SpawnRequest{Gene: gene}); r.Status != act.Done {
			t.Fatal(r.Reason)
		}
	}
	d.PointAt("door", "column0/keys/Lock")
	return d
}

// TestPreviewIsWhatHappens says every sentence twice: to be previewed, and to be carried out.
func TestPreviewIsWhatHappens(t *testing.T) {
	for _, with := range []string{"without a model", "with a model"} {
		t.Run(with, func(t *testing.T) {
			t.Parallel()
			m := &mute{}
			var w evolve.Writer
			lists := []string{"acceptance.tsv", "phrases.tsv"}
			if with == "with a model" {
				w, lists = m, lists[:1]
			}
			var d *desk
			lanes := map[evolve.Lane]int{}
			for i, s := range said(t, lists...) {
				if i%60 == 0 {
					d = crowded(t, w)
				}
				trials, asked := d.Trials, m.asked
				p := d.Preview(evolve.Request{Sentence: s})
				if again := d.Preview(evolve.Request{Sentence: s}); !reflect.DeepEqual(p, again) {
					t.Errorf("%q is previewed as %+v, then as %+v", s, p, again)
				}
				if d.Trials != trials || m.asked != asked {
					t.Fatalf("the preview of %q tried something", s)
				}
				lanes[p.Lane]++
				r := d.Evolve(context.Background(), evolve.Request{Sentence: s})
				if why := disagree(p, r, m.asked > asked); why != "" {
					t.Errorf("%q: %s\npreview %+v\nreceipt %s %s %q %v", s, why, p, r.Status, r.Route, r.Question+r.Reason, r.Choices)
				}
			}
			t.Logf("%v", lanes)
			if lanes[evolve.LaneDo] < 60 || lanes[evolve.LaneAsk] < 5 || lanes[evolve.LaneAnswer] < 5 {
				t.Errorf("too few of a kind to mean anything: %v", lanes)
			}
		})
	}
}

// disagree says how a preview was wrong, "" when it was right. An edit that was foreseen may still fail in its trial.
func disagree(p evolve.Preview, r act.Receipt, asked bool) string {
	if asked != (p.Lane == evolve.LaneModel) {
		return "the model was asked, or was not"
	}
	switch p.Lane {
	case evolve.LaneDo:
		if p.Plan == "" {
			return "a plan without words"
		}
		history := slices.ContainsFunc(p.Acts, func(a act.Act) bool { return a.Intent == act.Undo || a.Intent == act.Redo })
		if r.Status == act.Done && !history && !reflect.DeepEqual(p.Acts, r.Acts) {
			return "other acts"
		}
		if r.Status == act.Refused && r.Target == (act.Target{}) {
			return "refused by the parser"
		}
	case evolve.LaneAsk, evolve.LaneUnknown:
		if r.Status != act.Asked || r.Question != p.Question || !slices.Equal(r.Choices, p.Choices) {
			return "another question, or none"
		}
	case evolve.LaneAnswer:
		if r.Status != act.Done || r.Commit != "" || r.Reason == "" {
			return "no answer"
		}
	case evolve.LaneRefuse:
		if r.Status != act.Refused || r.Reason != p.Reason {
			return "another refusal, or none"
		}
	case evolve.LaneNoModel:
		if r.Status != act.Failed || !strings.Contains(r.Reason, "model") {
			return "no word of a model"
		}
	case evolve.LaneModel:
		if p.Tokens < 1000 {
			return "no estimate"
		}
	case evolve.LaneEmpty:
		if r.Commit != "" {
			return "something was done"
		}
	}
	return ""
}

func TestPreviewKeepsTheQuestion(t *testing.T) {
	d := doorDesk(t)
	r := d.say("make the button bigger")
	if r.Status != act.Asked || len(r.Choices) < 2 {
		t.Fatalf("got %+v", r)
	}
	p := d.Preview(evolve.Request{Sentence: r.Choices[0]})
	if p.Lane != evolve.LaneDo || len(p.Targets) != 1 {
		t.Errorf("the answer is previewed as %+v", p)
	}
	if r := d.Answer(context.Background(), "1"); r.Status != act.Done {
		t.Errorf("the question was gone: %+v", r)
	}
}

func TestPreviewLines(t *testing.T) {
	d := crowded(t, nil)
	tests := []struct{ say, line, target string }{
		{"make this button bigger", "resize · Lock · ×1.5", "door/column0/keys/Lock"},
		{"make the clock red", "colour · Clock · red", "clock/"},
		{"dark mode", "theme · dark", ""},
		{"make the clock flibber", "not understood: “flibber”", "clock/"},
		{"what can you do", "answers, and changes nothing", ""},
		{"", "", ""},
	}
	for _, tt := range tests {
		p := d.Preview(evolve.Request{Sentence: tt.say})
		target := ""
		if len(p.Targets) > 0 {
			target = p.Targets[0].Cell + "/" + p.Targets[0].Node
		}
		if got := p.Line(""); got != tt.line || target != tt.target {
			t.Errorf("%q: got %q about %q, want %q about %q", tt.say, got, target, tt.line, tt.target)
		}
	}
	d.SetWriter(&mute{})
	if got := d.Preview(evolve.Request{Sentence: "make the clock count how often I look at it"}).Line("coder-7b"); !strings.HasPrefix(got, "goes to coder-7b (about ") {
		t.Errorf("got %q", got)
	}
}

func TestSuggestionsAreUnderstood(t *testing.T) {
	d := crowded(t, nil)
	for _, at := range []act.Target{{}, {Cell: "door", Node: "column0/keys/Lock"}, {Cell: "door", Node: "column0/name"}, {Cell: "clock"}, {Cell: "notes"}} {
		if at == (act.Target{}) {
			d.PointAt("", "")
		}
		list := d.Complete("", at, nil)
		if len(list) < 3 || len(list) > evolve.Offer {
			t.Errorf("%v: %q", at, list)
		}
		for _, typed := range []string{"m", "a", "re", "u", "t", "h", "d", "l", "make the clock "} {
			list = append(list, d.Complete(typed, at, nil)...)
		}
		for _, s := range list {
			if whole, open := strings.CutSuffix(s, evolve.Open); open {
				s = whole + `"Portal"`
			}
			if p := d.Preview(evolve.Request{Sentence: s, At: at}); p.Lane != evolve.LaneDo && p.Lane != evolve.LaneAnswer {
				t.Errorf("at %v %q is offered and understood as %s: %s", at, s, p.Lane, p.Line(""))
			}
		}
	}
}

// What a cell can look like is offered in the words that people say, not by its key.
func TestLooksAreOfferedInWords(t *testing.T) {
	d := newDesk(t)
	for gene, want := range map[string]string{"counter": "make the counter count by five", "clock": "make the clock hide seconds", "timer": "make the timer 45 minutes"} {
		d.done("add a " + gene)
		list := d.Complete("make the "+gene+" ", act.Target{}, nil)
		for _, typed := range []string{"make the counter count", "make the clock hide", "make the timer 4"} {
			list = append(list, d.Complete(typed, act.Target{}, nil)...)
		}
		if !slices.Contains(list, want) {
			t.Errorf("%q is not offered, these are: %q", want, list)
		}
		if p := d.Preview(evolve.Request{Sentence: want}); p.Lane != evolve.LaneDo || p.Acts[0].Intent != act.Style {
			t.Errorf("%q is understood as %s: %s", want, p.Lane, p.Line(""))
		}
	}
}

func TestComplete(t *testing.T) {
	d := crowded(t, nil)
	before := []string{"make the door purple", "Make the clock  huge", "undo"}
	if got := d.Complete("make the", act.Target{}, before); len(got) != evolve.Offer || got[0] != before[0] || got[1] != before[1] {
		t.Errorf("got %q", got)
	}
	if got := d.Complete("undo", act.Target{}, before); len(got) != 0 {
		t.Errorf("what is typed in full is offered: %q", got)
	}
	if got := d.Complete("make the clock a", act.Target{}, nil); !slices.Contains(got, "make the clock analog") {
		t.Errorf("got %q", got)
	}
}
