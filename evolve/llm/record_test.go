package llm

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestScrub(t *testing.T) {
	const key = "Zm9vYmFyYmF6"
	for in, want := range map[string]string{
		"Authorization: Bearer abc.def-ghi":                            "Authorization: Bearer [key]",
		`{"Authorization":"Bearer abcdefghijk","x":1}`:                 `{"Authorization":"Bearer [key]","x":1}`,
		"x-api-key: 12345678, next":                                    "x-api-key: [key], next",
		"GET https://host/v1/models?api-version=1&key=hunter22&x=y":    "GET https://host/v1/models?api-version=1&key=[key]&x=y",
		"http://me:secret@host:8080/v1":                                "http://[key]@host:8080/v1",
		"Incorrect API key provided: sk-proj-abc***XYZ123. You can":    "Incorrect API key provided: [key]***XYZ123. You can",
		"key sk-or-v1-0123456789abcdef is over its limit":              "key [key] is over its limit",
		"the key " + key + " is bad":                                   "the key [key] is bad",
		"eyJhbGciOiJI.eyJzdWIiOiIx.SflKxwRJSMeKKF2QT4 expired":         "[key] expired",
		"cell.Text(\"key\").Key(\"api\") // the task-list is sk-short": "cell.Text(\"key\").Key(\"api\") // the task-list is sk-short",
	} {
		if got := Scrub(in, key); got != want {
			t.Errorf("Scrub(%q) = %q, want %q", in, got, want)
		}
		if got := Scrub(Scrub(in, key), key); got != Scrub(in, key) {
			t.Errorf("scrubbed twice %q is %q", in, got)
		}
	}
}

type says struct {
	text string
	err  error
}

func (s says) Complete(context.Context, Request, func(Progress)) (Answer, error) {
	return Answer{Text: s.text, In: 3, Out: 2}, s.err
}

// TestNoKeyIsRecorded lets a key stand in everything that is written down, and lets the same conversation find its answer
// all the same.
func TestNoKeyIsRecorded(t *testing.T) {
	const key = "sk-live-0123456789abcdef"
	dir := t.TempDir()
	q := Request{Messages: []Message{{Role: "system", Content: "rules"}, {Role: "user", Content: "my key is " + key + ", use it"}}}
	failed := &Error{Kind: Denied, Status: 401, Text: "Incorrect API key provided: " + key, Partial: key, RetryAfter: 40 * time.Second}
	for _, n := range []says{{text: "take " + key}, {err: failed}} {
		_, err := (&Recorder{Next: n, Dir: dir, Keys: []string{key}}).Complete(t.Context(), q, nil)
		if (err != nil) != (n.err != nil) {
			t.Fatal(err)
		}
	}
	paths, _ := filepath.Glob(dir + "/*.json")
	for _, p := range paths {
		if b, err := os.ReadFile(p); err != nil || strings.Contains(string(b), key) || !strings.Contains(string(b), scrubbed) {
			t.Errorf("%s: %v\n%s", p, err, b)
		}
		if info, err := os.Stat(p); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s may be read by others", p)
		}
	}
	r, err := Replay(dir)
	if err != nil || len(paths) != 2 {
		t.Fatal(err, paths)
	}
	q.Messages[0].Content = "other rules"
	for range 2 { // in order, then from the beginning
		if a, err := r.Complete(t.Context(), q, nil); err != nil || a.Text != "take [key]" {
			t.Errorf("%+v, %v", a, err)
		}
		_, err := r.Complete(t.Context(), q, nil)
		if e, ok := errors.AsType[*Error](err); !ok || e.Kind != Denied || e.RetryAfter != 40*time.Second {
			t.Errorf("%v", err)
		}
	}
	b, err := os.ReadFile(paths[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(paths[0], []byte(strings.Replace(string(b), "use it", "lose it", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Replay(dir); err == nil || !strings.Contains(err.Error(), "was edited") {
		t.Errorf("an edited question: %v", err)
	}
}

func FuzzReadCall(f *testing.F) {
	f.Add([]byte(`{"hash":"x","messages":[{"role":"user","content":"hi"}],"answer":{"Text":"y"}}`))
	f.Add([]byte(`{"error":{"kind":"denied","retry_after":"40s"}}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		c, err := readCall(b)
		if err == nil && c.Answer == nil && c.Error == nil {
			t.Error("a call without an end")
		}
		if err == nil && c.Error != nil {
			_ = c.Error.again().Error()
		}
	})
}

func FuzzScrub(f *testing.F) {
	f.Add("Authorization: Bearer sk-1234567", "sk-1234567")
	f.Fuzz(func(t *testing.T, text, key string) {
		if len(key) < 4 || strings.Contains(scrubbed, key) || strings.Contains(key, scrubbed) || strings.ContainsAny(key, "[]") {
			return
		}
		if strings.Contains(Scrub(text, key), key) {
			// Only the marks themselves may have made it up again.
			if !strings.Contains(strings.ReplaceAll(text, key, ""), key) && !strings.Contains(strings.ReplaceAll(text, key, scrubbed), key) {
				t.Errorf("%q is left in %q", key, Scrub(text, key))
			}
		}
	})
}

// TestWhatCannotBeRecordedIsNotAsked gives a recorder a place where nothing can be written: before the call nothing is paid,
// after it what was paid is told, and no part of a file is left for a replay to stumble over.
func TestWhatCannotBeRecordedIsNotAsked(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	next := &answering{}
	r := &Recorder{Next: next, Dir: file}
	_, err := r.Complete(t.Context(), Request{}, nil)
	if e, ok := errors.AsType[*Error](err); !ok || e.Kind != Unrecorded || !e.Unsent() || next.asked != 0 {
		t.Errorf("asked %d times: %v", next.asked, err)
	}
	dir := filepath.Join(t.TempDir(), "calls")
	next.meanwhile = func() {
		if err := errors.Join(os.RemoveAll(dir), os.WriteFile(dir, nil, 0o600)); err != nil {
			t.Error(err)
		}
	}
	r.Dir = dir
	_, err = r.Complete(t.Context(), Request{}, nil)
	if e, ok := errors.AsType[*Error](err); !ok || e.Kind != Unrecorded || e.Unsent() || e.In != 7 || e.Out != 5 || e.Partial != "yes" || next.asked != 1 {
		t.Errorf("asked %d times: %+v", next.asked, err)
	}
	next.meanwhile = nil
	r.Dir = t.TempDir()
	for range 2 {
		if _, err := r.Complete(t.Context(), Request{}, nil); err != nil {
			t.Fatal(err)
		}
	}
	left, err := os.ReadDir(r.Dir)
	if err != nil || len(left) != 2 || left[0].Name() != "001.json" || left[1].Name() != "002.json" {
		t.Errorf("there are %v, %v", left, err)
	}
}

// answering is a model that says yes.
type answering struct {
	asked     int
	meanwhile func()
}

func (a *answering) Complete(context.Context, Request, func(Progress)) (Answer, error) {
	a.asked++
	if a.meanwhile != nil {
		a.meanwhile()
	}
	return Answer{Text: "yes", In: 7, Out: 5}, nil
}
