package llm_test

import (
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"cellshell/evolve/llm"
	. "cellshell/evolve/llm/llmtest"
)

// A server that counts what nobody can have used gets nothing of the budget back.
func TestImpossibleUsageIsNotBelieved(t *testing.T) {
	for _, use := range [][2]int{{-1 << 40, 1<<40 + 1}, {math.MaxInt64 - 4095, 41}, {20, math.MaxInt64 - 4095}, {math.MaxInt64 - 4095, math.MaxInt64 - 4095}, {-100, 101}} {
		budget := llm.NewBudget(50_000, nil)
		a, _, err := ask(t, llm.Request{MaxTokens: 100}, llm.Config{Budget: budget}, Reply{Text: code, How: UsageEach, In: use[0], Out: use[1]})
		if err != nil || !a.Estimated || a.In < 1 || a.Out < 5 || a.Out > 100 {
			t.Errorf("usage %v: %+v, %v", use, a, err)
		}
		if used := budget.Used(); used != a.In+a.Out {
			t.Errorf("usage %v: the budget says %d, the answer %d", use, used, a.In+a.Out)
		}
	}
}

// listing is a server whose list of models is written by f.
func listing(t *testing.T, cfg llm.Config, f http.HandlerFunc) *llm.Client {
	t.Helper()
	s := httptest.NewServer(f)
	t.Cleanup(s.Close)
	cfg.BaseURL = s.URL
	c, err := llm.Open(cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

func TestListsOfModelsAreBounded(t *testing.T) {
	sent := 0
	c := listing(t, llm.Config{}, func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, `{"data":[`)
		row := []byte(strings.Repeat(`{"id":"model"},`, 4096))
		for r.Context().Err() == nil && sent < 256<<20 {
			n, err := w.Write(row)
			if sent += n; err != nil {
				return
			}
		}
	})
	if names, err := c.Models(t.Context()); err == nil {
		t.Errorf("%d models of a list without end", len(names))
	}
	if sent > 64<<20 {
		t.Errorf("%d bytes of the list were taken", sent)
	}
	c = listing(t, llm.Config{First: 200 * time.Millisecond}, func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, `{"data":[`)
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	})
	if _, err := c.Models(t.Context()); err == nil || !strings.Contains(err.Error(), "no whole list of models for 200ms") {
		t.Errorf("a list that stops: %v", err)
	}
	c = listing(t, llm.Config{}, func(w http.ResponseWriter, _ *http.Request) {
		b, _ := json.Marshal(map[string]any{"data": []map[string]string{
			{"id": "\x1b]0;owned\x07coder"}, {"id": "a\u202ecoder"}, {"id": strings.Repeat("coder", 1000)}, {"id": "good-coder"},
		}})
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write(b)
	})
	if names, err := c.Models(t.Context()); err != nil || len(names) != 1 || names[0] != "good-coder" {
		t.Errorf("%q, %v", names, err)
	}
}

// A folder of recorded calls may come from anywhere.
func TestHostileRecordingsAreRefused(t *testing.T) {
	good := t.TempDir()
	s := Start(Reply{Text: code})
	defer s.Close()
	c, err := llm.Open(llm.Config{BaseURL: s.URL})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	q := llm.Request{Messages: []llm.Message{{Role: "user", Content: "make it count"}}}
	if _, err := (&llm.Recorder{Next: c, Dir: good}).Complete(t.Context(), q, nil); err != nil {
		t.Fatal(err)
	}
	call, err := os.ReadFile(filepath.Join(good, "001.json"))
	if err != nil {
		t.Fatal(err)
	}
	edited := func(old, is string) func(dir string) error {
		text := strings.Replace(string(call), old, is, 1)
		if text == string(call) {
			t.Fatalf("%s does not hold %q", call, old)
		}
		return func(dir string) error { return os.WriteFile(filepath.Join(dir, "001.json"), []byte(text), 0o600) }
	}
	for name, tt := range map[string]struct {
		make func(dir string) error
		why  string
	}{
		"nothing":        {func(string) error { return nil }, "no recorded calls"},
		"half of a file": {func(dir string) error { return os.WriteFile(filepath.Join(dir, "1.json"), call[:len(call)/2], 0o600) }, "no recorded call"},
		"a folder":       {func(dir string) error { return os.Mkdir(filepath.Join(dir, "1.json"), 0o700) }, "is no file"},
		"a pipe":         {func(dir string) error { return syscall.Mkfifo(filepath.Join(dir, "1.json"), 0o600) }, "is no file"},
		"a device":       {func(dir string) error { return os.Symlink("/dev/zero", filepath.Join(dir, "1.json")) }, "is no file"},
		"a hole of a gibibyte": {func(dir string) error {
			f, err := os.Create(filepath.Join(dir, "1.json"))
			if err != nil {
				return err
			}
			defer f.Close()
			return f.Truncate(1 << 30)
		}, "too large"},
		"another format":  {edited(`"format": "decls"`, `"format": "../../x"`), `format "../../x"`},
		"a tiny context":  {edited(`"format": "decls"`, `"format": "decls", "context": 7`), "context = 7"},
		"a tiny answer":   {edited(`"format": "decls"`, `"format": "decls", "max_tokens": -3`), "max_tokens = -3"},
		"negative tokens": {edited(`"Out": `, `"Out": -`), "so many tokens"},
		"endless tokens":  {edited(`"Out": `, `"Out": 99999999999`), "so many tokens"},
		"negative cost":   {edited(`"Cost": `, `"Cost": -1`), "so many tokens"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if err := tt.make(dir); err != nil {
				t.Fatal(err)
			}
			if _, err := llm.Replay(dir); err == nil || !strings.Contains(err.Error(), tt.why) {
				t.Errorf("%v", err)
			}
		})
	}
	r, err := llm.Replay(good)
	if err != nil {
		t.Fatal(err)
	}
	if a, err := r.Complete(t.Context(), q, nil); err != nil || a.Text != code {
		t.Errorf("%+v, %v", a, err)
	}
}
