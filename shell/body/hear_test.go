package body

import (
	"context"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"cellshell/compositor"
	"cellshell/genome"
	"cellshell/shell/control"
	"cellshell/tissue"
)

func heard(t testing.TB, b *Body, p control.HearParams) control.HearResult {
	t.Helper()
	v, err := b.hear(context.Background(), p, nothing)
	if err != nil {
		t.Fatal(err)
	}
	return v.(control.HearResult)
}

func TestHear(t *testing.T) {
	o, dir := place(t)
	interpreted(t, dir)
	b := desktop(t, o)
	now := func() (*tissue.Document, compositor.Target, int) { // clocks go on meanwhile
		b.mu.Lock()
		defer b.mu.Unlock()
		return b.doc, b.edits.Focus, b.shots.next
	}
	doc, focus, shots := now()
	h := heard(t, b, control.HearParams{Sentence: "make this button bigger", At: "counter/plus"})
	if h.Route != control.RouteReflex || h.Line != "resize · +1 · ×1.5" || len(h.Targets) != 1 || h.Targets[0].Cell != "counter" || h.Targets[0].Bounds.W < 10 {
		t.Errorf("got %+v", h)
	}
	h = heard(t, b, control.HearParams{Sentence: "make the flibber frobnicate the flibber", At: "counter/plus"})
	var words []string
	for _, s := range h.Unknown {
		words = append(words, "make the flibber frobnicate the flibber"[s.From:s.To])
	}
	if !slices.Contains(words, "flibber") {
		t.Errorf("got %+v, words %q", h, words)
	}
	h = heard(t, b, control.HearParams{})
	if h.Line != "" || len(h.Complete) < 3 {
		t.Errorf("got %+v", h)
	}
	if _, err := b.hear(context.Background(), control.HearParams{At: "nowhere"}, nothing); err == nil {
		t.Error("nowhere is somewhere")
	}
	if d, f, n := now(); d != doc || f != focus || n != shots {
		t.Error("listening changed something")
	}
	h = heard(t, b, control.HearParams{Sentence: strings.Repeat("clock ", 5000)})
	if h.Complete != nil {
		t.Errorf("got %+v", h)
	}

	for _, s := range []string{"add a clock", "make the clock red", "add a clock"} {
		if _, err := b.evolve(context.Background(), control.EvolveParams{Sentence: s}, nothing); err != nil {
			t.Fatal(err)
		}
	}
	if got := b.said.all(); !slices.Equal(got, []string{"add a clock", "make the clock red"}) {
		t.Errorf("said %q", got)
	}
	if got := openSaid(o.Paths.said(), b.store.History).all(); !slices.Equal(got, b.said.all()) {
		t.Errorf("on the disk %q", got)
	}
	if got := heard(t, b, control.HearParams{Sentence: "make the c"}).Complete; len(got) == 0 || got[0] != "make the clock red" {
		t.Errorf("completed to %q", got)
	}
	if err := os.Remove(o.Paths.said()); err != nil {
		t.Fatal(err)
	}
	if got := openSaid(o.Paths.said(), b.store.History).all(); !slices.Contains(got, "make the clock red") {
		t.Errorf("from the history %q", got)
	}
}

func TestSpans(t *testing.T) {
	tests := []struct {
		sentence string
		words    []string
		want     []control.Span
	}{
		{"make it flib", []string{"flib"}, []control.Span{{From: 8, To: 12}}},
		{"a b a", []string{"a", "b", "a"}, []control.Span{{From: 0, To: 1}, {From: 2, To: 3}, {From: 4, To: 5}}},
		{"b a", []string{"a", "b"}, []control.Span{{From: 2, To: 3}, {From: 0, To: 1}}},
		{"make", []string{"other", ""}, nil},
	}
	for _, tt := range tests {
		if got := spans(tt.sentence, tt.words); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%q of %q: got %v, want %v", tt.words, tt.sentence, got, tt.want)
		}
	}
}

func TestSaidIsBounded(t *testing.T) {
	s := openSaid(t.TempDir()+"/said.json", func(int) ([]genome.Entry, error) { return nil, nil })
	for i := range maxSaid + 10 {
		s.add("sentence " + strings.Repeat("x", i))
	}
	s.add(strings.Repeat("y", maxSaidText+1))
	s.add("  ")
	s.add("a\nline\x00 break")
	if got := s.all(); len(got) != maxSaid || got[0] != "a line break" {
		t.Errorf("%d sentences, the newest %q", len(got), got[0])
	}
}

func FuzzSaid(f *testing.F) {
	f.Add([]byte(`["make it red","undo"]`))
	f.Add([]byte(`["\u0000\n","` + strings.Repeat("x", 600) + `","a","a"]`))
	f.Add([]byte(`{"a":1}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		list := decodeSaid(raw)
		if len(list) > maxSaid {
			t.Fatalf("%d sentences", len(list))
		}
		for _, s := range list {
			if s == "" || len(s) > maxSaidText || strings.ContainsAny(s, "\n\x00") {
				t.Errorf("kept %q", s)
			}
		}
	})
}

// BenchmarkHear is what every key typed into the evolve bar costs the body: at most a millisecond.
func BenchmarkHear(b *testing.B) {
	o, dir := place(b)
	interpreted(b, dir)
	d := desktop(b, o)
	for _, s := range []string{"add a clock", "add a calculator", "add a system monitor"} {
		if _, err := d.evolve(context.Background(), control.EvolveParams{Sentence: s}, nothing); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		heard(b, d, control.HearParams{Sentence: "make the plus button a bit bigger"})
	}
}
