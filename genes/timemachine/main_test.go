package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/png"
	"slices"
	"strings"
	"testing"
	"time"

	"cellshell/membrane/celltest"
)

// past answers like the service: five changes, the third taken back.
type past struct {
	png    []byte
	calls  []string
	trying string
}

func (p *past) service(_, method string, payload json.RawMessage) (any, error) {
	var args struct{ N, Take string }
	_ = json.Unmarshal(payload, &args)
	p.calls = append(p.calls, strings.TrimSpace(method+" "+args.N+" "+args.Take))
	switch method {
	case "list":
		var entries []map[string]any
		for n := 5; n >= 1; n-- {
			entries = append(entries, map[string]any{
				"n": n, "sentence": fmt.Sprintf("sentence %d", n), "when": "2026-01-02T15:04:05Z", "kind": "evolve", "undone": n == 3, "picture": n != 2,
			})
		}
		return map[string]any{"entries": entries, "newest": 5, "trying": p.trying}, nil
	case "picture", "compare":
		return map[string]any{"png": p.png}, nil
	case "diff":
		return map[string]any{"lines": []string{"+++ b/main.go", "-old", "+new"}}, nil
	case "undo":
		if args.N == "4" && args.Take == "" {
			return map[string]any{"line": "Which shall it be?", "choices": []string{"as it was before #4", "as it is now; only the rest", "nothing"}, "versions": []any{
				map[string]any{"what": "func Clock.View of clock", "rows": []any{map[string]any{"back": "red()", "now": "green()"}, map[string]any{"back": "}", "now": "}", "same": true}}},
			}}, nil
		}
	case "restore":
		return nil, errors.New("nobody has touched it")
	}
	return map[string]any{"line": "Took back #" + args.N}, nil
}

func TestTimeMachine(t *testing.T) {
	p := &past{png: dot(t)}
	d := celltest.Start(t, &TimeMachine{}, celltest.Options{Services: p.service})
	d.Advance(time.Second)
	if got := d.Node("of").Text; got != "5 of 5" {
		t.Fatalf("looks at %q", got)
	}
	if len(d.Node("image").Data) == 0 {
		t.Error("there is no picture")
	}
	d.Tap("change-3")
	if !d.Node("undo").Disabled || d.Node("restore").Disabled {
		t.Error("a change that is taken back can be taken back, or not restored")
	}
	d.Tap("show-Source")
	if got := d.Texts(); !slices.Contains(got, "+new") {
		t.Errorf("the source is not shown: %q", got)
	}
	d.Tap("change-2")
	d.Tap("show-Picture")
	if d.Lookup("no-picture") == nil {
		t.Error("a missing picture is not said")
	}
	d.Tap("undo")
	if !slices.Contains(p.calls, "undo 2") || d.Node("line").Text != "Took back #2" {
		t.Errorf("undo: %q, %q", p.calls, d.Node("line").Text)
	}
	d.Tap("change-1")
	d.Tap("restore")
	if got := d.Node("line").Text; got != "nobody has touched it" {
		t.Errorf("a refusal shows as %q", got)
	}
}

// Where a later change is in the way of an undo, both versions are shown and one is chosen.
func TestBothVersionsAreShown(t *testing.T) {
	p := &past{png: dot(t)}
	d := celltest.Start(t, &TimeMachine{}, celltest.Options{Services: p.service})
	d.Advance(time.Second)
	clash := func() {
		t.Helper()
		d.Tap("change-4")
		d.Tap("undo")
		got := d.Texts()
		for _, want := range []string{"red()", "green()", "func Clock.View of clock", "Which shall it be?"} {
			if !slices.Contains(got, want) {
				t.Errorf("%q is not shown: %q", want, got)
			}
		}
		if d.Node("of").Text != "4 of 5" || d.Node("take-back").Text != "As it was before #4" {
			t.Errorf("looks at %q, offers %q", d.Node("of").Text, d.Node("take-back").Text)
		}
	}
	clash()
	d.Tap("leave")
	if d.Lookup("both") != nil || p.calls[len(p.calls)-1] == "undo 4 now" {
		t.Errorf("left as it is, it shows %q after %q", d.Texts(), p.calls)
	}
	d.Tap("change-5")
	clash()
	d.Tap("take-now")
	d.Tap("change-5")
	clash()
	d.Tap("take-back")
	if d.Lookup("both") != nil || !slices.Contains(p.calls, "undo 4 now") || !slices.Contains(p.calls, "undo 4 back") {
		t.Errorf("after %q", p.calls)
	}
}

func TestAnAttemptIsKeptFromHere(t *testing.T) {
	p := &past{trying: "bold"}
	d := celltest.Start(t, &TimeMachine{}, celltest.Options{Services: p.service})
	d.Advance(time.Second)
	d.Tap("keep")
	if !slices.Contains(p.calls, "keep") {
		t.Errorf("calls %q", p.calls)
	}
}

// dot is the file of a picture of one pixel.
func dot(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
